import type { MethodName } from './desk-api.ts';

/**
 * Calls that record something at the desk's own hour: the clock is asked before them, alike everywhere. Receiving a dossier
 * asks by itself, since asked again for what it has received it answers at any hour.
 */
export const datingCalls: ReadonlySet<MethodName> = new Set([
  'intake.requestSupplement',
  'intake.refuse',
  'intake.undo',
  'petition.lapse',
  'dossier.markReady',
  'dossier.handOver',
  'dossier.step',
  'dossier.correct',
  'dossier.void',
  'receipt.reprint',
  'edition.redate',
  'cash.open',
  'cash.assignReceipt',
  'cash.voidReceipt',
  'cash.close',
  'books.close',
  'books.reopen',
]);
