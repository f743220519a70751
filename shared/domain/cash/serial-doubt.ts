import type { DossierFact } from '../dossier/dossier-events.ts';
import type { DoubtCode } from '../dossier/doubt.ts';
import type { ReceiptBook } from './cash-events.ts';
import { isInBooks } from './cash-shift.ts';

/** The books of a drawer by its shift, as they were noted when it was opened; null for a shift that is not known. */
export type BooksOf = (shift: string) => readonly ReceiptBook[] | null;

/** A serial that was written down later and is of no book of the drawer it is said to come from, or null. */
export function bookDoubt(fact: DossierFact, booksOf: BooksOf): DoubtCode | null {
  if (fact.type !== 'dossier.receiptAssigned' || fact.body.shift === null) return null;
  const books = booksOf(fact.body.shift);
  return books === null || isInBooks(books, fact.body.receipt) ? null : 'serial-not-in-books';
}
