import { foldedWords, hasMarks } from '../../text/fold.ts';

/** Names are one string in NFC, spelled as their bearer spells them. @source docs/sources.md#persons */

/** Some input methods and old databases write a look-alike for `Đ`: eth, or the African d. */
const falseD = /[\u00D0\u0189]/g;
const falseSmallD = /[\u00F0\u0256]/g;

/** NFC, real `Đ`, one space between words, no control characters, no half characters. Total. */
export const normaliseName = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(falseD, 'Đ')
    .replaceAll(falseSmallD, 'đ')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** `KHUẤT thị minh` → `Khuất Thị Minh`; also after a hyphen or an apostrophe, as in `H'Hen Niê`. */
export const titleCaseName = (text: string): string =>
  normaliseName(text)
    .toLocaleLowerCase('vi')
    .replaceAll(/(^|[\s\-'’])(\p{Ll})/gu, (_match, before: string, letter: string) => {
      return before + letter.toLocaleUpperCase('vi');
    });

/** As names stand on certificates and receipts. */
export const printedName = (name: string): string => normaliseName(name).toLocaleUpperCase('vi');

/** True for three words or more without a single mark: a scanner or a keyboard has probably dropped them. */
export const lostMarks = (name: string): boolean => foldedWords(name).length >= 3 && !hasMarks(name);

/** Code points that hold Vietnamese letters in a TCVN3 font and stand in no name written in Unicode. */
const tcvn3 = /[\u00A1-\u00A9\u00AB-\u00B3\u00B5-\u00B9\u00BB-\u00BF\u00D7\u00F7]/;
/** A VNI font writes a vowel and its mark as two letters: `Nguyeãn Vaên`, `Höông`. */
const vni = /[aeiouy][ùøûõ]|[aeo]â|aê|[iy]e[áàãåä]|öô|uô[ùøûõï]/i;

/** True when the text was typed for a font of before Unicode and would be stored as nonsense. */
export const isLegacyFontText = (text: string): boolean => {
  const composed = text.normalize('NFC');
  return tcvn3.test(composed) || vni.test(composed);
};

/** Vietnamese lists go by given name, the last word, then by the whole. */
export function byGivenName(a: string, b: string): number {
  return collator.compare(given(a), given(b)) || collator.compare(a, b);
}

const collator = new Intl.Collator('vi');

const given = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);
