import type { ReceiptLeaves } from '../../shared/forms/base/form.ts';
import { keyed } from './keyed.ts';
import { ReceiptPage } from './receipt-page.tsx';

/** The two copies of a receipt: page after page, or on one wide sheet with a line between them. */
export function LeavesPages({ form }: { readonly form: ReceiptLeaves }) {
  const leaves = keyed(form.leaves).map(({ key, item }) => <ReceiptPage key={key} slip={item} />);
  return form.paper === 'a5' ? leaves : <div className="side-by-side">{leaves}</div>;
}
