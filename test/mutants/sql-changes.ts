import type { Change } from './mutant.ts';

const swaps: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '=': '<>',
  '<>': '=',
  ASC: 'DESC',
  DESC: 'ASC',
  AND: 'OR',
  OR: 'AND',
  MAX: 'MIN',
  MIN: 'MAX',
  EXISTS: 'NOT EXISTS',
  'IS NOT NULL': 'IS NULL',
  'IS NULL': 'IS NOT NULL',
};

const token = /<=|>=|<>|[<>=]|\b(?:IS NOT NULL|IS NULL|ASC|DESC|AND|OR|MAX|MIN|EXISTS)\b/g;
const statement = /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|WHERE|ORDER BY)\b/;

/** An order without a direction gets the other one. */
const undirected = /ORDER BY [\w.]+(?=\s*(?:LIMIT|$))/g;

/**
 * The changes of a statement's operators, and of the direction of its order.
 * @param from where `text` begins in its file, in characters
 */
export function sqlChanges(text: string, from: number): readonly Change[] {
  if (!statement.test(text)) return [];
  const operators = [...text.matchAll(token)].flatMap((hit): readonly Change[] => {
    const now = swaps[hit[0]];
    return now === undefined || isAssignment(text, hit.index)
      ? []
      : [{ start: from + hit.index, end: from + hit.index + hit[0].length, now }];
  });
  const orders = [...text.matchAll(undirected)].map(({ 0: was, index }) => ({
    start: from + index,
    end: from + index + was.length,
    now: `${was} DESC`,
  }));
  return [...operators, ...orders];
}

/** `SET a = 1` gives a value: there is nothing to compare. */
const isAssignment = (text: string, at: number): boolean =>
  /\bSET\b(?:(?!\bWHERE\b)[\s\S])*$/.test(text.slice(0, at));
