import { z } from 'zod';
import { at, dateOf, type LocalDateTime, localDateTime, minuteOf } from '../base/local-date.ts';
import { nextWorkingDay, openingOf, receptionSessions, type WorkCalendar } from './work-calendar.ts';

/**
 * What speaks against a due date, said beside it and never in the way: nobody is there at that minute, or nobody
 * knows yet what that year's days off are. `nearest` is the working time to take instead.
 */
export const dueDoubt = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('due-day-off'), nearest: localDateTime }),
  z.strictObject({ code: z.literal('due-outside-hours'), nearest: localDateTime }),
  z.strictObject({ code: z.literal('due-past-calendar'), year: z.string() }),
  z.strictObject({ code: z.literal('due-not-announced'), year: z.string() }),
]);
export type DueDoubt = z.infer<typeof dueDoubt>;

/**
 * The doubts about a date that a person typed; none about one that is over, which is refused.
 * @param now nothing before it is offered
 * @source docs/sources.md#typed-due-dates
 */
export function typedDueDoubts(due: LocalDateTime, now: LocalDateTime, calendar: WorkCalendar): DueDoubt[] {
  if (due < now) return [];
  const nearest = nearestOpen(due, now, calendar);
  const isDayOff = receptionSessions(dateOf(due), calendar).length === 0;
  return [
    ...(nearest === due
      ? []
      : [{ code: isDayOff ? ('due-day-off' as const) : ('due-outside-hours' as const), nearest }]),
    ...calendarDoubts(due, calendar),
  ];
}

/** The doubts about any date, counted ones too: what the calendar does not know for certain. */
export function calendarDoubts(due: LocalDateTime, { lastDay, announcedUntil }: WorkCalendar): DueDoubt[] {
  const year = due.slice(0, 4);
  if (dateOf(due) > lastDay) return [{ code: 'due-past-calendar', year }];
  return dateOf(due) > announcedUntil ? [{ code: 'due-not-announced', year }] : [];
}

/**
 * `due` itself while the desk is open (its closing minute counts). On a day off the next working day, later and not
 * earlier, as a term moves; within a working day the opening or closing next to it.
 */
function nearestOpen(due: LocalDateTime, now: LocalDateTime, calendar: WorkCalendar): LocalDateTime {
  const sessions = receptionSessions(dateOf(due), calendar);
  const date = sessions.length === 0 ? nextWorkingDay(dateOf(due), calendar) : dateOf(due);
  const open = sessions.length === 0 ? calendar.sessions : sessions;
  const minute = minuteOf(due);
  const isOpen = open.some(({ from, to }) => minute >= from && minute <= to);
  const ends = open.flatMap(({ from, to }) => [from, to]);
  const [closest = minute] = ends.toSorted((a, b) => Math.abs(a - minute) - Math.abs(b - minute));
  const found = at(date, isOpen ? minute : closest);
  return found < now ? at(nextWorkingDay(dateOf(now), calendar), openingOf(calendar)) : found;
}
