/** The one way to read what a scanner sent, for the desk and for the page that hears the keys. */

/** Scanners may name the kind of code before it: `]Q1`, `]E0`. */
const symbology = /^\][A-Za-z]\d/;

/** Without byte-order marks, line ends, other control characters at either end, and the scanner's own prefix. */
export const tidyScan = (text: string): string =>
  text
    .replaceAll('\u{FEFF}', '')
    .replaceAll(/^[\p{Cc} ]+|[\p{Cc} ]+$/gu, '')
    .replace(symbology, '')
    .trimStart();

interface ScannedFields {
  readonly separator: string;
  readonly fields: readonly string[];
}

/**
 * Fields of a code that starts with a number: whatever sign stands behind the number parts them, since keyboard
 * layouts turn the bar into `>`, `~` or `;`. Null where no number with a sign behind it starts the text.
 */
export function scannedFields(text: string): ScannedFields | null {
  const [, separator] = /^\s*\d{9,12}\s*([^\p{L}\p{M}\p{N}\s])/u.exec(text) ?? [];
  return separator === undefined ? null : { separator, fields: text.split(separator) };
}

export type OtherCard =
  | 'health-insurance'
  | 'machine-readable'
  | 'driving-licence'
  | 'vehicle-registration'
  | 'link';

/** Where each of them is told by what it begins with; the first that fits names it. */
const otherCards: readonly (readonly [OtherCard, RegExp])[] = [
  [
    'health-insurance',
    /(?:[A-Z]{2}\d{13}|\d{10})[^\p{L}\p{M}\p{N}\s](?:[\da-f]{2}){3,}[^\p{L}\p{M}\p{N}\s].*/isu,
  ],
  ['health-insurance', /[A-Z]{2}\d{13}[^\p{L}\p{M}\p{N}\s].*/isu],
  // The first line of a card or passport, the line of dates, the line of the name.
  ['machine-readable', /(?:ID|I<|P<)VNM[\dA-Z<]{5}.*/is],
  ['machine-readable', /\d{7}[MFX<]\d{7}VNM[\dA-Z<]*.*/is],
  ['machine-readable', /[A-Z]{2,}(?:<[A-Z]+)*<<[A-Z<]*/i],
  ['driving-licence', /(?:https?:\/\/)?[^\s/]*gplx.*/is],
  // The number, and among the fields the class: A1, B2, FC.
  [
    'driving-licence',
    /\d{12}([^\p{L}\p{M}\p{N}\s])(?:[^\n]*\1)?(?:A1?|A[2-4]|B[1-2]?|B1?E|C1?E?|D[12]?E?|F[BCDE])(?:\1.*|\s*$)/su,
  ],
  ['vehicle-registration', /\d{2}[A-Z]{1,2}\d?[-. ]?\d{3}\.?\d{2}[^\p{L}\p{M}\p{N}\s.].*/su],
  ['link', /https?:\/\/\S{4}.*/is],
];

/** Cards and lines that people hold out by mistake; null for what is none of them. */
export function otherCardOf(text: string): OtherCard | null {
  const tidy = tidyScan(text);
  return otherCards.find(([, form]) => form.exec(tidy)?.index === 0)?.[0] ?? null;
}

/** Where one of them starts within what came from the keys, or -1. */
export function otherCardAt(text: string): number {
  const starts = otherCards.flatMap(([, form]) => form.exec(text)?.index ?? []);
  const start = Math.min(...starts);
  if (!Number.isFinite(start)) return -1;
  return /\][a-z]\d$/i.test(text.slice(0, start)) ? start - 3 : start;
}
