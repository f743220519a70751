import { fold, foldedWords, hasMarks } from '../../text/fold.ts';
import { isLegacyFontText } from './person-name.ts';

/** Whether the letters of a card came through. @source docs/sources.md#persons */

/** What Windows-1252 shows for the bytes 0x80 to 0x9F; blanks are bytes that it leaves alone. */
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** UTF-8 that was read as Latin-1 or Windows-1252, read again: only where it proves to be Vietnamese throughout. */
export function rereadAsUtf8(text: string): string {
  if (!/[\u0080-\u{10FFFF}]/u.test(text)) return text;
  let bytes = '';
  for (const char of text) {
    const byte = byteOf(char);
    if (byte === null) return text;
    bytes += `%${byte.toString(16).padStart(2, '0')}`;
  }
  try {
    const read = decodeURIComponent(bytes).normalize('NFC');
    return isVietnamese(read) ? read : text;
  } catch {
    return text;
  }
}

function byteOf(char: string): number | null {
  const code = char.codePointAt(0) ?? 0;
  if (code <= 0xff) return code;
  const at = windows1252.indexOf(char);
  return at < 0 ? null : 0x80 + at;
}

/** No letter that Vietnamese does not write, and no broken character. */
const isVietnamese = (text: string): boolean =>
  /^(?:[\x20-\x7E\r\nĐđ]|[\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323])*$/u.test(text.normalize('NFD'));

/** `kHUẤT tHỊ mINH`: Caps Lock was on while the scanner typed. */
export const isCaseInverted = (name: string): boolean =>
  /\p{Lu}/u.test(name) &&
  name.split(/\s+/u).every((word) => /^\p{Ll}[\p{Lu}\p{M}]*$/u.test(word.normalize('NFC')));

/** Every letter in the other case. */
export const withCaseTurned = (text: string): string =>
  Array.from(text, (char) => {
    const upper = char.toLocaleUpperCase('vi');
    return upper === char ? char.toLocaleLowerCase('vi') : upper;
  }).join('');

/**
 * True when letters of a card may be missing or false. A doubt about one field is a doubt about all: name, address
 * and sex came over the same keyboard.
 * @param sex as it stands on the card, empty where there is none
 */
export const areLettersDoubtful = (name: string, address: string, sex: string): boolean =>
  isLegacyFontText(name) ||
  isLegacyFontText(address) ||
  !isVietnameseName(name) ||
  !isVietnamese(address) ||
  name.split(/[\s\-'’]+/u).some(isMaimed) ||
  address.split(/[^\p{L}\p{M}]+/u).some(hasLostVowel) ||
  /[?%]/.test(address) ||
  (sex !== '' && !/^(?:nam|nu)$/.test(fold(sex))) ||
  (!hasMarks(name + address) && foldedWords(`${name} ${address}`).length >= 3);

const isVietnameseName = (name: string): boolean =>
  isVietnamese(name.replaceAll('’', "'")) && /^[\p{L}\p{M}\s'’.-]+$/u.test(name);

/** A word without marks that Vietnamese cannot have: no vowel, an impossible rhyme, a stop without its tone. */
const isMaimed = (word: string): boolean =>
  word.length > 1 &&
  !hasMarks(word) &&
  (hasLostVowel(word) || /(?:uyn|[cpt]|ch)$/i.test(word) || !syllable.test(word.toLowerCase()));

const syllable =
  /^(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/;

/** `Thn`, `Phc`; abbreviations stand in capitals. */
const hasLostVowel = (word: string): boolean => /^\p{L}\p{Ll}+$/u.test(word) && !/[aeiouy]/.test(fold(word));
