import { otherCardAt, scannedFields, tidyScan } from '../../shared/domain/people/scanned-text.ts';

/**
 * What our scanners read: a citizen card (`001189012345|…`) or one of our receipts (`MC1*…`). Anything else that
 * arrives quickly is typing: a macro of the input method, a paste tool, two hands on one word.
 */
const receipt = /MC1\*[^\s]*/i;
const citizenCard = /(?:\][a-z]\d)?(?:[A-Z]{2}\d{13}|\d{9,12})[^\p{L}\p{M}\p{N}\s].*/isu;
/** Where a code starts within `text`, or -1. What a person typed just before it stays theirs. */
export function codeAt(text: string): number {
  const found = citizenCard.exec(text) ?? receipt.exec(text);
  const other = otherCardAt(text);
  // What the desk only names begins as early as it can: nothing of it is left in a field.
  if (found === null || (other >= 0 && other < found.index)) return other;
  return found.index;
}

/** True as soon as a text may become a code: from here a burst is worth waiting for. */
export const mayBecomeCode = (text: string): boolean =>
  /\d{9}|MC1|VNM[\d<]|\d[MFX<]\d{7}|<<|gplx|https?:|\d{2}[A-Z]{1,2}\d?[-. ]?\d{3}/i.test(text);

/** True when nothing is missing from a code: all seven parts of a card, the check letters of a receipt. */
export function isWholeCode(text: string): boolean {
  if (/^MC1\*/i.test(text)) return /^MC1\*[^*]+(\*\d{1,2})?\*[^*]{6}$/i.test(text);
  const separator = scannedFields(tidyScan(text))?.separator ?? '|';
  return text.split(separator).length >= cardParts;
}

const cardParts = 7;

/** Receipt codes have no lower case: Caps Lock turns every letter of a scanner round. */
export const receiptText = (text: string): string | null =>
  /^MC1\*/i.test(text) ? text.trim().toUpperCase() : null;
