/**
 * The key under which text is found: marks dropped, `đ` as `d`, lower case, one space between words.
 * Unicode does not decompose `đ`, so neither NFD nor a database's own folding would map it. The look-alikes
 * `Ð` (eth) and `Ɖ` (African d) count as `Đ`.
 */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đðɖ]/g, 'd')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Words of the folded text, none for text without letters or digits. */
export const foldedWords = (text: string): readonly string[] =>
  fold(text)
    .split(' ')
    .filter((word) => word !== '');

/**
 * A folded key without doubled d: with Telex on, typing `dd` gives `đ`, which folds to one `d`. Both sides of
 * a comparison are squeezed, so that a mnemonic is found with the input method on or off.
 */
export const squeezeD = (folded: string): string => folded.replaceAll(/d+/g, 'd');

/** True when the text bears a tone, a hat, a horn or a bar: its writer meant the marks. */
export const hasMarks = (text: string): boolean => /[\p{M}đðɖ]/u.test(text.toLowerCase().normalize('NFD'));
