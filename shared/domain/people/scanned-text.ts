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

export type OtherCard = 'health-insurance' | 'machine-readable' | 'driving-licence';

/** Cards and lines that people hold out by mistake; null for what is none of them. */
export function otherCardOf(text: string): OtherCard | null {
  const tidy = tidyScan(text);
  if (/^(?:[A-Z]{2}\d{13}|\d{10})[^\p{L}\p{M}\p{N}\s](?:[\da-f]{2}){3,}[^\p{L}\p{M}\p{N}\s]/iu.test(tidy))
    return 'health-insurance';
  if (/^[A-Z]{2}\d{13}[^\p{L}\p{M}\p{N}\s]/iu.test(tidy)) return 'health-insurance';
  if (/^(?:ID|I<|P<)VNM[\dA-Z<]/i.test(tidy)) return 'machine-readable';
  return /^(?:https?:\/\/)?[^\s/]*gplx/i.test(tidy) ? 'driving-licence' : null;
}
