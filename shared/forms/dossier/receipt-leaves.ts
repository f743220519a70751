import type { ReceiptLeaves } from '../base/form.ts';
import { type ReceiptRequest, receiptSlip } from './receipt-slip.ts';

/**
 * The two copies of a receipt, the stored one first: two pages of A5, or side by side on A4 for an office whose
 * printer takes nothing smaller.
 * @source docs/sources.md#forms
 */
export function receiptLeaves(
  request: Omit<ReceiptRequest, 'paper' | 'leaf'>,
  paper: ReceiptLeaves['paper'],
): ReceiptLeaves {
  const leaf = (which: NonNullable<ReceiptRequest['leaf']>) =>
    receiptSlip({ ...request, paper: 'a5', leaf: which });
  const leaves = [leaf('stored'), leaf('citizen')];
  return { form: 'receiptLeaves', paper, shortCode: leaves[0]?.shortCode ?? '', leaves };
}
