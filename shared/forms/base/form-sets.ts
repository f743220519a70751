import { z } from 'zod';
import { type LocalDate, localDate } from '../../domain/base/local-date.ts';
import { type FormSet, formSet } from './paper.ts';

/** From which day each circular's forms are the ones to be used. @source docs/sources.md#forms */
export const formSetDates = z.strictObject({
  edition: z.string().min(1),
  sets: z.array(z.strictObject({ set: formSet, from: localDate })).min(1),
});
export type FormSetDates = z.infer<typeof formSetDates>;

/** The set of a day; before the first one the first, which was allowed then. */
export function formSetOn(date: LocalDate, { sets }: FormSetDates): FormSet {
  const sorted = sets.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const found = sorted.findLast(({ from }) => from <= date) ?? sorted[0];
  if (found === undefined) throw new Error('An edition of form sets has none');
  return found.set;
}

/** The day on which the first set begins, for papers of before: they say that they use it early. Null from that day on. */
export function firstSetAfter(date: LocalDate, { sets }: FormSetDates): LocalDate | null {
  const [first] = sets.map(({ from }) => from).toSorted();
  return first !== undefined && date < first ? first : null;
}
