import { z } from 'zod';
import { unreachable } from '../../result.ts';
import type { ReceiptLeaves, ReceiptSlip } from '../base/form.ts';
import { receiptLeaves } from './receipt-leaves.ts';
import { type ReceiptRequest, receiptSlip } from './receipt-slip.ts';

/**
 * What a counter puts its receipts on: the citizen's leaf alone, both leaves on two sheets of A5 or side by side on
 * A4, or a roll of 80 mm.
 * @source docs/sources.md#forms
 */
export const receiptPaper = z.enum(['a5', 'a5-both', 'a4-both', '80mm']);
export type ReceiptPaper = z.infer<typeof receiptPaper>;

/** A new receipt in as many leaves as the counter prints. */
export function receiptOn(
  paper: ReceiptPaper,
  request: Omit<ReceiptRequest, 'paper' | 'leaf'>,
): ReceiptSlip | ReceiptLeaves {
  switch (paper) {
    case 'a5':
    case '80mm':
      return receiptSlip({ ...request, paper });
    case 'a5-both':
      return receiptLeaves(request, 'a5');
    case 'a4-both':
      return receiptLeaves(request, 'a4-landscape');
    default:
      return unreachable(paper);
  }
}

/** The citizen's leaf once more: the desk still has its own. */
export const copyOn = (paper: ReceiptPaper, request: Omit<ReceiptRequest, 'paper' | 'leaf'>): ReceiptSlip =>
  receiptSlip({ ...request, paper: singleSheets[paper] });

/** An office that cuts A4 in two has no A5 in its printer. */
const singleSheets: Readonly<Record<ReceiptPaper, ReceiptSlip['paper']>> = {
  a5: 'a5',
  'a5-both': 'a5',
  'a4-both': 'a4',
  '80mm': '80mm',
};
