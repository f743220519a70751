/** One single-token change of one source file. */
export interface Mutant {
  /** From the root of the tree, with forward slashes. */
  readonly file: string;
  readonly line: number;
  /** Where in the file, in characters: `start` up to but not `end`. */
  readonly start: number;
  readonly end: number;
  readonly was: string;
  readonly now: string;
}

/** A change of a stretch of text, before it is known where it stands. */
export type Change = Pick<Mutant, 'start' | 'end' | 'now'>;

export const planted = (source: string, { start, end, now }: Change): string =>
  source.slice(0, start) + now + source.slice(end);

export const placeOf = ({ file, line }: Pick<Mutant, 'file' | 'line'>): string => `${file}:${line}`;
