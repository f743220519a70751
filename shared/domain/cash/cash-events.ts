import { z } from 'zod';
import { mostVnd, officerId, vnd } from '../base/ids.ts';
import { localDateTime } from '../base/local-date.ts';
import { feeReceipt, receiptSerial, receiptSymbol, shiftId } from '../dossier/taking.ts';

/** A book of pre-printed receipts in the drawer; both ends have as many digits. */
export const receiptBook = z.strictObject({ symbol: receiptSymbol, from: receiptSerial, to: receiptSerial });
export type ReceiptBook = z.infer<typeof receiptBook>;

/** Notes and coins there are, in đồng, the largest first. */
export const denominations = [
  500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200, 100,
] as const;

/** Facts about a drawer, not about a dossier. What is collected stands with the dossier it was collected for. */
export const cashEvents = {
  'cash.shiftOpened': z.strictObject({
    at: localDateTime,
    shift: shiftId,
    openingVnd: vnd,
    books: z.array(receiptBook).max(9),
  }),
  /** A pre-printed form that was spoilt: it is kept with its number. */
  'cash.receiptVoided': z.strictObject({
    at: localDateTime,
    shift: shiftId,
    receipt: feeReceipt,
    reason: z.string().min(1).max(300),
  }),
  /** Counted by pieces; what differs is explained, and somebody takes it over or it goes into the safe. */
  'cash.shiftClosed': z.strictObject({
    at: localDateTime,
    shift: shiftId,
    pieces: z
      .array(z.strictObject({ value: vnd, count: z.int().min(0).max(99_999) }))
      .max(denominations.length),
    countedVnd: vnd,
    /** Below nothing where more went back out of the drawer than was found to have gone in. */
    expectedVnd: z.int().min(-mostVnd).max(mostVnd),
    explanation: z.string().max(1000),
    handedTo: officerId.nullable(),
  }),
} as const;

export type CashEventType = keyof typeof cashEvents;
export type CashFact = {
  [T in CashEventType]: { readonly type: T; readonly body: z.infer<(typeof cashEvents)[T]> };
}[CashEventType];

export const isCashEventType = (type: string): type is CashEventType => Object.hasOwn(cashEvents, type);
