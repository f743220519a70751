import { z } from 'zod';
import { dossierId } from '../../domain/base/ids.ts';
import { localDate, localDateTime } from '../../domain/base/local-date.ts';

/** Pages of a register in one job: more would keep the counter's receipts waiting for the printer. */
export const maxRegisterPages = 50;

/** The books of a desk, and what the lists of a day would hold. */
export const booksView = z.strictObject({
  day: localDate,
  volumes: z.array(
    z.strictObject({
      volume: z.string(),
      entries: z.int().nonnegative(),
      /** The last serial given out. */
      lastNumber: z.int().positive(),
      firstDay: localDate,
      lastDay: localDate,
      pages: z.int().positive(),
      closing: z
        .strictObject({
          at: localDateTime,
          byName: z.string(),
          lastNumber: z.int().positive(),
          pages: z.int().positive(),
          /** Lines that came in afterwards: the register is to be closed again. */
          later: z.int().nonnegative(),
          /** The district counts another register than was closed. */
          inDoubt: z.boolean(),
        })
        .nullable(),
      /** What whoever asks may do now. */
      may: z.enum(['close', 'reopen', 'nothing']),
      /** Its year is over, and it is not closed as it stands. */
      due: z.boolean(),
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
  /** The page that closes a register. */
  z.strictObject({ book: z.literal('closing'), volume: z.string().max(40) }),
  z.strictObject({ book: z.literal('results'), day: localDate, unit: z.string().max(200) }),
  /** One receipt for all of a person's dossiers of the day, and the list that goes with it. */
  z.strictObject({ book: z.literal('batch'), day: localDate, first: dossierId }),
]);
export type BooksRequest = z.infer<typeof booksRequest>;
