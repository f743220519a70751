import { z } from 'zod';

/**
 * Money in the hand. Receipts for it (biên lai) are printed and numbered by the finance office: the desk writes down
 * which one was given and never makes one up.
 * @source docs/sources.md#fees
 */

/** `0001234` as it is printed: digits, leading zeros kept. */
export const receiptSerial = z.string().regex(/^\d{1,12}$/);
/** `28AA-17T` */
export const receiptSymbol = z.string().min(1).max(20);

/** A finance receipt that went to a citizen. */
export const feeReceipt = z.strictObject({ symbol: receiptSymbol, serial: receiptSerial });
export type FeeReceipt = z.infer<typeof feeReceipt>;

/** One officer's drawer from opening to handing over. */
export const shiftId = z.uuidv7();

/** Money taken for a dossier within a shift. */
export interface Taking {
  readonly vnd: number;
  readonly receipt: FeeReceipt | null;
}
