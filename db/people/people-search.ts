import type { Database } from 'better-sqlite3';
import { askedInitials, askedWords, nameRank, splitBirth } from '../../shared/domain/people/name-search.ts';
import { tidyIdNumber } from '../../shared/domain/people/personal-number.ts';
import { phonePrefixes } from '../../shared/domain/people/phone.ts';
import { reversed } from './people-index.ts';

/** A condition on `dossier d` and what it is asked with. */
export interface Finding {
  /** How well what it finds answers, as `nameRank` has it. */
  readonly rank: 0 | 1 | 2;
  readonly sql: string;
  readonly values: Readonly<Record<string, string>>;
}

/** The last digits of a number that are worth looking for, and the first ones: fewer are everybody's. */
const leastEnd = 4;
const leastBeginning = 6;

/** More names than this are no answer to a question; which of them is meant is asked for by a further word. */
const mostNames = 4000;

/**
 * Numbers and phones by their last 4 digits or more, by their first 6 or more, in any shape.
 * @returns null for a question that is none about a number
 */
export function findingByNumber(query: string): Finding | null {
  const number = tidyIdNumber(query.replaceAll(/[()+]/g, ''));
  if (!/\d/.test(number) || !/^[A-Z]{0,3}\d[A-Z\d]*$/.test(number) || number.length < leastEnd) return null;
  const beginnings = number.length < leastBeginning ? [] : [...new Set([number, ...phonePrefixes(query)])];
  return {
    rank: 1,
    sql: `d.number IN (
      SELECT p.dossier FROM json_each(:beginnings) q JOIN person_number p
          ON p.number >= q.value AND p.number < q.value || char(1114111)
      UNION SELECT dossier FROM person_number WHERE reversed >= :end AND reversed < :end || char(1114111))`,
    values: { beginnings: JSON.stringify(beginnings), end: reversed(number) },
  };
}

/**
 * Names by any of their words in any order or by their initials, with a year or date of birth behind them if wanted.
 * @returns a finding for each rank that has names, the best first
 */
export function findingsByName(db: Database, query: string): readonly Finding[] {
  const { name, birth } = splitBirth(query);
  const words = askedWords(name).slice(0, 8);
  const initials = askedInitials(name);
  if (!words.some((word) => word.length > 1)) return [];
  const byWords = words
    .map((_, n) => `SELECT name FROM person_word WHERE word >= :w${n} AND word < :w${n} || char(1114111)`)
    .join(' INTERSECT ');
  const named = db
    .prepare<Record<string, string | number>, { id: number; written: string }>(
      `SELECT id, written FROM person_name WHERE id IN (${byWords})
         OR (:initials <> '' AND initials >= :initials AND initials < :initials || char(1114111)) LIMIT :most`,
    )
    .all({
      ...Object.fromEntries(words.map((word, n) => [`w${n}`, word])),
      initials: initials ?? '',
      most: mostNames,
    });
  return ([0, 1, 2] as const).flatMap((rank) => {
    const ids = named.filter(({ written }) => nameRank(name, written) === rank).map(({ id }) => id);
    return ids.length === 0 ? [] : [findingOf(rank, ids, birth)];
  });
}

const findingOf = (rank: Finding['rank'], ids: readonly number[], birth: string): Finding => ({
  rank,
  sql: `d.number IN (
    SELECT s.dossier FROM json_each(:names) q JOIN person_seen s ON s.name = q.value
     WHERE s.birth_date >= :birth AND s.birth_date < :birth || char(1114111))`,
  values: { names: JSON.stringify(ids), birth },
});
