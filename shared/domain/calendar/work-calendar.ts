import { z } from 'zod';
import { addDays, day, type LocalDate, localDate, type MinuteOfDay, weekday } from '../base/local-date.ts';

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

/** `05-01`: a day off in every year. */
const yearDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

export const calendarEdition = z.strictObject({
  edition: z.string().min(1),
  sessions: z.array(session).min(1),
  /** Saturday reception: the desk is open, the day still does not count. Null where there is none. */
  saturdaySession: session.nullable(),
  exceptions: z.array(dayException),
  /** The last day this edition speaks of; without it, the last of the year of its last exception. */
  lastDay: localDate.optional(),
  /** Up to this day the days off have been announced; later ones are this edition's best knowledge. Without it, all are. */
  announcedUntil: localDate.optional(),
  /** Days off by law on a fixed date: they hold after the last day as well, where nothing else is known. */
  yearlyHolidays: z.array(yearDay).max(30).optional(),
});
export type CalendarEdition = z.infer<typeof calendarEdition>;

/** A calendar edition made ready for questions. */
export interface WorkCalendar {
  readonly edition: string;
  /** In order of the clock; never empty. */
  readonly sessions: readonly Session[];
  readonly saturdaySession: Session | null;
  readonly isWorkingDay: (date: LocalDate) => boolean;
  /** A holiday or a day off in its place: nobody is received then, not even on an open Saturday. */
  readonly isHoliday: (date: LocalDate) => boolean;
  /** Dates after this day are counted without knowing that year's days off. */
  readonly lastDay: LocalDate;
  /** Dates after this day may move when the days off of their year are announced. */
  readonly announcedUntil: LocalDate;
}

export function workCalendar(edition: CalendarEdition): WorkCalendar {
  const exceptions = new Map<string, string>(edition.exceptions.map((row) => [row.date, row.kind]));
  const yearly: ReadonlySet<string> = new Set(edition.yearlyHolidays ?? fixedByLaw);
  const lastDay = edition.lastDay ?? yearEndAfter(edition.exceptions.map(({ date }) => date));
  const isHoliday = (date: LocalDate): boolean => {
    const exception = exceptions.get(date);
    if (exception !== undefined) return exception !== 'makeup_working';
    return date > lastDay && yearly.has(date.slice(5));
  };
  return {
    edition: edition.edition,
    sessions: edition.sessions.toSorted((a, b) => a.from - b.from),
    saturdaySession: edition.saturdaySession,
    isHoliday,
    isWorkingDay: (date) => {
      if (isHoliday(date)) return false;
      return exceptions.has(date) || (weekday(date) >= 1 && weekday(date) <= 5);
    },
    lastDay,
    announcedUntil: edition.announcedUntil ?? lastDay,
  };
}

/** New Year, 30 April, 1 May, 2 September, and the day of culture: dates that every year has. @source docs/sources.md#calendar */
const fixedByLaw = ['01-01', '04-30', '05-01', '09-02', '11-24'];

/** An edition that names no last day ends with the year of its last exception; without any it knows no day. */
function yearEndAfter(dates: readonly LocalDate[]): LocalDate {
  const last = dates.toSorted().at(-1);
  return last === undefined ? day('0001-01-01') : day(`${last.slice(0, 4)}-12-31`);
}

/** The first working day after `date`. */
export function nextWorkingDay(date: LocalDate, calendar: WorkCalendar): LocalDate {
  let next = addDays(date, 1);
  while (!calendar.isWorkingDay(next)) next = addDays(next, 1);
  return next;
}

/** The `days`-th working day after `date`; `date` itself for 0. @param days whole, 0 or more */
export function workingDaysAfter(date: LocalDate, days: number, calendar: WorkCalendar): LocalDate {
  let last = date;
  for (let left = days; left > 0; left -= 1) last = nextWorkingDay(last, calendar);
  return last;
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
  const saturday = weekday(date) === 6 && !calendar.isHoliday(date);
  if (saturday && calendar.saturdaySession !== null) return [calendar.saturdaySession];
  return [];
}
