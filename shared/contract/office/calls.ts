import { z } from 'zod';
import { localDate } from '../../domain/base/local-date.ts';
import { counter, method } from '../method.ts';
import { booksRequest, booksView } from './views.ts';

/** The books of the office. */
export const officeCalls = {
  /** The register's volumes, and the lists of a day. */
  'books.view': method(counter, z.strictObject({ day: localDate }), booksView),
  'books.print': method(counter, booksRequest, z.strictObject({ papers: z.int().positive() })),
} as const;
