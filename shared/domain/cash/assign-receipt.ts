import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { DossierFact } from '../dossier/dossier-events.ts';
import { assignMisfit } from '../dossier/misfit.ts';
import type { FeeReceipt } from '../dossier/taking.ts';
import { isInBooks, type Shift } from './cash-shift.ts';

type Assigned = Extract<DossierFact, { type: 'dossier.receiptAssigned' }>;

/** What a serial that is written down later is held against. */
export interface Stubs {
  /** Whose book the form comes from: the open drawer, else the one the money went into. */
  readonly shift: Pick<Shift, 'id' | 'books'> | null;
  /** Serials that went to somebody or were spoilt, wherever this desk knows of it. */
  readonly isUsed: (receipt: FeeReceipt) => boolean;
}

/**
 * Gives money that was taken without one its finance receipt. What was written down once is not written over: a form that is
 * spoilt is noted as spoilt.
 * @returns `taking-gone`, `receipt-known`, `serial-used`, `serial-not-in-books`, each at the serial
 */
export function assignReceipt(
  dossier: Dossier,
  body: Omit<Assigned['body'], 'shift'>,
  { shift, isUsed }: Stubs,
): Result<Assigned, Refusal> {
  const misfit = assignMisfit(dossier, body);
  if (misfit === 'no-taking' || dossier.status === 'cancelled')
    return err(refuse('taking-gone', 'lateSerial'));
  if (misfit !== null) return err(refuse('receipt-known', 'lateSerial'));
  const { receipt } = body;
  if (isUsed(receipt)) return err(refuse('serial-used', 'lateSerial', { ...receipt }));
  if (shift !== null && !isInBooks(shift.books, receipt))
    return err(refuse('serial-not-in-books', 'lateSerial', { ...receipt }));
  return ok({
    type: 'dossier.receiptAssigned',
    dossier: dossier.id,
    body: { ...body, shift: shift?.id ?? null },
  });
}
