import type { Database } from 'better-sqlite3';
import type { Chain } from './event-log.ts';

/** What waits to be sent, counted from the ledger each time: there is no flag that could stick. */
export interface Queue {
  readonly events: number;
  readonly dossiers: number;
}

export type QueueStore = ReturnType<typeof openQueue>;

export function openQueue(db: Database) {
  const sizes = db.prepare<[string, number, number], { events: number; dossiers: number }>(
    `SELECT count(*) AS events, count(DISTINCT dossier_id) AS dossiers
       FROM event WHERE device = ? AND epoch = ? AND seq > ?`,
  );
  const byDay = db.prepare<[string, number, number], { day: string; events: number }>(
    `SELECT date(json_extract(line, '$.deviceTime'), '+7 hours') AS day, count(*) AS events
       FROM event WHERE device = ? AND epoch = ? AND seq > ? GROUP BY day ORDER BY day`,
  );
  const reviews = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM dossier WHERE reviews > 0');
  return {
    size: ({ device, epoch }: Chain, heldSeq: number): Queue =>
      sizes.get(device, epoch, heldSeq) ?? { events: 0, dossiers: 0 },
    byDay: ({ device, epoch }: Chain, heldSeq: number) => byDay.all(device, epoch, heldSeq),
    /** Dossiers with a fact that did not fit: a person must look. */
    needingReview: (): number => reviews.get()?.n ?? 0,
  };
}
