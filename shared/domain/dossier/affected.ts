import type { LocalDateTime } from '../base/local-date.ts';
import { dueDate, type Term } from '../calendar/due-date.ts';
import { dueAfterPause, dueAfterSupplement } from '../calendar/paused-due.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Dossier } from './dossier.ts';
import { statuses } from './lifecycle.ts';

/** What a promise is counted with: the term of the intake's catalogue, the calendar and the reading of today. */
export interface Counting {
  /** Null when the catalogue of that day does not have the procedure. */
  readonly term: Term | null;
  readonly calendar: WorkCalendar;
  readonly supplementPolicy: 'restart' | 'resume';
}

/**
 * The minute a dossier would be promised with a new calendar, or null when it stays. Dates that a person entered,
 * and promises that the office has moved with an apology, are never counted anew; nor is what has ended.
 * @source docs/sources.md#calendar
 */
export function affectedDue(dossier: Dossier, counting: Counting): LocalDateTime | null {
  const { status, current, reschedules, dueAt } = dossier;
  if (statuses[status].clock === 'ended' || current.dueReason === 'entered' || reschedules > 0) return null;
  const counted = countedDue(dossier, counting);
  return counted === null || counted === dueAt ? null : counted;
}

function countedDue(
  { current, pauses }: Pick<Dossier, 'current' | 'pauses'>,
  { term, calendar, supplementPolicy: policy }: Counting,
): LocalDateTime | null {
  const first = term === null ? null : dueDate(current.receivedAt, term, calendar);
  if (first === null || term === null) return null;
  return pauses.reduce((due, { cause, from, until }) => {
    if (until === null) return due;
    return cause === 'supplement'
      ? dueAfterSupplement(due, { from, until }, { policy, term, calendar })
      : dueAfterPause(due, { from, until }, calendar);
  }, first.at);
}
