import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result } from '../../result.ts';
import { parseDossierCode } from './dossier-code.ts';

/**
 * What the QR code of a receipt holds: `MC1*H26.25.39-250520-1043*7QK4B2`, and once it has been issued again after a
 * correction `MC1*H26.25.39-250520-1043*1*…`: a paper says itself whether it still counts. Capital letters, digits and `.-*`
 * only, so that no Vietnamese input method rewrites it while a scanner types it, and a small QR holds it.
 * @source docs/sources.md#codes
 */

/** No vowels, so that no input method has anything to put a mark on. */
const checkAlphabet = '0123456789BCGHKLMNPQTV';
/** The largest prime below 22 ** 6. */
const modulus = 113_379_901;
const factor = 31;

/**
 * Six letters that find a misread code; they are no secret. The code is read as a polynomial in 31 over its
 * character codes modulo a prime and written in base 22. A single wrong character changes the sum by
 * (a - b) * 31 ** i, two exchanged ones by (a - b) * (31 ** i - 31 ** j): neither is 0 modulo that prime.
 */
export function checkLetters(code: string): string {
  let sum = 0;
  for (const character of code) sum = (sum * factor + (character.codePointAt(0) ?? 0)) % modulus;
  let letters = '';
  for (let place = 0; place < 6; place += 1) {
    letters = (checkAlphabet[sum % checkAlphabet.length] ?? '') + letters;
    sum = Math.floor(sum / checkAlphabet.length);
  }
  return letters;
}

/**
 * The text of the QR code.
 * @param code a dossier code as printed
 * @param issue 0 for the first receipt of a dossier, n for the one after its n-th correction: older ones are void
 */
export function receiptCode(code: string, issue = 0): string {
  const told = issue === 0 ? code : `${code}*${issue}`;
  return `MC1*${told}*${checkLetters(told)}`;
}

/**
 * What somebody scanned or typed to name a dossier. `receipt` and `code` hold a whole dossier code; `tail`
 * holds its end, `1043` or `250520-1043`, which more than one dossier may share.
 */
export type ReceiptReading =
  | { readonly kind: 'receipt'; readonly code: string; readonly issue: number }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'tail'; readonly tail: string };

/** @returns `receipt-code-broken` for anything that is neither a whole receipt code, nor a code, nor its end */
export function readReceiptCode(text: string): Result<ReceiptReading, Refusal> {
  const read = text.replaceAll(/[\s\u{FEFF}]/gu, '').toUpperCase();
  if (/^(\d{6}-)?\d{3,7}$/.test(read)) return ok({ kind: 'tail', tail: read });
  const [, scanned, issue, letters] = /^MC1\*([^*]+)(?:\*([1-9]\d?))?\*([^*]{6})$/.exec(read) ?? [];
  const parsed = parseDossierCode(scanned ?? read);
  if (parsed === null) return broken;
  if (scanned === undefined) return ok({ kind: 'code', code: parsed.code });
  const told = issue === undefined ? parsed.code : `${parsed.code}*${issue}`;
  return letters === checkLetters(told)
    ? ok({ kind: 'receipt', code: parsed.code, issue: Number(issue ?? 0) })
    : broken;
}

const broken = err(refuse('receipt-code-broken'));
