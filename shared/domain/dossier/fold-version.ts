/**
 * Which way of folding the stored states were made by. Raised whenever `evolve` gives another state for the same facts
 * (a field more is another state): both ends then fold everything again from the facts at their next start, and no
 * state of another build is ever built upon. A test pins it to what sample lives fold to.
 */
export const foldVersion = 8;
