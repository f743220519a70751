import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result } from '../../result.ts';
import { fold, squeezeD } from '../../text/fold.ts';
import { normaliseName } from '../people/person-name.ts';
import { certifiedPapers } from './certified-papers.ts';

/** One line of a certification as it was understood. */
export interface CertificationRow {
  /** Empty when the officer left it to the specialist to name the paper. */
  readonly name: string;
  /** Pages of the original, 1 to 9999. */
  readonly pages: number;
  /** Copies to certify, 1 to 9999. */
  readonly copies: number;
}

/**
 * Reads `type pages*copies`: `gks 1*3`, `học bạ 6x2`, `1*3`, `gks *3`, `gks 2` (pages), `gks`. Pages and
 * copies are 1 when left out, the type may be a mnemonic, words or nothing.
 * @returns `row-not-understood` with the `text`; half a figure (`gks 1x`) is never guessed at
 */
export function readCertificationRow(text: string): Result<CertificationRow, Refusal> {
  const typed = normaliseName(text);
  const refused = err(refuse('row-not-understood', undefined, { text: typed }));
  if (typed === '') return refused;
  const [, type = '', figures] = /^(.*?)\s*((?:\d+\s*[*x×]|\*|×)\s*\d+)$/i.exec(typed) ?? [];
  if (figures !== undefined) {
    const [pages = '', copies = ''] = figures.split(/[*x×]/i).map((figure) => figure.trim());
    return rowOf(type, pages === '' ? 1 : Number(pages), Number(copies)) ?? refused;
  }
  const [, words = typed, pages = '1'] = /^(|.*\s)(\d+)$/.exec(typed) ?? [];
  return (endsInFigure(words) ? null : rowOf(words, Number(pages), 1)) ?? refused;
}

function rowOf(type: string, pages: number, copies: number): Result<CertificationRow, Refusal> | null {
  const words = type.trim();
  if (!isCount(pages) || !isCount(copies) || !isType(words)) return null;
  return ok({ name: paperName(words), pages, copies });
}

/** The paper's name behind a mnemonic, or the words themselves; empty for none. */
function paperName(words: string): string {
  const mnemonic = squeezeD(fold(words));
  const known = Object.hasOwn(certifiedPapers, mnemonic) ? certifiedPapers[mnemonic] : undefined;
  return known ?? words.slice(0, 1).toLocaleUpperCase('vi') + words.slice(1);
}

const isCount = (n: number): boolean => Number.isInteger(n) && n >= 1 && n <= 9999;

/** Words with a letter in them, and no trace of a figure that was not finished, signed or broken. */
const isType = (words: string): boolean =>
  words === '' ||
  (words.length <= 200 && /\p{L}/u.test(words) && !halfAFigure.test(words) && !looseSign.test(words));

/** `1x`, or a `*` that no figures stand around. */
const halfAFigure = /[*×]|(^|\s)\d+x\d*(\s|$)/i;
/** A last word such as `-` or `1.`: the figure behind it would lose its sign or its first half. */
const looseSign = /(^|\s)[^\p{L}\s]*[^\p{L}\d\s]$/u;

/** `gks 1 3` may mean two things: a figure before the figure needs its `*`. */
const endsInFigure = (words: string): boolean => /(^|\s)[^\p{L}\s]*\d[^\p{L}\s]*\s*$/u.test(words);
