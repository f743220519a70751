import { fold, foldedWords, hasMarks, squeezeD } from '../../text/fold.ts';

/** How a name is found: any of its words in any order, or its initials. @source docs/sources.md#persons */

/**
 * The words a name is found by. A sign inside it both splits and joins: `H'Hen` is found by `hen` and by `hhen`; so
 * does a single letter before a word, `Y Bhăm`. `y` counts as `i`.
 */
export function nameWords(name: string): readonly string[] {
  const words = foldedWords(name);
  const joined = name.split(/\s+/).map((part) => fold(part).replaceAll(' ', ''));
  const withLetter = words.flatMap((word, n) => (word.length === 1 ? [word + (words[n + 1] ?? '')] : []));
  return [...new Set([...words, ...joined, ...withLetter].map(asI))].filter((word) => word !== '');
}

/** The words of a question: each must begin a word of the name. */
export const askedWords = (query: string): readonly string[] => [
  ...new Set(
    query
      .split(/\s+/)
      .map((part) => asI(fold(part).replaceAll(' ', '')))
      .filter((word) => word !== ''),
  ),
];

/**
 * `kvk` for `Khuất Văn Khôi`. A word with a sign inside counts as its parts and as one: `H'Hen Niê` is `hhn` and `hn`. A
 * doubled d is typed for one `Đ` under Telex.
 */
export const initialsOf = (name: string): readonly string[] => {
  const parts = foldedWords(name);
  const whole = name.split(/\s+/).flatMap((word) => foldedWords(word)[0] ?? []);
  return [
    ...new Set([parts, whole].map((words) => squeezeD(words.map((word) => word.slice(0, 1)).join('')))),
  ];
};

/** What a question may mean as initials; null when it cannot. */
export const askedInitials = (query: string): string | null =>
  /^[\p{L}\p{M}]{2,8}$/u.test(query.trim()) ? squeezeD(fold(query)) : null;

/**
 * How well a name answers: 0 with the marks as typed, 1 in the letters as typed, 2 only with `y` for `i` or by its
 * initials; null when it does not. Without marks typed there is no 0.
 */
export function nameRank(query: string, name: string): 0 | 1 | 2 | null {
  const asked = askedWords(query);
  const initials = askedInitials(query);
  const byWords = asked.length > 0 && begins(asked, nameWords(name));
  if (!byWords)
    return initials !== null && initialsOf(name).some((one) => one.startsWith(initials)) ? 2 : null;
  if (hasMarks(query) && begins(markedWords(query), markedWords(name))) return 0;
  const plain = query.split(/\s+/).map((part) => fold(part).replaceAll(' ', ''));
  return begins(plain, plainWords(name)) ? 1 : 2;
}

const begins = (words: readonly string[], all: readonly string[]): boolean =>
  words.every((word) => all.some((one) => one.startsWith(word)));

const asI = (word: string): string => word.replaceAll('y', 'i');

const plainWords = (name: string): readonly string[] => [
  ...foldedWords(name),
  ...name.split(/\s+/).map((part) => fold(part).replaceAll(' ', '')),
];

const markedWords = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');

/** `nguyen van an 1985`, `an 5/2/1985`: a name, and what its bearer's date of birth begins with; '' for none. */
export function splitBirth(query: string): { readonly name: string; readonly birth: string } {
  const [whole, day = '', month = '', dated, year] =
    /(?:(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)|(?<!\d)((?:19|20)\d\d))$/.exec(query.trim()) ?? [];
  if (whole === undefined) return { name: query, birth: '' };
  const name = query.trim().slice(0, -whole.length).trim();
  if (!/\p{L}/u.test(name)) return { name: query, birth: '' };
  return { name, birth: year ?? [dated, month.padStart(2, '0'), day.padStart(2, '0')].join('-') };
}
