import type { Database } from 'better-sqlite3';
import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import type { DossierStatus } from '../../shared/domain/dossier/lifecycle.ts';
import type { Applicant } from '../../shared/domain/people/applicant.ts';

/** A person as their dossiers tell: newest particulars, number of visits, day of the last one. */
export interface PersonSeen {
  readonly applicant: Applicant;
  readonly visits: number;
  readonly lastVisit: string;
}

export type People = ReturnType<typeof openPeople>;

/** There is no table of persons: who has come before is read from the dossiers. */
export function openPeople(db: Database) {
  const byNumber = db.prepare<[string], { state: string; visits: number }>(
    `SELECT state, (SELECT count(*) FROM dossier WHERE id_number = d.id_number AND status <> 'cancelled') AS visits
       FROM dossier d WHERE id_number = ? AND status <> 'cancelled' ORDER BY received_at DESC LIMIT 1`,
  );
  const byPhone = db.prepare<[string], { id_number: string }>(
    `SELECT DISTINCT id_number FROM dossier WHERE phone = ? AND id_number <> '' LIMIT 5`,
  );
  const byName = db.prepare<[string, string], { id_number: string }>(
    `SELECT DISTINCT id_number FROM dossier WHERE name_fold >= ? AND name_fold < ? AND id_number <> '' LIMIT 5`,
  );
  const sameProcedure = db.prepare<
    [string, string, string],
    { id: string; code: string; received_at: string; status: DossierStatus }
  >(
    `SELECT id, code, received_at, status FROM dossier
      WHERE id_number = ? AND procedure_code = ? AND id <> ? AND status <> 'cancelled'
      ORDER BY received_at DESC LIMIT 5`,
  );
  const usage = db.prepare<[number, string, string], { procedure_code: string; n: number }>(
    `SELECT procedure_code, count(*) AS n FROM dossier WHERE desk_digit = ? AND day >= ? AND day < ? AND status <> 'cancelled'
      GROUP BY procedure_code ORDER BY n DESC LIMIT 20`,
  );

  const seen = (idNumber: string): PersonSeen | null => {
    const row = byNumber.get(idNumber);
    if (row === undefined) return null;
    const { received, current } = JSON.parse(row.state) as Dossier;
    return { applicant: current.applicant, visits: row.visits, lastVisit: received.receivedAt.slice(0, 10) };
  };
  const seenAll = (rows: readonly { id_number: string }[]) =>
    rows.map((row) => seen(row.id_number)).filter((one) => one !== null);

  return {
    byIdNumber: seen,
    byPhone: (phone: string): readonly PersonSeen[] => seenAll(byPhone.all(phone)),
    /** @param nameFold beginning of a folded full name */
    byName: (nameFold: string): readonly PersonSeen[] =>
      seenAll(byName.all(nameFold, `${nameFold}\u{10FFFF}`)),
    /** Other dossiers of the same person and procedure, newest first. */
    sameProcedure: (idNumber: string, procedureCode: string, exceptId: string) =>
      sameProcedure.all(idNumber, procedureCode, exceptId),
    /** How often each procedure was received at a counter from `from` to the day before `until`. */
    usageBetween: (deskDigit: number, from: string, until: string): ReadonlyMap<string, number> =>
      new Map(usage.all(deskDigit, from, until).map((row) => [row.procedure_code, row.n])),
  };
}
