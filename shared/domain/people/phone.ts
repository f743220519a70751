import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result } from '../../result.ts';

/** Prefixes of the 11-digit mobile numbers that lost a digit in autumn 2018. @source docs/sources.md#phones */
const renumbered: Readonly<Record<string, string>> = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059',
};

export interface Phone {
  /** Digits as they were given, with a leading 0 for `+84`. */
  readonly number: string;
  readonly kind: 'mobile' | 'landline';
  /** The number a search compares: an 11-digit mobile under its number of today. */
  readonly search: string;
}

/**
 * Reads a Vietnamese number in any spacing, with `0`, `+84` or `0084`.
 * @returns a refusal `phone-length` with the `count` of digits for anything else
 */
export function parsePhone(text: string): Result<Phone, Refusal> {
  const digits = nationalDigits(text);
  if (/^0[35789]\d{8}$/.test(digits)) return ok({ number: digits, kind: 'mobile', search: digits });
  if (/^02\d{9}$/.test(digits)) return ok({ number: digits, kind: 'landline', search: digits });
  if (isRenumbered(digits)) return ok({ number: digits, kind: 'mobile', search: phoneSearchKey(digits) });
  return err(refuse('phone-length', 'phone', { count: digits.replaceAll(/\D/g, '').length }));
}

/** What to store and to search for: digits only, old mobiles under their new number. Total. */
export function phoneSearchKey(text: string): string {
  const digits = nationalDigits(text).replaceAll(/\D/g, '');
  const prefix = digits.slice(0, 4);
  return isRenumbered(digits) ? (renumbered[prefix] ?? prefix) + digits.slice(4) : digits;
}

/**
 * What the beginning of a number may have been typed for: itself, and its shape of today where it begins with the
 * country's code or with a prefix of before autumn 2018. Digits only; none for text without any.
 */
export function phonePrefixes(text: string): readonly string[] {
  const digits = text.replaceAll(/\D/g, '');
  const national = digits.replace(/^(00)?840?/, '0');
  const prefix = renumbered[national.slice(0, 4)];
  const ofToday = prefix === undefined ? national : prefix + national.slice(4);
  return [...new Set([digits, national, ofToday])].filter((one) => one !== '');
}

/** As phones are stored; what is no phone stays as it was typed, without blanks around it. Total. */
export function tidyPhone(text: string): string {
  const read = parsePhone(text);
  return read.ok ? read.value.number : text.trim();
}

/** `0912 345 678`, `(024) 3364 0000`, `(0203) 382 5555`; anything else is shown as it stands. */
export function formatPhone(number: string): string {
  if (/^0[^2]\d{8}$/.test(number)) return grouped(number, /^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
  if (/^02[48]\d{8}$/.test(number)) return grouped(number, /^(\d{3})(\d{4})(\d{4})$/, '($1) $2 $3');
  if (/^02\d{9}$/.test(number)) return grouped(number, /^(\d{4})(\d{3})(\d{4})$/, '($1) $2 $3');
  return grouped(number, /^(0\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
}

const isRenumbered = (digits: string): boolean =>
  /^01\d{9}$/.test(digits) && Object.hasOwn(renumbered, digits.slice(0, 4));

/** Without the usual separators; the country code becomes `0`. Letters stay and make the number unreadable. */
const nationalDigits = (text: string): string =>
  text
    .replaceAll(/[\s.\-()]/g, '')
    .replace(/^(\+|00)840?/, '0')
    .replace(/^840?(?=\d{9,10}$)/, '0');

const grouped = (number: string, shape: RegExp, groups: string): string => number.replace(shape, groups);
