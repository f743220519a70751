import { addDays, at, dateOf, type LocalDate, type LocalDateTime, minuteOf } from '../base/local-date.ts';
import { dueDate, laterByMinutes, openMinutesBetween, type Term } from './due-date.ts';
import { closingOf, nextWorkingDay, type WorkCalendar, workingDaysBetween } from './work-calendar.ts';

/** A stretch in which the promised time stood still. */
export interface EndedPause {
  readonly from: LocalDateTime;
  readonly until: LocalDateTime;
}

/**
 * The promised minute after a pause during which the clock stood still: later by what the term is counted in. Hours and
 * half days stand still by the minutes the desk was open, days that run through by days that run through (and end
 * on a working day), all others by working days at the same time of day.
 * @param due as it was when the clock stopped
 * @param unit of the procedure's term; null where no catalogue tells
 * @source docs/sources.md#pauses
 */
export function dueAfterPause(
  due: LocalDateTime,
  pause: EndedPause,
  calendar: WorkCalendar,
  unit: Term['unit'] | null,
): LocalDateTime {
  switch (unit) {
    case 'hour':
    case 'half_day':
      return laterByMinutes(due, openMinutesBetween(pause.from, pause.until, calendar), calendar);
    case 'calendar_day':
      return laterByDays(due, daysBetween(pause), calendar);
    default:
      return laterByWorkingDays(due, pause, calendar);
  }
}

function laterByWorkingDays(due: LocalDateTime, pause: EndedPause, calendar: WorkCalendar): LocalDateTime {
  let date = dateOf(due);
  const days = Math.max(0, workingDaysBetween(dateOf(pause.from), dateOf(pause.until), calendar));
  for (let left = days; left > 0; left -= 1) date = nextWorkingDay(date, calendar);
  return at(date, minuteOf(due));
}

function laterByDays(due: LocalDateTime, days: number, calendar: WorkCalendar): LocalDateTime {
  if (days === 0) return due;
  const end = addDays(dateOf(due), days);
  return calendar.isWorkingDay(end)
    ? at(end, minuteOf(due))
    : at(nextWorkingDay(end, calendar), closingOf(calendar));
}

function daysBetween({ from, until }: EndedPause): number {
  let days = 0;
  for (let date: LocalDate = dateOf(from); date < dateOf(until); date = addDays(date, 1)) days += 1;
  return days;
}

/**
 * The promised minute once a supplement has come: counted anew from the complete dossier, or carried on. A term
 * that only a person can date is carried on.
 * @source docs/sources.md#pauses
 */
export function dueAfterSupplement(
  due: LocalDateTime,
  pause: EndedPause,
  rule: { readonly policy: 'restart' | 'resume'; readonly term: Term; readonly calendar: WorkCalendar },
): LocalDateTime {
  const anew = rule.policy === 'restart' ? dueDate(pause.until, rule.term, rule.calendar) : null;
  return anew?.at ?? dueAfterPause(due, pause, rule.calendar, rule.term.unit);
}
