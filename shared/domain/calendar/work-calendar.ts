import { z } from 'zod';
import { addDays, type LocalDate, localDate, type MinuteOfDay, weekday } from '../base/local-date.ts';

/** One opening of the desk within a day, minutes since midnight, end not included. */
export interface Session {
  readonly from: MinuteOfDay;
  readonly to: MinuteOfDay;
}

const session = z.strictObject({
  from: z.int().min(0).max(1439),
  to: z.int().min(1).max(1439),
});

/**
 * `holiday` and `compensatory` are days off; `makeup_working` is a rest day that counts as a working day.
 * @source docs/sources.md#calendar
 */
export const dayException = z.strictObject({
  date: localDate,
  kind: z.enum(['holiday', 'compensatory', 'makeup_working']),
  name: z.string(),
});

export const calendarEdition = z.strictObject({
  edition: z.string().min(1),
  sessions: z.array(session).min(1),
  /** Saturday reception: the desk is open, the day still does not count. Null where there is none. */
  saturdaySession: session.nullable(),
  exceptions: z.array(dayException),
});
export type CalendarEdition = z.infer<typeof calendarEdition>;

/** A calendar edition made ready for questions. */
export interface WorkCalendar {
  readonly edition: string;
  /** In order of the clock; never empty. */
  readonly sessions: readonly Session[];
  readonly saturdaySession: Session | null;
  readonly isWorkingDay: (date: LocalDate) => boolean;
}

export function workCalendar(edition: CalendarEdition): WorkCalendar {
  const exceptions = new Map<string, string>(edition.exceptions.map((row) => [row.date, row.kind]));
  return {
    edition: edition.edition,
    sessions: edition.sessions.toSorted((a, b) => a.from - b.from),
    saturdaySession: edition.saturdaySession,
    isWorkingDay: (date) => {
      const exception = exceptions.get(date);
      if (exception !== undefined) return exception === 'makeup_working';
      return weekday(date) >= 1 && weekday(date) <= 5;
    },
  };
}

/** The first working day after `date`. */
export function nextWorkingDay(date: LocalDate, calendar: WorkCalendar): LocalDate {
  let next = addDays(date, 1);
  while (!calendar.isWorkingDay(next)) next = addDays(next, 1);
  return next;
}

/** Working days in (from, to]; negative when `to` lies before `from`. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: WorkCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let date = from; date < to; ) {
    date = addDays(date, 1);
    if (calendar.isWorkingDay(date)) count += 1;
  }
  return count;
}

/** When a working day opens and closes. */
export const openingOf = (calendar: WorkCalendar): MinuteOfDay => calendar.sessions[0]?.from ?? 0;
export const closingOf = (calendar: WorkCalendar): MinuteOfDay => calendar.sessions.at(-1)?.to ?? 0;

/** The sessions in which citizens are received on `date`, none on a day off. */
export function receptionSessions(date: LocalDate, calendar: WorkCalendar): readonly Session[] {
  if (calendar.isWorkingDay(date)) return calendar.sessions;
  if (weekday(date) === 6 && calendar.saturdaySession !== null) return [calendar.saturdaySession];
  return [];
}
