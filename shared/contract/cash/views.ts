import { z } from 'zod';
import { dossierId, officerId, vnd } from '../../domain/base/ids.ts';
import { localDateTime } from '../../domain/base/local-date.ts';
import { receiptBook } from '../../domain/cash/cash-events.ts';
import { feeReceipt } from '../../domain/dossier/taking.ts';

/** The signed-in officer's drawer: open, or the last one closed today. */
export const cashView = z.strictObject({
  shift: z
    .strictObject({
      openedAt: localDateTime,
      openingVnd: vnd,
      books: z.array(receiptBook),
      takings: z.array(
        z.strictObject({
          dossier: dossierId,
          code: z.string(),
          payer: z.string(),
          at: localDateTime,
          /** Negative for what went back. */
          vnd: z.int(),
          receipt: feeReceipt.nullable(),
          /** What is odd about the serial as it was written down. */
          warning: z.enum(['used', 'not-in-books', 'gap']).nullable(),
        }),
      ),
      voided: z.array(feeReceipt.extend({ reason: z.string() })),
      /** Below nothing where more went out than was found to have come in. */
      expectedVnd: z.int(),
      /** The form on top of the book: offered, never recorded by itself. */
      next: feeReceipt.nullable(),
      /** Takings of this shift without a finance receipt. */
      withoutReceipt: z.int().nonnegative(),
    })
    .nullable(),
  /** Money taken here without a finance receipt, also outside this shift and before it, the oldest first. */
  unnumbered: z.array(
    z.strictObject({
      dossier: dossierId,
      code: z.string(),
      payer: z.string(),
      at: localDateTime,
      vnd: vnd,
    }),
  ),
  /** Serials that stand on two takings somewhere in the commune. */
  usedTwice: z.array(feeReceipt),
  /** Who may take the drawer over. */
  colleagues: z.array(z.strictObject({ id: officerId, name: z.string() })),
});
export type CashView = z.infer<typeof cashView>;

export const cashOpenRequest = z.strictObject({
  openingVnd: vnd,
  books: z
    .array(z.strictObject({ symbol: z.string().max(20), from: z.string().max(12), to: z.string().max(12) }))
    .max(9),
});
/** Which taking, and what is printed on the form that was given for it; the desk says what is wrong with it. */
export const cashAssignRequest = z.strictObject({
  dossier: dossierId,
  takenAt: localDateTime,
  vnd,
  symbol: z.string().max(20),
  serial: z.string().max(20),
});
/** Typed from the spoilt form; the desk says what is wrong with it. */
export const cashVoidRequest = z.strictObject({
  symbol: z.string().max(20),
  serial: z.string().max(20),
  reason: z.string().max(300),
});
export const cashCloseRequest = z.strictObject({
  pieces: z.array(z.strictObject({ value: vnd, count: z.int().min(0).max(99_999) })).max(12),
  explanation: z.string().max(1000),
  handedTo: officerId.nullable(),
});
