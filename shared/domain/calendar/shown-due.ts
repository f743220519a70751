import { at, dateOf, type LocalDateTime, minuteOf } from '../base/local-date.ts';
import type { DueReason } from './due-date.ts';
import { closingOf, type WorkCalendar } from './work-calendar.ts';

/** How exactly paper and screen say when a term of days ends. */
export type DueShown = 'minute' | 'half-day' | 'day';

/**
 * The promised minute as it is said. A term of days keeps the minute of the receipt in the data; said is the minute,
 * the end of its half day, or closing. What a person dated, what is counted in hours or half days, and what ends with its day stay.
 * @source docs/sources.md#shown-due-dates
 */
export function shownDue(
  promise: {
    readonly receivedAt: LocalDateTime;
    readonly dueAt: LocalDateTime;
    readonly dueReason: DueReason;
    readonly procedure: { readonly termText: string };
  },
  shown: DueShown,
  calendar: WorkCalendar,
): LocalDateTime {
  const { receivedAt, dueAt, dueReason, procedure } = promise;
  const isCounted = dueReason === 'counted' || dueReason === 'next-opening';
  // The term in words is all that a dossier keeps of it.
  const isOfDays = dateOf(dueAt) > dateOf(receivedAt) && !/giờ|,5/.test(procedure.termText);
  if (shown === 'minute' || !isCounted || !isOfDays) return dueAt;
  const halfDay = calendar.sessions.find(({ to }) => minuteOf(dueAt) <= to);
  if (shown === 'half-day' && halfDay !== undefined) return at(dateOf(dueAt), halfDay.to);
  return at(dateOf(dueAt), Math.max(minuteOf(dueAt), closingOf(calendar)));
}
