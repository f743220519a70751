import type { Database } from 'better-sqlite3';
import type { Ack } from '../../shared/protocol/bodies.ts';
import type { SignedHead } from '../../shared/protocol/event.ts';
import type { Chain } from './event-log.ts';

/** What the district is known to hold of a chain. */
export interface Acked {
  /** The farthest the district has ever confirmed: the desk's proof of hand-in. */
  readonly provenSeq: number;
  /** What it holds now; below `provenSeq` only after it was restored to an older state. */
  readonly heldSeq: number;
  readonly serverTime: string | null;
  readonly storedAt: number | null;
}

interface Row {
  readonly last_seq: number;
  readonly held_seq: number;
  readonly server_time: string;
  readonly stored_at: number;
}

export type Acks = ReturnType<typeof openAcks>;

export function openAcks(db: Database) {
  const read = db.prepare<[string, number], Row>(
    'SELECT last_seq, held_seq, server_time, stored_at FROM ack WHERE device = ? AND epoch = ?',
  );
  const write = db.prepare<[string, number, number, string, number, string, string, number, number]>(
    `INSERT INTO ack (device, epoch, last_seq, last_hash, feed_head, server_time, proof, held_seq, stored_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (device, epoch) DO UPDATE SET
       feed_head = excluded.feed_head, server_time = excluded.server_time, held_seq = excluded.held_seq,
       stored_at = excluded.stored_at,
       last_hash = iif(excluded.last_seq >= last_seq, excluded.last_hash, last_hash),
       proof     = iif(excluded.last_seq >= last_seq, excluded.proof, proof),
       last_seq  = max(excluded.last_seq, last_seq)`,
  );
  const lower = db.prepare<[number, string, number]>(
    'UPDATE ack SET held_seq = ? WHERE device = ? AND epoch = ?',
  );
  const writeHead = db.prepare<[string, number, number, string, string]>(
    `INSERT INTO signed_head (device, epoch, seq, hash, sig) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (device, epoch) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, sig = excluded.sig`,
  );
  const readHead = db.prepare<[string, number], SignedHead>(
    'SELECT seq, hash, sig FROM signed_head WHERE device = ? AND epoch = ?',
  );

  return {
    of: ({ device, epoch }: Chain): Acked => {
      const row = read.get(device, epoch);
      if (row === undefined) return { provenSeq: 0, heldSeq: 0, serverTime: null, storedAt: null };
      return {
        provenSeq: row.last_seq,
        heldSeq: row.held_seq,
        serverTime: row.server_time,
        storedAt: row.stored_at,
      };
    },
    /**
     * Stores a checked ack. An older one lowers what is held, never what is proven: the column `proof` keeps the ack that
     * proves the most, for whoever must show it to the district.
     */
    store: (one: Ack, storedAt: number): void =>
      void write.run(
        one.device,
        one.epoch,
        one.lastSeq,
        one.lastHash,
        one.feedHead,
        one.serverTime,
        JSON.stringify(one),
        one.lastSeq,
        storedAt,
      ),
    /** The district says it holds less than it has proven: everything after `heldSeq` is sent again. */
    lower: ({ device, epoch }: Chain, heldSeq: number): void => void lower.run(heldSeq, device, epoch),
    storeHead: ({ device, epoch }: Chain, head: SignedHead): void =>
      void writeHead.run(device, epoch, head.seq, head.hash, head.sig),
    head: ({ device, epoch }: Chain): SignedHead | null => readHead.get(device, epoch) ?? null,
  };
}
