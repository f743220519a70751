import type { Database } from 'better-sqlite3';
import type { Taking } from '../../shared/domain/dossier/taking.ts';

/** Money taken for a dossier, with the finance receipt that was given for it. */
export interface ListedTaking extends Taking {
  readonly dossierId: string;
  readonly code: string;
  readonly payer: string;
  readonly at: string;
}

interface Row {
  readonly dossierId: string;
  readonly code: string;
  readonly payer: string;
  readonly at: string;
  readonly vnd: number;
  readonly symbol: string | null;
  readonly serial: string | null;
}

export type Takings = ReturnType<typeof openTakings>;

/** What went into the drawers, read from the dossiers it was taken for. */
export function openTakings(db: Database) {
  const ofShift = db.prepare<[string], Row>(
    `SELECT t.dossier_id AS dossierId, d.code, d.applicant_name AS payer, t.at, t.vnd, t.symbol, t.serial
       FROM taking t JOIN dossier d ON d.id = t.dossier_id WHERE t.shift = ? ORDER BY t.at, t.dossier_id, t.n`,
  );
  const twice = db.prepare<[], { symbol: string; serial: string }>(
    `SELECT symbol, serial FROM taking WHERE serial IS NOT NULL
      GROUP BY symbol, serial HAVING count(*) > 1 ORDER BY symbol, serial LIMIT 50`,
  );
  return {
    /** In the order in which the money was taken. */
    ofShift: (shift: string): readonly ListedTaking[] =>
      ofShift.all(shift).map(({ symbol, serial, ...row }) => ({
        ...row,
        receipt: symbol === null || serial === null ? null : { symbol, serial },
      })),
    /** Serials that stand on more than one taking anywhere in the commune: somebody wrote one down wrongly. */
    usedTwice: (): readonly { readonly symbol: string; readonly serial: string }[] => twice.all(),
  };
}
