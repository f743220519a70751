import { z } from 'zod';
import { localDate } from '../../domain/base/local-date.ts';
import { officeEvents } from '../../domain/office/office-events.ts';
import { registerClosers } from '../../domain/office/register-closing.ts';
import { bookKeepers, method, nothing } from '../method.ts';
import { booksRequest, booksView } from './views.ts';

const { volume } = officeEvents['register.closed'].shape;

/** The books of the office. */
export const officeCalls = {
  /** The register's volumes, and the lists of a day. */
  'books.view': method(bookKeepers, z.strictObject({ day: localDate }), booksView),
  'books.print': method(bookKeepers, booksRequest, z.strictObject({ papers: z.int().positive() })),
  /** `Khóa sổ`; prints the closing page. */
  'books.close': method(registerClosers, z.strictObject({ volume }), z.strictObject({ papers: z.int() })),
  'books.reopen': method(registerClosers, z.strictObject({ volume, reason: z.string().max(300) }), nothing),
} as const;
