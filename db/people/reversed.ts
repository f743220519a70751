/** What is known by its end is stored the other way round, so that an index finds it. */
export const reversed = (text: string): string => text.split('').toReversed().join('');

/** Above every text that begins with what it follows: `x >= begin AND x < begin || lastCharacter`. */
export const lastCharacter = 'char(1114111)';
