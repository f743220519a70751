import { fold } from '../../text/fold.ts';
import type { Applicant } from './applicant.ts';
import { idNumberKind, kindOfNumber } from './personal-number.ts';
import { phoneSearchKey } from './phone.ts';

/** Whether two records speak of one person; nothing here is stored. @source docs/sources.md#persons */

export type Particulars = Pick<
  Applicant,
  'idNumber' | 'idKind' | 'otherNumbers' | 'name' | 'birthDate' | 'phone'
> & {
  /** Under what else the number stood, where an officer has found that both are the same person. */
  readonly former?: Pick<Applicant, 'name' | 'birthDate'> | null;
};

/** Names compare without marks, case, blanks and signs; `Lý Mỹ` and `Lí Mĩ` are one name. */
export const nameKey = (name: string): string => fold(name).replaceAll(' ', '').replaceAll('y', 'i');

/**
 * One person: a number in common and no contradiction of name or year of birth; or, without rival numbers, the same
 * name with the same date of birth or the same phone. Two different numbers of one kind are two people; a 9-digit
 * and a 12-digit number may be one person before and after.
 */
export const isSamePerson = (a: Particulars, b: Particulars): boolean =>
  shareNumber(a, b)
    ? versionsOf(a).some((one) => versionsOf(b).some((other) => contradictionOf(one, other) === null))
    : isAlike(a, b);

/** One number, two names or two years of birth: a person has to look at it. */
export const isIdClash = (a: Particulars, b: Particulars): boolean =>
  shareNumber(a, b) && !isSamePerson(a, b);

/** What would make two records of one number two people; null when nothing does. */
export function contradictionOf(a: Particulars, b: Particulars): 'name' | 'birth-year' | null {
  if (a.name !== b.name && !agree(nameKey(a.name), nameKey(b.name))) return 'name';
  return agree(yearOf(a), yearOf(b)) ? null : 'birth-year';
}

/** A card or a find may be of the person who is being written down: nothing that both tell differs. */
export const couldBeSamePerson = (a: Particulars, b: Particulars): boolean =>
  contradictionOf(a, b) === null && (shareNumber(a, b) || !haveRivalNumbers(a, b));

function isAlike(a: Particulars, b: Particulars): boolean {
  const isBornThen = a.birthDate !== null && a.birthDate === b.birthDate;
  if (!isBornThen && !isSamePhone(a, b)) return false;
  return nameKey(a.name) !== '' && nameKey(b.name) !== '' && couldBeSamePerson(a, b);
}

const isSamePhone = (a: Particulars, b: Particulars): boolean => {
  const key = phoneSearchKey(a.phone);
  return key !== '' && key === phoneSearchKey(b.phone);
};

const versionsOf = (one: Particulars): readonly Particulars[] =>
  one.former == null ? [one] : [one, { ...one, ...one.former }];

/** What nobody has said agrees with everything. */
const agree = (a: string, b: string): boolean => a === '' || b === '' || a === b;

const yearOf = ({ birthDate }: Particulars): string => birthDate?.slice(0, 4) ?? '';

/** Number and kind: nine digits of a passport are not the old card of the same digits. */
const numberKeys = (one: Particulars): readonly string[] => [
  ...(one.idNumber === '' ? [] : [`${kindOfNumber(one)} ${one.idNumber}`]),
  ...one.otherNumbers.map((number) => `${idNumberKind(number)} ${number}`),
];

const shareNumber = (a: Particulars, b: Particulars): boolean => {
  const keys = new Set(numberKeys(a));
  return numberKeys(b).some((key) => keys.has(key));
};

/** Asked only where no number is shared: both have one of the same kind. */
const haveRivalNumbers = (a: Particulars, b: Particulars): boolean => {
  const kinds = new Set(numberKeys(a).map(kindIn));
  return numberKeys(b).some((key) => kinds.has(kindIn(key)));
};

const kindIn = (key: string): string => key.slice(0, key.indexOf(' '));
