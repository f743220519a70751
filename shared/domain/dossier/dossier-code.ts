import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result } from '../../result.ts';
import { isRealDate, type LocalDate } from '../base/local-date.ts';

/** The number on the receipt: given out offline, final at once, never used twice. @source docs/sources.md#codes */

/** The circular gives the order of the day four digits: the counter's, and three. */
const perDigit = 999;

/** From here on the numbers that are left are said beside the form. */
const warnedAt = 950;

/** Any valid code, also those of systems that number with 4 to 7 digits. */
export const dossierCodePattern =
  /^(\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.[0-9A-Z]{1,4}){0,4})-(\d{6})-(\d{4,7})$/;

export interface DossierCodeParts {
  /** `H26.25.39` */
  readonly agencyCode: string;
  readonly date: LocalDate;
  /** 1 to 9 each: the counter's own, then those issued to it besides, in the order they are used. */
  readonly digits: readonly number[];
  /** Within the day at this counter, from 1; 999 to a digit. */
  readonly serial: number;
}

/**
 * `H26.25.39-250520-1043`: agency, day of receipt, then four digits: one of the counter's and its number of three. Past 999 the
 * counter goes on with its next digit. No two counters of an office share a digit and no counter repeats a serial, so that no
 * two desks need to talk before a number is printed.
 * @throws RangeError for a digit or serial out of range; `nextSerial` gives none
 */
export function dossierCode({ agencyCode, date, digits, serial }: DossierCodeParts): string {
  const digit = digits[Math.floor((serial - 1) / perDigit)] ?? 0;
  if (!isWholeBetween(digit, 1, 9)) throw new RangeError(`No digit for serial ${serial}`);
  if (!isWholeBetween(serial, 1, digits.length * perDigit)) throw new RangeError(`No serial ${serial}`);
  const number = numberOf(serial);
  return `${agencyCode}-${date.slice(2).replaceAll('-', '')}-${digit}${String(number).padStart(3, '0')}`;
}

/** The three digits of a serial: 1 to 999, and again from 1 under the next digit. */
const numberOf = (serial: number): number => ((serial - 1) % perDigit) + 1;

/**
 * @param last the last serial given out at this counter today, 0 in the morning
 * @param digits how many digits the counter has
 * @returns `serial-used-up` past 999 to a digit: a code of more than four digits is never made
 * @source docs/sources.md#codes
 */
export const nextSerial = (last: number, digits: number): Result<number, Refusal> =>
  last < digits * perDigit
    ? ok(last + 1)
    : err(refuse('serial-used-up', undefined, { last: digits * perDigit }));

/** How many numbers are left today, once they are few; null while there are enough. @see nextSerial */
export function fewSerialsLeft(last: number, digits: number): number | null {
  const left = Math.max(0, digits * perDigit - last);
  return left > perDigit - warnedAt ? null : left;
}

/** Whether a code is this counter's `serial`-th of the day, also as builds numbered that went on with a fifth digit. */
export function isCodeOf(
  { digit, number }: Pick<DossierCode, 'digit' | 'number'>,
  { digits, serial }: Pick<DossierCodeParts, 'digits' | 'serial'>,
): boolean {
  if (digit === null || number === null) return false;
  const [own, ...further] = digits;
  // The order of the further digits is the desk's affair: one may have come while others were in use.
  return digit === own
    ? number === serial
    : further.includes(digit) && serial > perDigit && number === numberOf(serial);
}

/** What a code says; `digit` and `number` are null in codes of other systems. */
export interface DossierCode {
  readonly code: string;
  readonly agencyCode: string;
  readonly date: LocalDate;
  readonly tail: string;
  /** One of a counter's digits, 1 to 9, and the number behind it. */
  readonly digit: number | null;
  readonly number: number | null;
}

/** Reads a code in any case, with blanks around it; null when it is none. */
export function parseDossierCode(text: string): DossierCode | null {
  const code = text.trim().toUpperCase();
  const [, agencyCode, yymmdd, tail] = dossierCodePattern.exec(code) ?? [];
  if (agencyCode === undefined || yymmdd === undefined || tail === undefined) return null;
  const date = `20${yymmdd.slice(0, 2)}-${yymmdd.slice(2, 4)}-${yymmdd.slice(4)}`;
  if (!isRealDate(date)) return null;
  return { code, agencyCode, date: date as LocalDate, tail, ...ownParts(tail) };
}

/** The last group, `1043`: what officers and citizens say, and the number on the slip. */
export const codeTail = (code: string): string => code.slice(code.lastIndexOf('-') + 1);

/** `250520-1043`: day and number, for reading aloud. Text that is no code comes back as it is. */
export const shortCode = (code: string): string => /\d{6}-\d{4,7}$/.exec(code)?.[0] ?? code;

/** Ours are a digit from 1 to 9 and three more. Builds of before went on with four that do not start with 0. */
function ownParts(tail: string): Pick<DossierCode, 'digit' | 'number'> {
  const number = Number(tail.slice(1));
  const ours = /^[1-9](\d{3}|[1-9]\d{3})$/.test(tail) && number > 0;
  return ours ? { digit: Number(tail[0]), number } : { digit: null, number: null };
}

const isWholeBetween = (n: number, from: number, to: number): boolean =>
  Number.isInteger(n) && n >= from && n <= to;
