import { counter, method, nothing } from '../method.ts';
import { cashAssignRequest, cashCloseRequest, cashOpenRequest, cashView, cashVoidRequest } from './views.ts';

/** The drawer. */
export const cashCalls = {
  'cash.view': method(counter, nothing, cashView),
  'cash.open': method(counter, cashOpenRequest, cashView),
  /** The finance receipt of money that was taken without one. */
  'cash.assignReceipt': method(counter, cashAssignRequest, cashView),
  'cash.voidReceipt': method(counter, cashVoidRequest, cashView),
  /** Counts the drawer, explains what differs, hands it over; prints the list of the shift. */
  'cash.close': method(counter, cashCloseRequest, cashView),
} as const;
