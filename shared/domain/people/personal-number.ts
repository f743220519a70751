import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result, unreachable } from '../../result.ts';
import type { Applicant } from './applicant.ts';

/** Numbers that identify a person at the desk. @source docs/sources.md#persons */

/** `personal`: the 12-digit number for life. `cmnd`: the 9-digit identity card that ended in 2024. */
export type IdNumberKind = 'none' | 'personal' | 'cmnd' | 'passport' | 'unknown';

/** @param idNumber digits without spaces, or a passport */
export function idNumberKind(idNumber: string): IdNumberKind {
  if (idNumber === '') return 'none';
  if (/^\d{12}$/.test(idNumber)) return 'personal';
  if (/^\d{9}$/.test(idNumber)) return 'cmnd';
  return /^[A-Z]\d{7,8}$/.test(idNumber) ? 'passport' : 'unknown';
}

/**
 * Reads what was typed or scanned, in any spacing; nothing typed is fine, a number is not always known.
 * @returns the number as it is stored, or `id-length` with the `count` of characters there are
 */
export function checkIdNumber(text: string): Result<string, Refusal> {
  const number = text.replaceAll(/[\s.-]/g, '').toUpperCase();
  return idNumberKind(number) === 'unknown'
    ? err(refuse('id-length', 'idNumber', { count: number.length }))
    : ok(number);
}

export interface PersonalNumberFacts {
  /** Where the birth was registered, `001` for Hà Nội; never changed by mergers of provinces. */
  readonly place: string;
  readonly sex: 'male' | 'female';
  /** First year of the century, 1900 or 2000 for people alive today. */
  readonly century: number;
  readonly birthYear: number;
}

/** What the 12 digits say, or null for any other number. There is no check digit. */
export function personalNumberFacts(idNumber: string): PersonalNumberFacts | null {
  if (idNumberKind(idNumber) !== 'personal') return null;
  const centuryAndSex = Number(idNumber[3]);
  const century = 1900 + 100 * Math.floor(centuryAndSex / 2);
  return {
    place: idNumber.slice(0, 3),
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    century,
    birthYear: century + Number(idNumber.slice(4, 6)),
  };
}

/** A number that disagrees with what else is known. Only ever a warning: old registers err, people do not. */
export type IdContradiction =
  | {
      readonly code: 'id-other-birth-year';
      readonly values: { readonly idYear: number; readonly year: number };
    }
  | { readonly code: 'id-other-sex'; readonly values: { readonly idSex: 'male' | 'female' } };

export function idContradictions(
  person: Pick<Applicant, 'idNumber' | 'birthDate' | 'sex'>,
): readonly IdContradiction[] {
  const facts = personalNumberFacts(person.idNumber);
  if (facts === null) return [];
  const found: IdContradiction[] = [];
  const year = person.birthDate === null ? facts.birthYear : Number(person.birthDate.slice(0, 4));
  if (year !== facts.birthYear) {
    found.push({ code: 'id-other-birth-year', values: { idYear: facts.birthYear, year } });
  }
  if (person.sex !== 'unknown' && person.sex !== facts.sex) {
    found.push({ code: 'id-other-sex', values: { idSex: facts.sex } });
  }
  return found;
}

/** `001 189 012 345`, `012 345 678`; anything else is shown as it stands. */
export const formatIdNumber = (idNumber: string): string =>
  /^(\d{9}|\d{12})$/.test(idNumber) ? idNumber.replaceAll(/\B(?=(\d{3})+$)/g, ' ') : idNumber;

/** `001189***345`: enough for the bearer to know it, too little for whoever finds the slip. */
export function maskIdNumber(idNumber: string): string {
  const kind = idNumberKind(idNumber);
  switch (kind) {
    case 'none':
      return '';
    case 'personal':
      return `${idNumber.slice(0, 6)}***${idNumber.slice(-3)}`;
    case 'cmnd':
      return `${idNumber.slice(0, 3)}***${idNumber.slice(-3)}`;
    case 'passport':
      return `${idNumber.slice(0, 2)}***${idNumber.slice(-2)}`;
    case 'unknown':
      return '***';
    default:
      return unreachable(kind);
  }
}
