import { dateOf, type LocalDateTime } from '../../shared/domain/base/local-date.ts';
import { shownDue } from '../../shared/domain/calendar/shown-due.ts';
import type { DossierReceived } from '../../shared/domain/dossier/dossier-events.ts';
import type { SameDayReceipt } from '../../shared/domain/dossier/receipt-due.ts';
import type { DeskContext } from '../context.ts';

/** A promised minute as paper and screen say it, by the forms and the hours of the day of receipt. */
export function shownAt(
  desk: Pick<DeskContext, 'rules'>,
  received: Pick<DossierReceived, 'receivedAt' | 'dueReason'> & {
    readonly procedure: Pick<DossierReceived['procedure'], 'termText'>;
  },
  dueAt: LocalDateTime,
): LocalDateTime {
  const { forms, calendar } = desk.rules.on(dateOf(received.receivedAt));
  return shownDue({ ...received, dueAt }, forms.dueShown ?? 'minute', calendar);
}

/** The same dossier as its papers say it. */
export const asPrinted = (desk: Pick<DeskContext, 'rules'>, received: DossierReceived): DossierReceived => {
  const dueAt = shownAt(desk, received, received.dueAt);
  // A share without a plan of its own ends with the whole.
  const legs = received.legs.map((leg) => (leg.dueAt === received.dueAt ? { ...leg, dueAt } : leg));
  return { ...received, dueAt, legs };
};

/** How the forms of the day of receipt want the receipts of same-day procedures. */
export const sameDayReceiptOf = (
  desk: Pick<DeskContext, 'rules'>,
  { receivedAt }: Pick<DossierReceived, 'receivedAt'>,
): SameDayReceipt => desk.rules.on(dateOf(receivedAt)).forms.sameDayReceipt ?? 'always';
