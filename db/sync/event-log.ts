import type { Database } from 'better-sqlite3';
import type { Verdict } from '../../shared/protocol/bodies.ts';
import { genesisHash, type ReadEvent, readLine } from '../../shared/protocol/event.ts';

/** A chain: one installation in one epoch. */
export interface Chain {
  readonly device: string;
  readonly epoch: number;
}

/** The end of a chain; seq 0 and the genesis hash before its first event. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/** An event as it is kept, with what the district has said of it (null until the feed brought it back). */
export interface StoredEvent extends ReadEvent {
  readonly feedSeq: number | null;
  readonly verdict: Verdict | null;
}

interface Row {
  readonly line: string;
  readonly hash: string;
  readonly feed_seq: number | null;
  readonly verdict: Verdict['outcome'] | null;
  readonly verdict_code: string | null;
}

export type EventLog = ReturnType<typeof openEventLog>;

/** Prepares the statements of the ledger once; `db` must be migrated and stay open. */
export function openEventLog(db: Database) {
  const insert = db.prepare<[string, number, number, string, string, string, string | null]>(
    'INSERT INTO event (device, epoch, seq, hash, line, type, dossier_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const end = db.prepare<[string, number], ChainEnd>(
    'SELECT seq, hash FROM event WHERE device = ? AND epoch = ? ORDER BY seq DESC LIMIT 1',
  );
  const hashAt = db.prepare<[string, number, number], { hash: string }>(
    'SELECT hash FROM event WHERE device = ? AND epoch = ? AND seq = ?',
  );
  // Confirmed facts in the district's order, then those still waiting, each chain in its own order.
  const ofDossier = db.prepare<[string], Row>(
    `SELECT line, hash, feed_seq, verdict, verdict_code FROM event WHERE dossier_id = ?
      ORDER BY feed_seq IS NULL, feed_seq, device, epoch, seq`,
  );
  const run = db.prepare<[string, number, number, number], { line: string; seq: number; hash: string }>(
    'SELECT line, seq, hash FROM event WHERE device = ? AND epoch = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  const confirm = db.prepare<[number, string | null, string | null, string, number, number]>(
    'UPDATE event SET feed_seq = ?, verdict = ?, verdict_code = ? WHERE device = ? AND epoch = ? AND seq = ?',
  );
  const confirmed = db.prepare<[string, number, number], { feed_seq: number | null }>(
    'SELECT feed_seq FROM event WHERE device = ? AND epoch = ? AND seq = ?',
  );
  const dossiers = db.prepare<[], { dossier_id: string }>(
    'SELECT DISTINCT dossier_id FROM event WHERE dossier_id IS NOT NULL',
  );
  const alone = db.prepare<[string, string], Row>(
    `SELECT line, hash, feed_seq, verdict, verdict_code FROM event
      WHERE dossier_id IS NULL AND type >= ? AND type < ? ORDER BY feed_seq IS NULL, feed_seq, device, epoch, seq`,
  );
  const doubts = db.prepare<[string], { n: number }>(
    `SELECT count(*) AS n FROM event WHERE dossier_id = ? AND verdict IN ('needsReview', 'rejected')`,
  );
  const few = db.prepare<[string], { n: number }>(
    'SELECT count(*) AS n FROM (SELECT 1 FROM event WHERE dossier_id = ? LIMIT 2)',
  );
  const all = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM event');

  return {
    /** @throws SqliteError SQLITE_CONSTRAINT_PRIMARYKEY if the place in the chain is taken */
    append({ event, hash, line }: ReadEvent): void {
      insert.run(
        event.device,
        event.epoch,
        event.seq,
        hash,
        line,
        event.type,
        event.basedOn?.dossier ?? null,
      );
    },
    /** Marks an event as confirmed at its place in the feed. */
    confirm({ event }: ReadEvent, feedSeq: number, verdict: Verdict | null): void {
      confirm.run(
        feedSeq,
        verdict?.outcome ?? null,
        verdict?.code ?? null,
        event.device,
        event.epoch,
        event.seq,
      );
    },
    end: ({ device, epoch }: Chain): ChainEnd => end.get(device, epoch) ?? { seq: 0, hash: genesisHash },
    /** Hash of the event at `seq`, the genesis hash at 0, null where there is none. */
    hashAt: ({ device, epoch }: Chain, seq: number): string | null =>
      seq === 0 ? genesisHash : (hashAt.get(device, epoch, seq)?.hash ?? null),
    /** True when the feed has brought the event back. */
    isConfirmed: ({ device, epoch }: Chain, seq: number): boolean =>
      (confirmed.get(device, epoch, seq)?.feed_seq ?? null) !== null,
    /** The facts of one dossier in the order in which they are folded. */
    ofDossier: (dossierId: string): readonly StoredEvent[] => ofDossier.all(dossierId).map(toStored),
    /** Whether the ledger has one fact of a dossier and no more. */
    hasOne: (dossierId: string): boolean => few.get(dossierId)?.n === 1,
    /** How many facts of a dossier the district wants a person to look at. */
    doubts: (dossierId: string): number => doubts.get(dossierId)?.n ?? 0,
    /** Facts about the drawers of all counters, in the order in which they are folded. */
    ofCash: (): readonly StoredEvent[] => alone.all('cash.', 'cash/').map(toStored),
    /** Facts about the registers of all counters, in the same order. */
    ofRegisters: (): readonly StoredEvent[] => alone.all('register.', 'register/').map(toStored),
    /** At most `limit` events of a chain after `seq`, oldest first. */
    after: ({ device, epoch }: Chain, seq: number, limit: number) => run.all(device, epoch, seq, limit),
    dossierIds: (): readonly string[] => dossiers.all().map((row) => row.dossier_id),
    count: (): number => all.get()?.n ?? 0,
  };
}

function toStored(row: Row): StoredEvent {
  const event = readLine(row.line);
  if (event === null) throw new Error(`The ledger holds a line that is no event: ${row.hash}`);
  const verdict = row.verdict === null ? null : { outcome: row.verdict, code: row.verdict_code ?? '' };
  return { event, line: row.line, hash: row.hash, feedSeq: row.feed_seq, verdict };
}
