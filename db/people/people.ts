import type { Database } from 'better-sqlite3';
import type { LocalDateTime } from '../../shared/domain/base/local-date.ts';
import type { DossierStatus } from '../../shared/domain/dossier/lifecycle.ts';
import type { Applicant } from '../../shared/domain/people/applicant.ts';
import type { ClashDecision } from '../../shared/domain/people/id-clash.ts';
import { nameKey, type Particulars } from '../../shared/domain/people/person-match.ts';
import type { Visit } from '../../shared/domain/people/person-visits.ts';
import { phoneSearchKey } from '../../shared/domain/people/phone.ts';
import { openPeopleSearch } from './people-search.ts';

/** A dossier as it tells who came for it. */
export interface PersonVisit extends Visit {
  readonly code: string;
  readonly procedureCode: string;
  readonly status: DossierStatus;
}

interface VisitRow {
  readonly id: string;
  readonly code: string;
  readonly procedureCode: string;
  readonly status: DossierStatus;
  readonly receivedAt: string;
  readonly applicant: string;
  readonly clash: string | null;
}

const columns = `d.id, d.code, d.procedure_code AS procedureCode, d.status, d.received_at AS receivedAt,
  json_extract(d.state, '$.current.applicant') AS applicant, json_extract(d.state, '$.current.clash') AS clash`;

/** As many dossiers as a question looks at: whoever is not among them is asked for more precisely. */
const looked = 120;

export type People = ReturnType<typeof openPeople>;

/** There is no table of persons: who has come before is read from the dossiers. Cancelled ones tell nothing. */
export function openPeople(db: Database) {
  const byNumbers = db.prepare<{ numbers: string }, VisitRow>(
    `SELECT ${columns} FROM dossier d WHERE d.status <> 'cancelled' AND d.number IN
       (SELECT dossier FROM person_number WHERE kind = 'id' AND number IN (SELECT value FROM json_each(:numbers)))`,
  );
  const byName = db.prepare<{ key: string; birthDate: string; phone: string }, VisitRow>(
    `SELECT ${columns} FROM person_name n JOIN person_seen s ON s.name = n.id JOIN dossier d ON d.number = s.dossier
      WHERE n.name_key = :key AND d.status <> 'cancelled'
        AND ((:birthDate <> '' AND s.birth_date = :birthDate)
          OR (:phone <> '' AND EXISTS (SELECT 1 FROM person_number p
                WHERE p.dossier = s.dossier AND p.kind = 'phone' AND p.number = :phone)))`,
  );
  const byRow = db.prepare<[number], VisitRow>(
    `SELECT ${columns} FROM dossier d WHERE d.number = ? AND d.status <> 'cancelled'`,
  );
  const usage = db.prepare<[number, string, string], { procedure_code: string; n: number }>(
    `SELECT procedure_code, sum(n) AS n FROM procedure_use WHERE desk_digit = ? AND day >= ? AND day < ?
      GROUP BY procedure_code HAVING sum(n) > 0 ORDER BY n DESC LIMIT 20`,
  );
  const search = openPeopleSearch(db);

  const sharing = (numbers: readonly string[]): readonly PersonVisit[] =>
    numbers.length === 0 ? [] : byNumbers.all({ numbers: JSON.stringify(numbers) }).map(visitOf);

  return {
    /** Dossiers of whoever has a number, or a name and a date of birth or a phone, in common; in no order. */
    candidates: (known: Particulars): readonly PersonVisit[] => {
      const key = nameKey(known.name);
      const named =
        key === ''
          ? []
          : byName.all({ key, birthDate: known.birthDate ?? '', phone: phoneSearchKey(known.phone) });
      return [...sharing(numbersOf(known)), ...named.map(visitOf)];
    },
    /** Everybody received under one of these numbers, newest first. @param except a dossier that is left out */
    holders: (person: Particulars, except: string): readonly PersonVisit[] =>
      sharing(numbersOf(person))
        .filter(({ dossier }) => dossier !== except)
        .toSorted((a, b) => (a.at < b.at ? 1 : -1)),
    /** Dossiers that answer a question by name, number or phone: best answers first, then the newest. */
    found: (query: string): readonly PersonVisit[] =>
      search
        .findings(query)
        .flatMap((finding) => search.dossiersOf(finding, looked))
        .flatMap((number) => byRow.all(number).map(visitOf)),
    /** How often each procedure was received at a counter from `from` to the day before `until`. */
    usageBetween: (deskDigit: number, from: string, until: string): ReadonlyMap<string, number> =>
      new Map(usage.all(deskDigit, from, until).map((row) => [row.procedure_code, row.n])),
  };
}

const numbersOf = ({ idNumber, otherNumbers }: Particulars): readonly string[] =>
  [idNumber, ...otherNumbers].filter((number) => number !== '');

function visitOf(row: VisitRow): PersonVisit {
  const clash = row.clash === null ? null : (JSON.parse(row.clash) as ClashDecision);
  return {
    dossier: row.id,
    at: row.receivedAt as LocalDateTime,
    applicant: JSON.parse(row.applicant) as Applicant,
    former:
      clash?.decided === 'samePerson' ? { name: clash.otherName, birthDate: clash.otherBirthDate } : null,
    code: row.code,
    procedureCode: row.procedureCode,
    status: row.status,
  };
}
