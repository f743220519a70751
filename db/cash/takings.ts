import type { Database } from 'better-sqlite3';
import type { FeeReceipt, Taking } from '../../shared/domain/dossier/taking.ts';

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

interface UnnumberedRow extends Row {
  readonly shift: string | null;
}

/** As many as somebody writes down in one sitting. */
const mostUnnumbered = 50;

const unnumberedWhere = (where: string, given: string): string =>
  `SELECT t.dossier_id AS dossierId, d.code, d.applicant_name AS payer, t.at, t.vnd, t.symbol, t.serial, t.shift
     FROM taking t CROSS JOIN dossier d ON d.id = t.dossier_id
    WHERE ${where} AND t.serial IS NULL AND t.vnd > 0 AND d.status <> 'cancelled' AND ${given}
      AND (SELECT sum(o.vnd) FROM taking o WHERE o.dossier_id = t.dossier_id) > 0
    ORDER BY t.at, t.dossier_id, t.n LIMIT ${mostUnnumbered}`;

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
  const inDrawer = db.prepare<[string], UnnumberedRow>(unnumberedWhere('t.shift = ?', 'true'));
  const inNone = db.prepare<[number], UnnumberedRow>(unnumberedWhere('t.shift IS NULL', 'd.desk_digit = ?'));
  const used = db.prepare<[string, string], { n: number }>(
    'SELECT count(*) AS n FROM taking WHERE symbol = ? AND serial = ?',
  );
  const ofSymbols = db.prepare<[string], { symbol: string; serial: string }>(
    `SELECT symbol, serial FROM taking
      WHERE serial IS NOT NULL AND symbol IN (SELECT value FROM json_each(?))`,
  );
  return {
    /** What these drawers took without a receipt, and this counter without a drawer, as far as it is still held; 50 at most. */
    unnumbered: (shifts: readonly string[], deskDigit: number): readonly Omit<ListedTaking, 'receipt'>[] =>
      [...shifts.flatMap((shift) => inDrawer.all(shift)), ...inNone.all(deskDigit)]
        .toSorted((a, b) => (a.at < b.at ? -1 : 1))
        .slice(0, mostUnnumbered),
    /** True where the serial stands on a taking anywhere in the commune. */
    isUsed: ({ symbol, serial }: FeeReceipt): boolean => (used.get(symbol, serial)?.n ?? 0) > 0,
    /** Serials of these symbols that stand on takings, as takings of nothing. */
    numbered: (symbols: readonly string[]): readonly Taking[] =>
      ofSymbols.all(JSON.stringify(symbols)).map((receipt) => ({ vnd: 0, receipt })),
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
