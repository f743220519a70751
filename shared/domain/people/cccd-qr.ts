import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result } from '../../result.ts';
import { fold } from '../../text/fold.ts';
import { day, isRealDate, type LocalDate } from '../base/local-date.ts';
import { type Applicant, noApplicant } from './applicant.ts';
import { areLettersDoubtful, isCaseInverted, rereadAsUtf8, withCaseTurned } from './card-letters.ts';
import { normaliseName, titleCaseName } from './person-name.ts';
import { type OtherCard, otherCardOf, scannedFields, tidyScan } from './scanned-text.ts';

/**
 * The QR code of a citizen's card, in memory only: its text is never stored.
 * @source docs/sources.md#persons
 */
export interface CardScan {
  /** `phone` stays empty: a card has none. What the card does not tell for certain stays unknown. */
  readonly applicant: Applicant;
  /** The 9-digit number before, empty where the card names none. */
  readonly oldIdNumber: string;
  readonly issuedOn: LocalDate | null;
  /** Letters may be missing or false: name, address and sex are to be checked, numbers and dates hold. */
  readonly lettersDoubtful: boolean;
}

interface CardFields {
  readonly oldIdNumber: string;
  readonly name: string;
  readonly birth: string;
  readonly sex: string;
  readonly address: string;
  readonly issued: string;
}

/**
 * Reads `number|old number|name|ddMMyyyy|sex|address|ddMMyyyy` and whatever follows. Cards from July 2024 on
 * carry more, in an order that is not published: they are read by place and by what a field looks like. Letters are
 * repaired only where the repair proves itself. Never throws.
 * @returns the name of another card that was held out, or `scan-unreadable` for anything else
 */
export function readCard(text: string): Result<CardScan, Refusal> {
  const other = otherCardOf(text);
  if (other !== null) return err(refuse(otherCards[other]));
  const scanned = scannedFields(normaliseName(rereadAsUtf8(tidyScan(text))));
  if (scanned === null) return unreadable;
  const [idNumber = '', ...rest] = scanned.fields.map((field) => field.trim());
  if (!/^\d{12}$/.test(idNumber)) return unreadable;
  const read = chipLayout(rest) ?? newerLayout(rest);
  if (read === null || read.name.length > 120) return unreadable;
  const fields = isCaseInverted(read.name) ? turned(read) : read;
  return ok({
    applicant: {
      ...noApplicant,
      name: cardName(fields.name),
      idNumber,
      birthDate: birthDateOf(fields.birth),
      sex: sexOf(fields.sex),
      address: fields.address.slice(0, 300).toWellFormed(),
    },
    oldIdNumber: fields.oldIdNumber,
    issuedOn: issueDateOf(fields.issued),
    lettersDoubtful: areLettersDoubtful(fields.name, fields.address, fields.sex),
  });
}

const unreadable = err(refuse('scan-unreadable'));

const otherCards = {
  'health-insurance': 'scan-health-insurance',
  'machine-readable': 'scan-machine-readable',
  'driving-licence': 'scan-driving-licence',
  'vehicle-registration': 'scan-vehicle-registration',
  link: 'scan-link',
} as const satisfies Record<OtherCard, string>;

/** Caps Lock turned the letters of the whole card. */
const turned = (fields: CardFields): CardFields => ({
  ...fields,
  name: withCaseTurned(fields.name),
  sex: withCaseTurned(fields.sex),
  address: withCaseTurned(fields.address),
});

/**
 * The order of 2021 to 2024; an empty old number leaves its bars. Fields past the seventh are ignored. A birth that
 * cannot be read is left open where the sex behind it shows that everything else is in its place.
 */
function chipLayout(rest: readonly string[]): CardFields | null {
  const [oldIdNumber, name, birth, sex, address, issued = ''] = rest;
  if (oldIdNumber === undefined || name === undefined || birth === undefined) return null;
  if (sex === undefined || address === undefined) return null;
  if (!/^(\d{9}|\d{12})?$/.test(oldIdNumber) || !hasLetters(name)) return null;
  if (!isCardDate(birth) && sexOf(sex) === 'unknown') return null;
  return { oldIdNumber, name, birth, sex, address, issued };
}

/**
 * Two dates, birth before issue, a name before any other words, and an address: it looks like one, or it stands
 * before the day of issue. What stands behind that day are names of relatives.
 */
function newerLayout(rest: readonly string[]): CardFields | null {
  const dates = rest.filter((field) => isCardDate(field) && !/^\d{4}$/.test(field));
  const [first, second] = dates;
  const words = rest.filter((field) => hasLetters(field) && sexOf(field) === 'unknown');
  const [name, ...others] = words;
  if (first === undefined || second === undefined || name === undefined || !isNameLike(name)) return null;
  const [birth, issued] = yearOf(first) <= yearOf(second) ? [first, second] : [second, first];
  return {
    oldIdNumber: rest.find((field) => /^\d{9}$/.test(field)) ?? '',
    name,
    birth,
    sex: rest.find((field) => sexOf(field) !== 'unknown') ?? '',
    address: others.find(isAddressLike) ?? '',
    issued,
  };
}

/** Commas or figures, or a word that places begin with; `Việt Nam` and `Kinh` are no address, nor is a name. */
const isAddressLike = (field: string): boolean =>
  !isNameLike(field) || /^(?:thon|to|xom|ap|ban|buon|khu|xa|phuong|so) /.test(fold(field));

/** No commas and no figures: an address is not taken for a name where the name is missing. */
const isNameLike = (field: string): boolean => /^[\p{L}\p{M}\s'’.-]+$/u.test(field);
const hasLetters = (field: string): boolean => /\p{L}/u.test(field);
const isCardDate = (field: string): boolean => birthDateOf(field) !== null;
const yearOf = (date: string): string => date.slice(-4);

/**
 * `12031989` or `12/03/1989`; `00` for a day or month that nobody knows, or the year alone, gives a partial date.
 * Null when it is no date.
 */
function birthDateOf(field: string): string | null {
  if (/^(?:19|20)\d\d$/.test(field)) return field;
  const [, dd, , mm, yyyy] = /^(\d\d)([./-]?)(\d\d)\2((?:19|20)\d\d)$/.exec(field) ?? [];
  if (dd === undefined || mm === undefined || yyyy === undefined) return null;
  if (mm === '00') return dd === '00' ? yyyy : null;
  if (dd === '00') return isRealDate(`${yyyy}-${mm}-01`) ? `${yyyy}-${mm}` : null;
  return isRealDate(`${yyyy}-${mm}-${dd}`) ? `${yyyy}-${mm}-${dd}` : null;
}

function issueDateOf(field: string): LocalDate | null {
  const date = birthDateOf(field);
  return date?.length === 10 ? day(date) : null;
}

function sexOf(field: string): Applicant['sex'] {
  const folded = fold(field);
  if (folded === 'nam') return 'male';
  return folded === 'nu' ? 'female' : 'unknown';
}

/** Cards write names in capitals or not; a name in one case only is set in title case. */
const cardName = (name: string): string =>
  name === name.toLocaleUpperCase('vi') || name === name.toLocaleLowerCase('vi')
    ? titleCaseName(name)
    : normaliseName(name);
