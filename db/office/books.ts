import type { Database } from 'better-sqlite3';
import type { LocalDate } from '../../shared/domain/base/local-date.ts';

/** A volume of the register as far as it is filled; voided numbers count, they keep their line. */
export interface RegisterVolume {
  readonly volume: string;
  readonly entries: number;
  /** `2026-01-02`, days of the first and the last line. */
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** The last serial that is given out. */
  readonly lastNumber: number;
}

/** What stands in the first line of a volume (`ASC`), or in its last (`DESC`). */
const ofVolume = (what: string, order: 'ASC' | 'DESC'): string =>
  `(SELECT ${what} FROM dossier d WHERE d.register_volume = v.volume ORDER BY d.register_number ${order}, d.id ${order} LIMIT 1)`;

export type Books = ReturnType<typeof openBooks>;

/** What the desk's books and daily lists are made from: ids of dossiers, in the order of the paper. */
export function openBooks(db: Database) {
  // From volume to volume through the index, and in each to its ends: its lines are counted there and not read.
  const volumes = db.prepare<[], RegisterVolume>(
    `WITH RECURSIVE v (volume) AS (
       SELECT min(register_volume) FROM dossier
       UNION ALL SELECT (SELECT min(d.register_volume) FROM dossier d WHERE d.register_volume > v.volume) FROM v
        WHERE v.volume IS NOT NULL)
     SELECT volume, (SELECT count(*) FROM dossier d WHERE d.register_volume = v.volume) AS entries,
            ${ofVolume('d.day', 'ASC')} AS firstDay, ${ofVolume('d.day', 'DESC')} AS lastDay,
            ${ofVolume('d.register_number', 'DESC')} AS lastNumber
       FROM v WHERE volume IS NOT NULL ORDER BY lastDay DESC, volume`,
  );
  const lines = db.prepare<[string, number, number], { id: string }>(
    `SELECT id FROM dossier WHERE register_volume = ? ORDER BY register_number, id LIMIT ? OFFSET ?`,
  );
  const voided = db.prepare<[string, number], { n: number }>(
    `SELECT count(*) AS n FROM dossier
      WHERE register_volume = ? AND register_number <= ? AND status = 'cancelled'`,
  );
  const ready = db.prepare<[string], { id: string }>(
    `SELECT id FROM dossier WHERE ready_on = ? ORDER BY code`,
  );
  const received = db.prepare<[string, number], { id: string }>(
    `SELECT id FROM dossier WHERE day = ? AND desk_digit = ? AND status <> 'cancelled' ORDER BY serial`,
  );
  return {
    /** Every volume known here, those in use first. */
    volumes: (): readonly RegisterVolume[] => volumes.all(),
    /** `limit` lines of a volume after the first `offset`. */
    lines: (volume: string, offset: number, limit: number): readonly string[] =>
      ids(lines.all(volume, limit, offset)),
    /** Lines of a volume up to a serial that were struck out. */
    voided: (volume: string, lastNumber: number): number => voided.get(volume, lastNumber)?.n ?? 0,
    /** Dossiers whose result was ready on `day`, `2026-11-22`, fetched or not. */
    readyOn: (day: string): readonly string[] => ids(ready.all(day)),
    /** What one counter received on `day` and did not void, in the order of their numbers. */
    receivedOn: (day: string, deskDigit: number): readonly string[] => ids(received.all(day, deskDigit)),
  };
}

const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);
