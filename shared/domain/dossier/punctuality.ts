import { dateOf, type LocalDate, type LocalDateTime, minutesBetween } from '../base/local-date.ts';
import { type WorkCalendar, workingDaysBetween } from '../calendar/work-calendar.ts';
import { type Status, statuses } from './lifecycle.ts';

/** Promises are judged by days, never by hours, and by when the result was ready. @source docs/sources.md#punctuality */

export type Punctuality = 'early' | 'onTime' | 'late';

/**
 * @param finished the day the result was ready, not the day it was fetched
 * @param due the promised day; null for a dossier without one, which is on time
 */
export function punctuality(finished: LocalDate, due: LocalDate | null): Punctuality {
  if (due === null || finished === due) return 'onTime';
  return finished < due ? 'early' : 'late';
}

/**
 * Working days past the promised day, at least 1 once that day is over, 0 before.
 * @param today for an open dossier, or the day its result was ready
 */
export const overdueDays = (due: LocalDate, today: LocalDate, calendar: WorkCalendar): number =>
  today > due ? Math.max(1, workingDaysBetween(due, today, calendar)) : 0;

/** What a list row says about its date. `minutes` left today; `days` are working days. */
export type DueChip =
  | { readonly kind: 'overdue'; readonly days: number }
  | { readonly kind: 'hours'; readonly minutes: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'paused' }
  | { readonly kind: 'closed' };

const shownInMinutes = 120;

/** The clock stops when the result is ready: only dossiers whose clock runs can be late. */
export function dueChip(
  dossier: { readonly status: Status; readonly dueAt: LocalDateTime },
  now: LocalDateTime,
  calendar: WorkCalendar,
): DueChip {
  const { clock } = statuses[dossier.status];
  if (clock === 'stopped') return { kind: 'paused' };
  if (clock !== 'runs') return { kind: 'closed' };
  const due = dateOf(dossier.dueAt);
  const today = dateOf(now);
  if (due < today) return { kind: 'overdue', days: overdueDays(due, today, calendar) };
  if (due > today) return { kind: 'days', days: Math.max(1, workingDaysBetween(today, due, calendar)) };
  const minutes = minutesBetween(now, dossier.dueAt);
  return minutes > 0 && minutes < shownInMinutes ? { kind: 'hours', minutes } : { kind: 'today' };
}
