import type { Database } from 'better-sqlite3';
import type { Chain } from './event-log.ts';
import { emptyCount, type WaitingCount, type WaitingRow } from './waiting-count.ts';

/** What waits to be sent, counted from the ledger: there is no flag that could stick. */
export interface Queue {
  readonly events: number;
  readonly dossiers: number;
}

/** What was counted last, and the ledger as it stood: a count is carried on only from where it surely fits. */
interface Counted {
  readonly chain: string;
  readonly heldSeq: number;
  readonly lastSeq: number;
  readonly lastHash: string;
  readonly count: WaitingCount;
}

export type QueueStore = ReturnType<typeof openQueue>;

/**
 * Screens ask at every recording and every ack, and a commune may have waited for days: only what has come and gone
 * since the last question is read again.
 */
export function openQueue(db: Database) {
  const end = db.prepare<[string, number], { seq: number; hash: string }>(
    'SELECT seq, hash FROM event WHERE device = ? AND epoch = ? ORDER BY seq DESC LIMIT 1',
  );
  const hashAt = db.prepare<[string, number, number], { hash: string }>(
    'SELECT hash FROM event WHERE device = ? AND epoch = ? AND seq = ?',
  );
  const between = db.prepare<[string, number, number, number], WaitingRow>(
    `SELECT dossier_id AS dossier, date(json_extract(line, '$.deviceTime'), '+7 hours') AS day
       FROM event WHERE device = ? AND epoch = ? AND seq > ? AND seq <= ?`,
  );
  const reviews = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM dossier WHERE reviews > 0');
  let counted: Counted | null = null;

  /** The last count, if the ledger still is what it was counted from: a transaction may have been rolled back since. */
  const carriedOn = (key: string, { device, epoch }: Chain, heldSeq: number): Counted | null => {
    if (counted === null || counted.chain !== key) return null;
    if (heldSeq < counted.heldSeq || heldSeq > counted.lastSeq) return null;
    const hash = counted.lastSeq === 0 ? '' : hashAt.get(device, epoch, counted.lastSeq)?.hash;
    return hash === counted.lastHash ? counted : null;
  };

  const waiting = (chain: Chain, heldSeq: number): WaitingCount => {
    const { device, epoch } = chain;
    const key = `${device}.${epoch}`;
    const { seq: lastSeq, hash: lastHash } = end.get(device, epoch) ?? { seq: 0, hash: '' };
    const before = carriedOn(key, chain, heldSeq);
    const count = before?.count ?? emptyCount();
    for (const row of between.iterate(device, epoch, before?.lastSeq ?? heldSeq, lastSeq)) count.add(row);
    if (before !== null)
      for (const row of between.iterate(device, epoch, before.heldSeq, heldSeq)) count.take(row);
    counted = { chain: key, heldSeq, lastSeq, lastHash, count };
    return count;
  };

  return {
    size: (chain: Chain, heldSeq: number): Queue => waiting(chain, heldSeq).size(),
    /** Events by the local day on which they were recorded, the oldest first. */
    byDay: (chain: Chain, heldSeq: number) => waiting(chain, heldSeq).byDay(),
    /** Dossiers with a fact that did not fit: a person must look. */
    needingReview: (): number => reviews.get()?.n ?? 0,
  };
}
