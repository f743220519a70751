import type { HandlersFor } from '../../shared/contract/dispatch.ts';
import type { officeCalls } from '../../shared/contract/office/calls.ts';
import type { DeskContext } from '../context.ts';
import { printBooks, viewBooks } from './books.ts';
import { closeBook, reopenBook } from './closings.ts';

export const officeHandlers = (desk: DeskContext): HandlersFor<typeof officeCalls> => ({
  'books.view': ({ day }, by) => viewBooks(desk, day, by),
  'books.print': (input, by) => printBooks(desk, input, by),
  'books.close': ({ volume }, by) => closeBook(desk, volume, by),
  'books.reopen': (input, by) => reopenBook(desk, input, by),
});
