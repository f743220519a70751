import type { Database } from 'better-sqlite3';
import { askedInitials, askedWords } from '../../shared/domain/people/name-search.ts';
import { hasMarks } from '../../shared/text/fold.ts';
import { type Finding, openPeopleSearch } from '../people/people-search.ts';
import { lastCharacter, reversed } from '../people/reversed.ts';
import { statementsOf } from '../statements.ts';

/** What a question of the list comes to: numbers it names, or words each of which must begin one of the row's. */
export type Answers =
  | { readonly kind: 'numbers'; readonly sql: string; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'words'; readonly words: string; readonly exactNames: string };

/** More than this is not counted: it says "many". */
const mostCounted = 1000;

/** Finds dossiers newest first: the number of a row grows with the minute of its receipt. */
export function openDossierSearch(db: Database) {
  const prepared = statementsOf(db);
  const people = openPeopleSearch(db);
  const numberOf = db.prepare<[string], { number: number }>('SELECT number FROM dossier WHERE id = ?');
  const isExact = db.prepare<{ number: number; exactNames: string }, { yes: 1 }>(
    `SELECT 1 AS yes FROM person_seen WHERE dossier = :number AND name IN (SELECT value FROM json_each(:exactNames))`,
  );

  /** Digits look for the end of a code, a number or a phone; words for what begins words of name, procedure and address. */
  const answering = (query: string): Answers | null => {
    const numbers = byNumbers(query);
    if (numbers !== null) return numbers;
    const words = askedWords(query);
    if (words.length === 0) return null;
    const begun = words.map((word) => `"${word}"*`).join(' ');
    const initials = askedInitials(query);
    return {
      kind: 'words',
      words: initials === null ? begun : `(${begun}) OR "${initials}"*`,
      exactNames: exactNames(query),
    };
  };

  const exactNames = (query: string): string => {
    const best = hasMarks(query) ? people.byName(query)[0] : undefined;
    return best?.rank === 0 ? (best.values['names'] ?? '[]') : '[]';
  };

  const run = (answers: Answers, condition: string, values: Readonly<Record<string, unknown>>) => {
    const sql =
      answers.kind === 'numbers'
        ? `SELECT d.id, d.number FROM dossier d WHERE ${answers.sql} AND ${condition} AND d.number < :before
            ORDER BY d.number DESC LIMIT :limit`
        : `SELECT d.id, d.number FROM dossier_words w CROSS JOIN dossier d ON d.number = w.rowid
            WHERE w.dossier_words MATCH :words AND w.rowid < :before AND ${condition}
            ORDER BY w.rowid DESC LIMIT :limit`;
    const asked = answers.kind === 'numbers' ? answers.values : { words: answers.words };
    return prepared<{ id: string; number: number }>(sql).all({ ...values, ...asked });
  };

  return {
    answering,
    /**
     * Ids of what answers within a group, newest first; names with the marks as typed before the others.
     * @param condition of the group, on `dossier d`
     * @param after the last row of the page before
     */
    newest(
      answers: Answers,
      condition: string,
      {
        after,
        limit,
        ...values
      }: { readonly after: string | null; readonly limit: number } & Readonly<Record<string, unknown>>,
    ): readonly string[] {
      const last = after === null ? undefined : numberOf.get(after)?.number;
      const before = last ?? Number.MAX_SAFE_INTEGER;
      const exact = answers.kind === 'words' ? answers.exactNames : '[]';
      if (exact === '[]') return run(answers, condition, { ...values, before, limit }).map(({ id }) => id);
      const isPast = last !== undefined && isExact.get({ number: last, exactNames: exact }) === undefined;
      const some = { ...values, exactNames: exact };
      const first = isPast ? [] : run(answers, `${condition} AND ${bearsExact}`, { ...some, before, limit });
      const rest = {
        ...some,
        before: isPast ? before : Number.MAX_SAFE_INTEGER,
        limit: limit - first.length,
      };
      const then = rest.limit === 0 ? [] : run(answers, `${condition} AND NOT ${bearsExact}`, rest);
      return [...first, ...then].map(({ id }) => id);
    },
    matches(query: string): number {
      const answers = answering(query);
      if (answers === null) return 0;
      return run(answers, 'true', { before: Number.MAX_SAFE_INTEGER, limit: mostCounted }).length;
    },
    /** Ids by the end of a code, or of whoever answers to a name, number or phone: best answers first, then the newest. */
    found(query: string, limit: number): readonly string[] {
      const ids = new Set<string>();
      for (const row of byCodeEnd(query, limit)) ids.add(row.id);
      for (const finding of people.findings(query)) {
        if (ids.size >= limit) break;
        for (const number of people.dossiersOf(finding, limit)) ids.add(idAt(number));
      }
      return [...ids].slice(0, limit);
    },
  };

  function idAt(number: number): string {
    const row = prepared<{ id: string }>('SELECT id FROM dossier WHERE number = :number').get({ number });
    if (row === undefined) throw new Error('The people index names a dossier that is not there');
    return row.id;
  }

  function byCodeEnd(query: string, limit: number): readonly { readonly id: string }[] {
    const end = query.replaceAll(/\s/g, '');
    if (!/^(\d{6}-)?\d{3,7}$/.test(end)) return [];
    return prepared<{ id: string }>(
      `SELECT d.id FROM dossier d WHERE ${endsSo} ORDER BY d.number DESC LIMIT :limit`,
    ).all({ end: reversed(`-${end}`), limit });
  }

  function byNumbers(query: string): Answers | null {
    const typed = query.trim().toUpperCase();
    const isNumber =
      /^[A-Z]{0,3}[\d.+()-]+[A-Z\d.+()\s-]*$/.test(typed) && typed.replaceAll(/\D/g, '').length >= 3;
    if (!isNumber) return null;
    const person: Pick<Finding, 'sql' | 'values'> | null = people.byNumber(query);
    const byPerson = person === null ? '' : ` UNION ${person.sql}`;
    return {
      kind: 'numbers',
      sql: `d.number IN (SELECT d.number FROM dossier d WHERE ${endsSo}${byPerson})`,
      values: { ...person?.values, end: reversed(typed) },
    };
  }
}

const endsSo = `d.code_reversed >= :end AND d.code_reversed < :end || ${lastCharacter}`;

/** The row's person is written with the marks that were typed. */
const bearsExact = `EXISTS (SELECT 1 FROM person_seen s WHERE s.dossier = d.number
  AND s.name IN (SELECT value FROM json_each(:exactNames)))`;
