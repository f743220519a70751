import { foldedWords, hasMarks, squeezeD } from '../../text/fold.ts';
import type { Procedure } from './procedure.ts';

/** The order in which a new counter offers procedures: what communes are asked for most. */
const usualFirst = [
  '2.000815',
  '2.000884',
  '1.004873',
  '1.001193',
  '2.000635',
  '1.000656',
  '1.000894',
  '2.001035',
  '1.004859',
  '1.004884',
  '2.000908',
];
const pickCount = 9;

/**
 * Procedures that answer to `query`, best first: by national code (`2.0008`, `000815`), by initials (`ctbs`),
 * by words or their beginnings in any order and without marks. A query with marks puts those first that bear
 * the same marks. Nothing for an empty query.
 */
export function searchProcedures(query: string, procedures: readonly Procedure[]): readonly Procedure[] {
  const asked = query.normalize('NFC').trim().toLowerCase();
  const found = procedures.flatMap((procedure) => {
    const rank = rankOf(asked, procedure);
    return rank === null ? [] : [{ procedure, rank }];
  });
  return found
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        usualRank(a.procedure.code) - usualRank(b.procedure.code) ||
        a.procedure.shortName.length - b.procedure.shortName.length ||
        compareCodes(a.procedure.code, b.procedure.code),
    )
    .map(({ procedure }) => procedure);
}

/**
 * What the digits 1 to 9 stand for at a counter: its most used procedures, then the usual ones, then the rest
 * in the catalogue's order. Procedures that the catalogue has dropped do not come back by their use.
 * @param usage dossiers by procedure code
 */
export function quickPicks(
  usage: ReadonlyMap<string, number>,
  procedures: readonly Procedure[],
): readonly Procedure[] {
  const uses = ({ code }: Procedure): number => usage.get(code) ?? 0;
  return procedures
    .toSorted((a, b) => uses(b) - uses(a) || usualRank(a.code) - usualRank(b.code))
    .slice(0, pickCount);
}

/** A name as it is compared: folded once a query. */
interface NameKeys {
  readonly name: string;
  readonly words: readonly string[];
  readonly initials: string;
}

const keysOf = (name: string): NameKeys => {
  const words = foldedWords(name);
  return { name, words, initials: squeezeD(words.map((word) => word.slice(0, 1)).join('')) };
};

/** Lower is better; null when the procedure does not answer at all. */
function rankOf(asked: string, procedure: Procedure): number | null {
  if (isCodeStart(asked, procedure.code)) return 0;
  const words = foldedWords(asked);
  if (words.length === 0) return null;
  const names = [procedure.shortName, procedure.name].map(keysOf);
  const rank = initialsRank(words, names) ?? wordsRank(words, names);
  if (rank === null) return null;
  return hasMarks(asked) && names.some(({ name }) => bearsMarks(name, asked)) ? rank - markedFirst : rank;
}

/** How far ahead the same marks put a name: past everything without them, behind codes. */
const markedFirst = 10;

/** 11: one word is all the initials; 12: it is their beginning. */
function initialsRank(words: readonly string[], names: readonly NameKeys[]): number | null {
  if (words.length !== 1) return null;
  const typed = squeezeD(words[0] ?? '');
  if (names.some((one) => one.initials === typed)) return 11;
  return names.some((one) => one.initials.startsWith(typed)) ? 12 : null;
}

/** 13: the short name has the words in this order; 14: in another; 15, 16: the same for the full name. */
function wordsRank(words: readonly string[], names: readonly NameKeys[]): number | null {
  for (const [index, name] of names.entries()) {
    if (` ${name.words.join(' ')}`.includes(` ${words.join(' ')}`)) return 13 + 2 * index;
    if (everyWordStarts(words, name.words)) return 14 + 2 * index;
  }
  return null;
}

const everyWordStarts = (words: readonly string[], nameWords: readonly string[]): boolean =>
  words.every((word) => nameWords.some((nameWord) => nameWord.startsWith(word)));

/** Every marked word of the query begins a word of the name with the same marks. */
function bearsMarks(name: string, asked: string): boolean {
  const nameWords = name.normalize('NFC').toLowerCase().split(/\s+/);
  return asked
    .split(/\s+/)
    .filter(hasMarks)
    .every((word) => nameWords.some((nameWord) => nameWord.startsWith(word)));
}

/** With or without the series number and its point; at least two figures, since single digits are picks. */
function isCodeStart(asked: string, code: string): boolean {
  if (!/^[\dx][\d.]+$/.test(asked)) return false;
  const digits = asked.replaceAll('.', '');
  const codeDigits = code.replaceAll('.', '');
  return code.startsWith(asked) || codeDigits.startsWith(digits) || codeDigits.slice(1).startsWith(digits);
}

function usualRank(code: string): number {
  const index = usualFirst.indexOf(code);
  return index < 0 ? usualFirst.length : index;
}

const compareCodes = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
