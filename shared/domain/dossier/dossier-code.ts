import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result } from '../../result.ts';
import { isRealDate, type LocalDate } from '../base/local-date.ts';

/** The number on the receipt: given out offline, final at once, never used twice. @source docs/sources.md#codes */

const maxSerial = 9999;

/** Any valid code, also those of systems that number with 4 to 7 digits. */
export const dossierCodePattern =
  /^(\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.[0-9A-Z]{1,4}){0,4})-(\d{6})-(\d{4,7})$/;

export interface DossierCodeParts {
  /** `H26.25.39` */
  readonly agencyCode: string;
  readonly date: LocalDate;
  /** 1 to 9, one per counter. */
  readonly deskDigit: number;
  /** 1 to 9999 within the day at this counter. */
  readonly serial: number;
}

/**
 * `H26.25.39-250520-1043`: agency, day of receipt, then the counter's digit before its serial of three digits
 * (four past 999). Counters differ in the first digit and one counter never repeats a serial, so that no two
 * desks need to talk before a number is printed.
 * @throws RangeError for a digit or serial out of range; `nextSerial` gives none
 */
export function dossierCode({ agencyCode, date, deskDigit, serial }: DossierCodeParts): string {
  if (!isWholeBetween(deskDigit, 1, 9)) throw new RangeError(`No counter ${deskDigit}`);
  if (!isWholeBetween(serial, 1, maxSerial)) throw new RangeError(`No serial ${serial}`);
  return `${agencyCode}-${date.slice(2).replaceAll('-', '')}-${codeTail(deskDigit, serial)}`;
}

/** The last group, `1043`: what officers and citizens say, and the number on the slip. */
export const codeTail = (deskDigit: number, serial: number): string =>
  `${deskDigit}${String(serial).padStart(3, '0')}`;

/**
 * @param last the last serial given out at this counter today, 0 in the morning
 * @returns `serial-used-up` past 9999
 */
export const nextSerial = (last: number): Result<number, Refusal> =>
  last < maxSerial ? ok(last + 1) : err(refuse('serial-used-up', undefined, { last: maxSerial }));

/** What a code says; `deskDigit` and `serial` are null in codes of other systems. */
export interface DossierCode {
  readonly code: string;
  readonly agencyCode: string;
  readonly date: LocalDate;
  readonly tail: string;
  readonly deskDigit: number | null;
  readonly serial: number | null;
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

/** `250520-1043`: day and number, for reading aloud. Text that is no code comes back as it is. */
export const shortCode = (code: string): string => /\d{6}-\d{4,7}$/.exec(code)?.[0] ?? code;

/** Ours are a counter from 1 to 9 and three digits, or four that do not start with 0. */
function ownParts(tail: string): Pick<DossierCode, 'deskDigit' | 'serial'> {
  const serial = Number(tail.slice(1));
  const ours = /^[1-9](\d{3}|[1-9]\d{3})$/.test(tail) && serial > 0;
  return ours ? { deskDigit: Number(tail[0]), serial } : { deskDigit: null, serial: null };
}

const isWholeBetween = (n: number, from: number, to: number): boolean =>
  Number.isInteger(n) && n >= from && n <= to;
