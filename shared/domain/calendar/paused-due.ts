import { at, dateOf, type LocalDateTime, minuteOf } from '../base/local-date.ts';
import { dueDate, type Term } from './due-date.ts';
import { nextWorkingDay, type WorkCalendar, workingDaysBetween } from './work-calendar.ts';

/**
 * The promised minute after a pause during which the clock stood still: later by as many working days as the
 * pause lasted, at the same time of day.
 * @param due as it was when the clock stopped
 * @source docs/sources.md#pauses
 */
export function dueAfterPause(
  due: LocalDateTime,
  pause: { readonly from: LocalDateTime; readonly until: LocalDateTime },
  calendar: WorkCalendar,
): LocalDateTime {
  let date = dateOf(due);
  const days = Math.max(0, workingDaysBetween(dateOf(pause.from), dateOf(pause.until), calendar));
  for (let left = days; left > 0; left -= 1) date = nextWorkingDay(date, calendar);
  return at(date, minuteOf(due));
}

/**
 * The promised minute once a supplement has come: counted anew from the complete dossier, or carried on. A term
 * that only a person can date is carried on.
 * @source docs/sources.md#pauses
 */
export function dueAfterSupplement(
  due: LocalDateTime,
  pause: { readonly from: LocalDateTime; readonly until: LocalDateTime },
  rule: { readonly policy: 'restart' | 'resume'; readonly term: Term; readonly calendar: WorkCalendar },
): LocalDateTime {
  const anew = rule.policy === 'restart' ? dueDate(pause.until, rule.term, rule.calendar) : null;
  return anew?.at ?? dueAfterPause(due, pause, rule.calendar);
}
