import type { LocalDateTime } from '../base/local-date.ts';
import { type Counting, countedPromise } from './counted-promise.ts';
import type { Dossier } from './dossier.ts';
import { statuses } from './lifecycle.ts';

/** The dates a dossier gets with a new calendar. */
export interface NewDates {
  readonly newDueAt: LocalDateTime;
  readonly measuredDueAt: LocalDateTime;
  readonly legsDueAt: LocalDateTime[];
}

/**
 * What a dossier would be promised with a new calendar, or null when it stays. Dates that a person entered, and
 * promises that the office has moved with an apology, are never counted anew; nor is what has ended.
 * @source docs/sources.md#calendar
 */
export function affectedDue(dossier: Dossier, counting: Counting | null): NewDates | null {
  const { status, current, reschedules, dueAt } = dossier;
  if (statuses[status].clock === 'ended' || current.dueReason === 'entered' || reschedules > 0) return null;
  const counted =
    counting === null
      ? null
      : countedPromise({ receivedAt: current.receivedAt, pauses: dossier.pauses }, counting);
  if (counted === null || counted.due.at === dueAt) return null;
  const { due, measuredDueAt, legsDueAt } = counted;
  return { newDueAt: due.at, measuredDueAt, legsDueAt: [...legsDueAt] };
}
