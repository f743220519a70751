import { z } from 'zod';
import { unreachable } from '../../result.ts';
import { addDays, at, dateOf, type LocalDateTime, minuteOf, weekday } from '../base/local-date.ts';
import {
  closingOf,
  nextWorkingDay,
  openingOf,
  receptionSessions,
  type WorkCalendar,
  workingDaysAfter,
} from './work-calendar.ts';

/**
 * How long a procedure may take, in whole numbers of its unit, so that every edition has one canonical text: half
 * days are counted as such (0.5 day = 4 hours). `by_stage` and `by_schedule` have no computed date: the officer enters one with a reason.
 */
export const term = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('same_day'), cutoffHour: z.int().min(0).max(23) }),
  z.strictObject({ unit: z.literal('working_day'), value: z.int().positive() }),
  z.strictObject({ unit: z.literal('half_day'), value: z.int().positive() }),
  z.strictObject({ unit: z.literal('hour'), value: z.int().positive() }),
  z.strictObject({ unit: z.literal('calendar_day'), value: z.int().positive() }),
  z.strictObject({ unit: z.literal('on_receipt') }),
  z.strictObject({ unit: z.literal('by_stage') }),
  z.strictObject({ unit: z.literal('by_schedule') }),
]);
export type Term = z.infer<typeof term>;

/** Why the date is what it is, for the line under it on the screen and on paper. */
export const dueReason = z.enum([
  'same-day',
  'after-cutoff',
  'next-working-day',
  'next-opening',
  'counted',
  'moved-from-rest-day',
  'on-receipt',
  'entered',
]);
export type DueReason = z.infer<typeof dueReason>;

export interface Due {
  readonly at: LocalDateTime;
  readonly reason: DueReason;
}

/**
 * The minute by which the result is promised, or null for a term that only a person can date.
 * The day of receipt does not count; the clock time of the receipt is kept.
 * @source docs/sources.md#term-counting
 */
export function dueDate(received: LocalDateTime, limit: Term, calendar: WorkCalendar): Due | null {
  switch (limit.unit) {
    case 'on_receipt':
      return { at: received, reason: 'on-receipt' };
    case 'same_day':
      return sameDay(received, limit.cutoffHour, calendar);
    case 'calendar_day':
      return afterCalendarDays(received, limit.value, calendar);
    case 'hour':
      return afterHours(received, limit.value, calendar);
    case 'working_day':
      return afterWorkingDays(received, limit.value, calendar);
    case 'half_day':
      return afterHours(received, (limit.value * hoursPerDay(calendar)) / 2, calendar);
    case 'by_stage':
    case 'by_schedule':
      return null;
    default:
      return unreachable(limit);
  }
}

/**
 * The minute from which the term runs: the receipt itself while the desk is open, else its next opening.
 * A Saturday session receives, although Saturday does not count.
 */
export function effectiveReceipt(received: LocalDateTime, calendar: WorkCalendar): LocalDateTime {
  const date = dateOf(received);
  const minute = minuteOf(received);
  const sessions = receptionSessions(date, calendar);
  if (sessions.some((open) => minute >= open.from && minute < open.to)) return received;
  const later = sessions.find((open) => minute < open.from);
  if (later !== undefined) return at(date, later.from);
  return at(nextWorkingDay(date, calendar), openingOf(calendar));
}

function sameDay(received: LocalDateTime, cutoffHour: number, calendar: WorkCalendar): Due {
  const date = dateOf(received);
  // The law says after that hour: the minute itself is still in time.
  const inTime = minuteOf(received) <= cutoffHour * 60;
  const [onlySession] = receptionSessions(date, calendar);
  if (onlySession !== undefined && inTime) {
    const saturday = !calendar.isWorkingDay(date) && weekday(date) === 6;
    if (!saturday) return { at: at(date, closingOf(calendar)), reason: 'same-day' };
    if (minuteOf(received) < onlySession.to) return { at: at(date, onlySession.to), reason: 'same-day' };
  }
  return {
    at: at(nextWorkingDay(date, calendar), closingOf(calendar)),
    reason: onlySession === undefined ? 'next-working-day' : 'after-cutoff',
  };
}

function afterWorkingDays(received: LocalDateTime, days: number, calendar: WorkCalendar): Due {
  const start = effectiveReceipt(received, calendar);
  const date = workingDaysAfter(dateOf(start), days, calendar);
  return { at: at(date, minuteOf(start)), reason: start === received ? 'counted' : 'next-opening' };
}

function afterHours(received: LocalDateTime, hours: number, calendar: WorkCalendar): Due {
  const receipt = effectiveReceipt(received, calendar);
  // Hours run only in the sessions of working days: a Saturday receipt starts on the next working day.
  const start = calendar.isWorkingDay(dateOf(receipt))
    ? receipt
    : at(nextWorkingDay(dateOf(receipt), calendar), openingOf(calendar));
  return {
    at: laterByMinutes(start, Math.round(hours * 60), calendar),
    reason: start === received ? 'counted' : 'next-opening',
  };
}

/**
 * The moment after `minutes` of the sessions of working days have run from `from`; `from` itself for none.
 * @param minutes whole, 0 or more
 */
export function laterByMinutes(from: LocalDateTime, minutes: number, calendar: WorkCalendar): LocalDateTime {
  if (minutes <= 0) return from;
  let date = dateOf(from);
  let minute = minuteOf(from);
  let left = minutes;
  for (;;) {
    for (const open of calendar.isWorkingDay(date) ? calendar.sessions : []) {
      const start = Math.max(open.from, minute);
      const room = Math.max(0, open.to - start);
      if (left <= room) return at(date, start + left);
      left -= room;
    }
    date = nextWorkingDay(date, calendar);
    minute = 0;
  }
}

/** Minutes of the sessions of working days between two moments; 0 when `to` does not lie after `from`. */
export function openMinutesBetween(from: LocalDateTime, to: LocalDateTime, calendar: WorkCalendar): number {
  let total = 0;
  for (let date = dateOf(from); date <= dateOf(to); date = addDays(date, 1)) {
    if (!calendar.isWorkingDay(date)) continue;
    const start = date === dateOf(from) ? minuteOf(from) : 0;
    const end = date === dateOf(to) ? minuteOf(to) : minutesOfDay;
    for (const open of calendar.sessions)
      total += Math.max(0, Math.min(open.to, end) - Math.max(open.from, start));
  }
  return total;
}

const minutesOfDay = 24 * 60;

function afterCalendarDays(received: LocalDateTime, days: number, calendar: WorkCalendar): Due {
  const start = effectiveReceipt(received, calendar);
  const end = addDays(dateOf(start), days);
  if (!calendar.isWorkingDay(end))
    return { at: at(nextWorkingDay(end, calendar), closingOf(calendar)), reason: 'moved-from-rest-day' };
  return { at: at(end, closingOf(calendar)), reason: start === received ? 'counted' : 'next-opening' };
}

export const hoursPerDay = (calendar: WorkCalendar): number =>
  calendar.sessions.reduce((sum, open) => sum + open.to - open.from, 0) / 60;
