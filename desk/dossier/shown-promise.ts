import { dateOf, type LocalDateTime } from '../../shared/domain/base/local-date.ts';
import { shownDue } from '../../shared/domain/calendar/shown-due.ts';
import type { DossierReceived } from '../../shared/domain/dossier/dossier-events.ts';
import type { SameDayReceipt } from '../../shared/domain/dossier/receipt-due.ts';
import type { DeskContext } from '../context.ts';

/** A promised minute as paper and screen say it, by the forms and the hours of the day of receipt. */
export function shownAt(
  desk: Pick<DeskContext, 'rules'>,
  received: Pick<DossierReceived, 'receivedAt' | 'dueReason' | 'procedure'>,
  dueAt: LocalDateTime,
): LocalDateTime {
  const { forms, calendar } = desk.rules.on(dateOf(received.receivedAt));
  return shownDue({ ...received, dueAt }, forms.dueShown ?? 'minute', calendar);
}

/** The same dossier as its papers say it. */
export const asPrinted = (desk: Pick<DeskContext, 'rules'>, received: DossierReceived): DossierReceived => ({
  ...received,
  dueAt: shownAt(desk, received, received.dueAt),
});

/** How the forms of the day of receipt want the receipts of same-day procedures. */
export const sameDayReceiptOf = (
  desk: Pick<DeskContext, 'rules'>,
  { receivedAt }: Pick<DossierReceived, 'receivedAt'>,
): SameDayReceipt => desk.rules.on(dateOf(receivedAt)).forms.sameDayReceipt ?? 'always';
