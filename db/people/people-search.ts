import type { Database } from 'better-sqlite3';
import { askedInitials, askedWords, nameRank, splitBirth } from '../../shared/domain/people/name-search.ts';
import { tidyIdNumber } from '../../shared/domain/people/personal-number.ts';
import { phonePrefixes } from '../../shared/domain/people/phone.ts';
import { statementsOf } from '../statements.ts';
import { lastCharacter, reversed } from './reversed.ts';

/** Dossiers of people who answer a question, as a subquery of their numbers and what it is asked with. */
export interface Finding {
  /** How well what it finds answers, as `nameRank` has it. */
  readonly rank: 0 | 1 | 2;
  readonly sql: string;
  readonly values: Readonly<Record<string, string>>;
  /** How many names it looks for; 0 where it looks for numbers. */
  readonly names: number;
}

/** The last digits of a number that are worth looking for, and the first ones: fewer are everybody's. */
const leastEnd = 4;
const leastBeginning = 6;

/** Of more names than this those are taken whose bearers came last; which is meant is said by a further word. */
const mostNames = 400;
/** So many names that their bearers are found sooner by going back through everybody who came. */
const manyNames = 40;
const lookedBack = 5000;

export function openPeopleSearch(db: Database) {
  const prepared = statementsOf(db);

  /**
   * Names by any of their words in any order or by their initials, with a year or date of birth behind them if wanted.
   * @returns a finding for each rank that has names, the best first
   */
  const byName = (query: string): readonly Finding[] => {
    const { name, birth } = splitBirth(query);
    const words = askedWords(name).slice(0, 8);
    if (!words.some((word) => word.length > 1)) return [];
    const named = prepared<{ id: number; written: string }>(namesSql(words.length)).all({
      ...Object.fromEntries(words.map((word, n) => [`w${n}`, word])),
      initials: askedInitials(name) ?? '',
      most: mostNames,
    });
    const ranked = named.map(({ id, written }) => ({ id, rank: nameRank(name, written) }));
    return ([0, 1, 2] as const).flatMap((rank) => {
      const ids = ranked.filter((one) => one.rank === rank).map(({ id }) => id);
      return ids.length === 0 ? [] : [findingOf(rank, ids, birth)];
    });
  };

  return {
    byName,
    byNumber,
    /** By number or phone where the question looks like one, otherwise by name; the best first. */
    findings(query: string): readonly Finding[] {
      const number = byNumber(query);
      return number === null ? byName(query) : [number];
    },
    /** Numbers of the newest dossiers of a finding. */
    dossiersOf({ sql, values, names }: Finding, limit: number): readonly number[] {
      const asked = { ...values, limit };
      if (names > manyNames) {
        const recent = prepared<{ dossier: number }>(
          `SELECT dossier FROM (SELECT * FROM person_seen ORDER BY dossier DESC LIMIT ${lookedBack})
            WHERE name IN (SELECT value FROM json_each(:names))
              AND birth_date >= :birth AND birth_date < :birth || ${lastCharacter} LIMIT :limit`,
        ).all(asked);
        if (recent.length === limit) return recent.map(({ dossier }) => dossier);
      }
      const found = prepared<{ dossier: number }>(
        `SELECT dossier FROM (${sql}) ORDER BY dossier DESC LIMIT :limit`,
      ).all(asked);
      return found.map(({ dossier }) => dossier);
    },
  };
}

/** Numbers and phones by their last 4 digits or more, by their first 6 or more, in any shape; null for what is none. */
function byNumber(query: string): Finding | null {
  const number = tidyIdNumber(query.replaceAll(/[()+]/g, ''));
  if (!/\d/.test(number) || !/^[A-Z]{0,3}\d[A-Z\d]*$/.test(number) || number.length < leastEnd) return null;
  const beginnings = number.length < leastBeginning ? [] : [...new Set([number, ...phonePrefixes(query)])];
  return {
    rank: 1,
    names: 0,
    // CROSS: few beginnings are looked up in many numbers, never the other way round.
    sql: `SELECT p.dossier FROM json_each(:beginnings) q CROSS JOIN person_number p
        WHERE p.number >= q.value AND p.number < q.value || ${lastCharacter}
      UNION SELECT dossier FROM person_number WHERE reversed >= :personEnd AND reversed < :personEnd || ${lastCharacter}`,
    values: { beginnings: JSON.stringify(beginnings), personEnd: reversed(number) },
  };
}

function namesSql(words: number): string {
  const byWords = Array.from(
    { length: words },
    (_, n) => `SELECT name FROM person_word WHERE word >= :w${n} AND word < :w${n} || ${lastCharacter}`,
  ).join(' INTERSECT ');
  return `SELECT id, written FROM person_name WHERE id IN (${byWords})
      OR (:initials <> '' AND id IN (SELECT name FROM person_initials
           WHERE initials >= :initials AND initials < :initials || ${lastCharacter}))
    ORDER BY last_seen DESC LIMIT :most`;
}

const findingOf = (rank: Finding['rank'], ids: readonly number[], birth: string): Finding => ({
  rank,
  names: ids.length,
  sql: `SELECT s.dossier FROM json_each(:names) q CROSS JOIN person_seen s ON s.name = q.value
     WHERE s.birth_date >= :birth AND s.birth_date < :birth || ${lastCharacter}`,
  values: { names: JSON.stringify(ids), birth },
});
