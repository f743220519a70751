import { fold } from '../../text/fold.ts';
import type { Applicant } from './applicant.ts';
import { idNumberKind } from './personal-number.ts';

/** Whether two records speak of one person; nothing here is stored. @source docs/sources.md#persons */

type Particulars = Pick<Applicant, 'idNumber' | 'name' | 'birthDate'>;

/**
 * The same number, or the same name (marks and case apart) and the same date of birth. Two different numbers
 * of one kind are two people; a 9-digit and a 12-digit number may be one person before and after.
 */
export function isSamePerson(a: Particulars, b: Particulars): boolean {
  if (a.idNumber !== '' && a.idNumber === b.idNumber) return true;
  if (haveRivalNumbers(a, b)) return false;
  return isSameName(a, b) && a.birthDate !== null && a.birthDate === b.birthDate;
}

/** One number, two names: somebody's card was misread or mistyped, and a person has to look at it. */
export const isIdClash = (a: Particulars, b: Particulars): boolean =>
  a.idNumber !== '' &&
  a.idNumber === b.idNumber &&
  fold(a.name) !== '' &&
  fold(b.name) !== '' &&
  !isSameName(a, b);

const isSameName = (a: Particulars, b: Particulars): boolean =>
  fold(a.name) !== '' && fold(a.name) === fold(b.name);

const haveRivalNumbers = (a: Particulars, b: Particulars): boolean =>
  a.idNumber !== '' && b.idNumber !== '' && idNumberKind(a.idNumber) === idNumberKind(b.idNumber);
