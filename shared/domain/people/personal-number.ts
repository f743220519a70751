import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result, unreachable } from '../../result.ts';
import type { Applicant, IdKind } from './applicant.ts';

/** Numbers that identify a person at the desk. @source docs/sources.md#persons */

/** What a number is, or looks like; `unknown` looks like nothing that is asked for at the desk. */
export type IdNumberKind = 'none' | 'unknown' | IdKind;

/** What the shape of a number tells. @param idNumber as `tidyIdNumber` leaves it */
export function idNumberKind(idNumber: string): IdNumberKind {
  if (idNumber === '') return 'none';
  if (/^\d{12}$/.test(idNumber)) return 'personal';
  if (/^\d{9}$/.test(idNumber)) return 'cmnd';
  if (/^(\d{10}|\d{13})$/.test(idNumber)) return 'organisation';
  return /^(?=.*[A-Z])[A-Z\d]{6,9}$/.test(idNumber) ? 'passport' : 'unknown';
}

/** What is typed before a number for its kind: `mst 0109876543-001`, `hc 123456789`. */
const typedKinds: Readonly<Record<string, IdKind>> = {
  cc: 'personal',
  cccd: 'personal',
  cmnd: 'cmnd',
  hc: 'passport',
  mst: 'organisation',
  gt: 'other',
};

/** Splits the kind off a number that was typed with one; `mst` alone is an organisation without a number. */
export function readTypedNumber(text: string): { readonly idNumber: string; readonly idKind?: IdKind } {
  const [, word = '', number = ''] = /^\s*([a-z]{2,4})(?:[\s:]+(.*))?$/i.exec(text) ?? [];
  const kind = typedKinds[word.toLowerCase()];
  return kind === undefined
    ? { idNumber: tidyIdNumber(text) }
    : { idNumber: tidyIdNumber(number), idKind: kind };
}

type Numbered = Pick<Applicant, 'idNumber' | 'idKind'>;

/** What the number is: as an officer has said, or else what it looks like. */
export const kindOfNumber = ({ idNumber, idKind: chosen }: Numbered): IdNumberKind =>
  idNumber === '' ? 'none' : (chosen ?? idNumberKind(idNumber));

/** As numbers are stored: no separators, capitals. Total. */
export const tidyIdNumber = (text: string): string => text.replaceAll(/[\s.-]/g, '').toUpperCase();

/**
 * Reads what was typed or scanned, in any spacing; nothing typed is fine, a number is not always known.
 * @param chosen the kind an officer has said it is of: a passport or a tax number is then taken as it stands
 * @returns the number as it is stored, or `id-length` with the `count` of characters there are
 */
export function checkIdNumber(text: string, chosen: IdKind | null = null): Result<string, Refusal> {
  const number = tidyIdNumber(text);
  return number === '' || mayBe(number, chosen)
    ? ok(number)
    : err(refuse('id-length', 'idNumber', { count: number.length }));
}

function mayBe(number: string, chosen: IdKind | null): boolean {
  switch (chosen) {
    case null:
      return idNumberKind(number) !== 'unknown';
    case 'personal':
      return /^\d{12}$/.test(number);
    case 'cmnd':
      // A 12-digit card of this name was issued from 2012 to 2015.
      return /^(\d{9}|\d{12})$/.test(number);
    case 'passport':
    case 'organisation':
    case 'other':
      return true;
    default:
      return unreachable(chosen);
  }
}

/** A number that may be right and is worth a second look; foreign papers follow no rule of ours. */
export type IdDoubt = 'id-like-passport' | 'id-like-tax' | 'id-not-usual';

/** @returns null where the number is plainly what it is said to be */
export function idDoubt({ idNumber, idKind: chosen }: Numbered): IdDoubt | null {
  const number = tidyIdNumber(idNumber);
  const shape = idNumberKind(number);
  if (number === '' || shape === 'personal') return null;
  if (chosen === 'organisation') return shape === 'organisation' ? null : 'id-not-usual';
  if (chosen === 'passport') return shape === 'passport' || shape === 'cmnd' ? null : 'id-not-usual';
  if (chosen !== null) return null;
  if (shape === 'organisation') return 'id-like-tax';
  return shape === 'passport' && !/^[A-Z]\d{7,8}$/.test(number) ? 'id-like-passport' : null;
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

/** `001 189 012 345`, `012 345 678`, `0123456789-001`; anything else is shown as it stands. */
export function formatIdNumber(idNumber: string): string {
  if (/^(\d{9}|\d{12})$/.test(idNumber)) return idNumber.replaceAll(/\B(?=(\d{3})+$)/g, ' ');
  return /^\d{13}$/.test(idNumber) ? `${idNumber.slice(0, 10)}-${idNumber.slice(10)}` : idNumber;
}

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
    case 'organisation':
      return `${idNumber.slice(0, 4)}***${idNumber.slice(-2)}`;
    case 'other':
    case 'unknown':
      return '***';
    default:
      return unreachable(kind);
  }
}
