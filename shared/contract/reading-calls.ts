import type { MethodName } from './desk-api.ts';

/**
 * What a desk answers that was opened only to read: it looks up, and prints what is on file. Whatever is not named here
 * may record, and is declined.
 */
export const readingCalls: ReadonlySet<MethodName> = new Set([
  'desk.view',
  'session.signIn',
  'session.signOut',
  'print.state',
  'print.retry',
  'person.find',
  'person.scan',
  'procedure.find',
  'edition.view',
  'petition.list',
  'petition.print',
  'intake.recent',
  'dossier.list',
  'dossier.find',
  'dossier.get',
  'dossier.byReceipt',
  'dossier.print',
  'receipt.reprint',
  'books.view',
  'books.print',
  'cash.view',
  'sync.view',
]);
