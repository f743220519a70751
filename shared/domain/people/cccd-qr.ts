import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result } from '../../result.ts';
import { fold } from '../../text/fold.ts';
import { day, isRealDate, type LocalDate } from '../base/local-date.ts';
import type { Applicant } from './applicant.ts';
import { normaliseName, titleCaseName } from './person-name.ts';

/**
 * The QR code of a citizen's card, in memory only: its text is never stored.
 * @source docs/sources.md#persons
 */
export interface CardScan {
  /** `phone` stays empty: a card has none. */
  readonly applicant: Applicant;
  /** The 9-digit number before, empty where the card names none. */
  readonly oldIdNumber: string;
  readonly issuedOn: LocalDate | null;
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
 * carry more, in an order that is not published: they are read by what a field looks like. Never throws.
 * @returns `scan-unreadable` for anything else
 */
export function readCard(text: string): Result<CardScan, Refusal> {
  const [idNumber = '', ...rest] = normaliseName(text.replaceAll('\u{FEFF}', ''))
    .split('|')
    .map((field) => field.trim());
  if (!/^\d{12}$/.test(idNumber)) return unreadable;
  const fields = chipLayout(rest) ?? newerLayout(rest);
  if (fields === null) return unreadable;
  const birthDate = birthDateOf(fields.birth);
  if (birthDate === null || fields.name.length > 120) return unreadable;
  return ok({
    applicant: {
      name: cardName(fields.name),
      idNumber,
      idKind: null,
      otherNumbers: [],
      birthDate,
      sex: sexOf(fields.sex),
      phone: '',
      address: fields.address.slice(0, 300).toWellFormed(),
    },
    oldIdNumber: fields.oldIdNumber,
    issuedOn: issueDateOf(fields.issued),
  });
}

const unreadable = err(refuse('scan-unreadable'));

/** The order of 2021 to 2024; an empty old number leaves its bars. Fields past the seventh are ignored. */
function chipLayout(rest: readonly string[]): CardFields | null {
  const [oldIdNumber, name, birth, sex, address, issued = ''] = rest;
  if (oldIdNumber === undefined || name === undefined || birth === undefined) return null;
  if (sex === undefined || address === undefined) return null;
  if (!/^(\d{9}|\d{12})?$/.test(oldIdNumber) || !hasLetters(name) || !isCardDate(birth)) return null;
  return { oldIdNumber, name, birth, sex, address, issued };
}

/** Two dates, birth before issue, a name before any other words, and an address, the longest of the words. */
function newerLayout(rest: readonly string[]): CardFields | null {
  const dates = rest.filter(isCardDate);
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
    address: others.reduce((longest, field) => (field.length > longest.length ? field : longest), ''),
    issued,
  };
}

/** No commas and no figures: an address is not taken for a name where the name is missing. */
const isNameLike = (field: string): boolean => /^[\p{L}\p{M}\s'’.-]+$/u.test(field);
const hasLetters = (field: string): boolean => /\p{L}/u.test(field);
const isCardDate = (field: string): boolean => birthDateOf(field) !== null;
const yearOf = (date: string): string => date.slice(4);

/** `12031989`; `00` for a day or month that nobody knows gives a partial date. Null when it is no date. */
function birthDateOf(field: string): string | null {
  const [, dd, mm, yyyy] = /^(\d\d)(\d\d)((?:19|20)\d\d)$/.exec(field) ?? [];
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
