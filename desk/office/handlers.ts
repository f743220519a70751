import type { HandlersFor } from '../../shared/contract/dispatch.ts';
import type { officeCalls } from '../../shared/contract/office/calls.ts';
import type { DeskContext } from '../context.ts';
import { printBooks, viewBooks } from './books.ts';

export const officeHandlers = (desk: DeskContext): HandlersFor<typeof officeCalls> => ({
  'books.view': ({ day }) => viewBooks(desk, day),
  'books.print': (input, by) => printBooks(desk, input, by),
});
