import type { Database } from 'better-sqlite3';

export type DossierNumbers = ReturnType<typeof openDossierNumbers>;

/**
 * The last numbers of a counter, read from the dossiers themselves (cancelled ones included): a counter kept
 * apart from them could fall behind after a restore and give a number out twice.
 */
export function openDossierNumbers(db: Database) {
  const serial = db.prepare<[string, number], { last: number | null }>(
    'SELECT max(serial) AS last FROM dossier WHERE day = ? AND desk_digit = ?',
  );
  const register = db.prepare<[string], { last: number | null }>(
    'SELECT max(register_number) AS last FROM dossier WHERE register_volume = ?',
  );
  return {
    /** 0 on a day that has not begun. @param day `2026-11-22` */
    lastSerial: (day: string, deskDigit: number): number => serial.get(day, deskDigit)?.last ?? 0,
    lastRegisterNumber: (volume: string): number => register.get(volume)?.last ?? 0,
  };
}
