import { z } from 'zod';
import { dossierId } from '../../domain/base/ids.ts';
import { localDate } from '../../domain/base/local-date.ts';

/** Pages of a register in one job: more would keep the counter's receipts waiting for the printer. */
export const maxRegisterPages = 50;

/** The books of a desk, and what the lists of a day would hold. */
export const booksView = z.strictObject({
  day: localDate,
  volumes: z.array(
    z.strictObject({
      volume: z.string(),
      entries: z.int().nonnegative(),
      firstDay: localDate,
      lastDay: localDate,
      pages: z.int().positive(),
    }),
  ),
  /** Results that were ready on the day, by the unit they come from. */
  results: z.array(z.strictObject({ unit: z.string(), count: z.int().positive() })),
  /** People who handed in more than one dossier at this counter on the day. */
  batches: z.array(
    z.strictObject({
      first: dossierId,
      submitter: z.string(),
      count: z.int().min(2),
      codes: z.array(z.string()),
    }),
  ),
});
export type BooksView = z.infer<typeof booksView>;

/** A paper made from many dossiers. */
export const booksRequest = z.discriminatedUnion('book', [
  z.strictObject({
    book: z.literal('register'),
    volume: z.string().max(40),
    firstPage: z.int().min(1),
    lastPage: z.int().min(1),
  }),
  z.strictObject({ book: z.literal('results'), day: localDate, unit: z.string().max(200) }),
  /** One receipt for all of a person's dossiers of the day, and the list that goes with it. */
  z.strictObject({ book: z.literal('batch'), day: localDate, first: dossierId }),
]);
export type BooksRequest = z.infer<typeof booksRequest>;
