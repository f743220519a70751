import type { Database } from 'better-sqlite3';
import { reversed } from '../people/reversed.ts';

export type DossierNumbers = ReturnType<typeof openDossierNumbers>;

/**
 * The last numbers of a counter, read from the dossiers themselves (cancelled ones included): a counter kept
 * apart from them could fall behind after a restore and give a number out twice.
 */
export function openDossierNumbers(db: Database) {
  const serial = db.prepare<[string, number], { last: number }>(
    `SELECT serial AS last FROM dossier d WHERE day = ? AND desk_digit = ? AND ${notInDoubt}
      ORDER BY serial DESC LIMIT 1`,
  );
  const register = db.prepare<[string], { last: number }>(
    `SELECT register_number AS last FROM dossier d WHERE register_volume = ? AND ${notInDoubt}
      ORDER BY register_number DESC LIMIT 1`,
  );
  const taken = db.prepare<[string, string, string, string], { taken: 1 }>(
    `SELECT 1 AS taken FROM issued_code WHERE code = ? AND dossier_id <> ?
      UNION ALL SELECT 1 FROM dossier WHERE code_reversed = ? AND id <> ? LIMIT 1`,
  );
  const issue = db.prepare<[string, string]>('INSERT INTO issued_code (code, dossier_id) VALUES (?, ?)');
  return {
    /** Whether another dossier has this code, given here or heard of through the feed. */
    isTaken: (code: string, id: string): boolean => taken.get(code, id, reversed(code), id) !== undefined,
    /** Writes down that the code is given: the table takes none twice. @throws SqliteError when it is taken */
    issue: (code: string, id: string): void => void issue.run(code, id),
    /** 0 on a day that has not begun. @param day `2026-11-22` */
    lastSerial: (day: string, deskDigit: number): number => serial.get(day, deskDigit)?.last ?? 0,
    lastRegisterNumber: (volume: string): number => register.get(volume)?.last ?? 0,
  };
}

/** What the district has its doubts about does not move a counter on: a forged number must not use up a day's numbers. */
const notInDoubt = `NOT EXISTS (
  SELECT 1 FROM event e WHERE e.dossier_id = d.id AND e.type = 'dossier.received'
     AND e.verdict = 'needsReview' AND e.verdict_code IN ('other-counter', 'officer-unknown', 'role-not-held'))`;
