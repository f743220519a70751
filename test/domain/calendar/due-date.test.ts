import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, at, dateOf, day, minutesBetween, moment } from '../../../shared/domain/base/local-date.ts';
import { dueDate, effectiveReceipt, type Term } from '../../../shared/domain/calendar/due-date.ts';
import {
  type WorkCalendar,
  workCalendar,
  workingDaysBetween,
} from '../../../shared/domain/calendar/work-calendar.ts';
import { seedCalendar } from '../../../shared/seed/editions.ts';

const weekdays = workCalendar(seedCalendar());
const withSaturdays = workCalendar({ ...seedCalendar(), saturdaySession: { from: 480, to: 720 } });

const sameDay: Term = { unit: 'same_day', cutoffHour: 15 };
const workingDays = (value: number): Term => ({ unit: 'working_day', value });
const halfDays = (value: number): Term => ({ unit: 'half_day', value });
const calendarDays = (value: number): Term => ({ unit: 'calendar_day', value });
const hours = (value: number): Term => ({ unit: 'hour', value });

describe('terms of law and practice', () => {
  test.each<{ name: string; from: string; term: Term; due: string; calendar?: WorkCalendar }>([
    {
      name: 'counts from the next day',
      from: '2018-10-11T09:30',
      term: workingDays(3),
      due: '2018-10-16T09:30',
    },
    {
      name: 'lunch counts as the afternoon',
      from: '2018-10-11T12:20',
      term: workingDays(3),
      due: '2018-10-16T13:30',
    },
    {
      name: 'after closing counts as tomorrow',
      from: '2018-10-11T17:45',
      term: workingDays(3),
      due: '2018-10-17T08:00',
    },
    {
      name: 'an open Saturday receives but does not count',
      from: '2018-10-13T09:00',
      term: workingDays(3),
      due: '2018-10-17T09:00',
      calendar: withSaturdays,
    },
    {
      name: 'a closed Saturday is Monday',
      from: '2018-10-13T09:00',
      term: workingDays(3),
      due: '2018-10-18T08:00',
    },
    { name: 'same day before 15:00', from: '2018-10-11T09:30', term: sameDay, due: '2018-10-11T17:30' },
    { name: 'same day at 15:00 itself', from: '2018-10-11T15:00', term: sameDay, due: '2018-10-11T17:30' },
    {
      name: 'same day after 15:00 is tomorrow',
      from: '2018-10-11T15:01',
      term: sameDay,
      due: '2018-10-12T17:30',
    },
    {
      name: 'days that run through begin at the next opening too',
      from: '2026-10-16T17:45',
      term: calendarDays(15),
      due: '2026-11-03T17:30',
    },
    {
      name: 'a holiday Saturday is not open where Saturdays are',
      from: '2018-02-17T09:00',
      term: workingDays(3),
      due: '2018-02-26T08:00',
      calendar: withSaturdays,
    },
    {
      name: 'New Year is a holiday in the year that has not been announced',
      from: '2026-12-30T09:00',
      term: workingDays(3),
      due: '2027-01-05T09:00',
    },
    {
      name: 'ten days over New Year',
      from: '2026-12-18T09:00',
      term: workingDays(10),
      due: '2027-01-04T09:00',
    },
    {
      name: 'same day, late on the last day of a year',
      from: '2026-12-31T16:58',
      term: sameDay,
      due: '2027-01-04T17:30',
    },
    {
      name: 'Tết of 2027 is counted out',
      from: '2027-02-03T09:00',
      term: workingDays(3),
      due: '2027-02-15T09:00',
    },
    { name: 'a late Friday is Monday', from: '2018-10-12T16:10', term: sameDay, due: '2018-10-15T17:30' },
    {
      name: 'skips a compensatory day',
      from: '2018-08-31T10:00',
      term: workingDays(3),
      due: '2018-09-06T10:00',
    },
    {
      name: 'a make-up Saturday counts',
      from: '2018-12-28T09:00',
      term: workingDays(5),
      due: '2019-01-07T09:00',
    },
    {
      name: 'a swapped Monday does not count',
      from: '2019-04-26T14:00',
      term: workingDays(5),
      due: '2019-05-07T14:00',
    },
    { name: 'skips Tết', from: '2018-02-12T08:30', term: workingDays(5), due: '2018-02-26T08:30' },
    {
      name: 'half a day is four hours',
      from: '2018-10-11T10:00',
      term: halfDays(1),
      due: '2018-10-11T15:30',
    },
    {
      name: 'half a day runs over night',
      from: '2018-10-11T15:30',
      term: halfDays(1),
      due: '2018-10-12T10:00',
    },
    {
      name: 'eight hours are a working day',
      from: '2018-10-11T16:30',
      term: hours(8),
      due: '2018-10-12T16:30',
    },
    {
      name: 'calendar days end at closing',
      from: '2018-10-11T09:00',
      term: calendarDays(15),
      due: '2018-10-26T17:30',
    },
    {
      name: 'calendar days move off a Saturday',
      from: '2018-04-20T09:00',
      term: calendarDays(15),
      due: '2018-05-07T17:30',
    },
    {
      name: 'agrees with a printed slip',
      from: '2023-10-27T09:32',
      term: workingDays(5),
      due: '2023-11-03T09:32',
    },
    {
      name: 'a make-up Saturday of 2025',
      from: '2025-04-25T09:00',
      term: workingDays(3),
      due: '2025-04-29T09:00',
    },
    { name: 'the holiday of 24 November', from: '2026-11-23T16:00', term: sameDay, due: '2026-11-25T17:30' },
    {
      name: 'hours that end at noon end at noon',
      from: '2018-10-11T08:00',
      term: hours(4),
      due: '2018-10-11T12:00',
    },
    {
      name: 'hours that end at closing end that day',
      from: '2018-10-11T08:00',
      term: hours(8),
      due: '2018-10-11T17:30',
    },
  ])('$name: $from', ({ from, term, due, calendar = weekdays }) => {
    expect(dueDate(moment(from), term, calendar)?.at).toBe(due);
  });

  test.each<[string, Term, string]>([
    ['2018-10-11T09:30', sameDay, 'same-day'],
    ['2018-10-11T15:01', sameDay, 'after-cutoff'],
    ['2018-10-13T09:00', sameDay, 'next-working-day'],
    ['2018-10-11T12:20', workingDays(3), 'next-opening'],
    ['2018-10-11T09:30', workingDays(3), 'counted'],
    ['2018-04-20T09:00', calendarDays(15), 'moved-from-rest-day'],
    ['2018-10-11T09:30', { unit: 'on_receipt' }, 'on-receipt'],
  ])('%s with %o is explained by %s', (from, term, reason) => {
    expect(dueDate(moment(from), term, weekdays)?.reason).toBe(reason);
  });

  test.each<Term>([{ unit: 'by_stage' }, { unit: 'by_schedule' }])('%o has no computed date', (term) =>
    expect(dueDate(moment('2018-10-11T09:30'), term, weekdays)).toBeNull(),
  );
});

describe('whatever the receipt and the term', () => {
  const receipt = fc
    .tuple(fc.integer({ min: 0, max: 3100 }), fc.integer({ min: 0, max: 1439 }))
    .map(([days, minute]) => at(addDays(day('2018-01-02'), days), minute));
  const calendar = fc.constantFrom(weekdays, withSaturdays);
  const counted = fc.oneof(
    fc.integer({ min: 1, max: 60 }).map(workingDays),
    fc.integer({ min: 1, max: 119 }).map(halfDays),
    fc.integer({ min: 1, max: 200 }).map(hours),
    fc.integer({ min: 1, max: 60 }).map(calendarDays),
  );

  test('the date is never a day off', () => {
    fc.assert(
      fc.property(receipt, fc.oneof(counted, fc.constant(sameDay)), (from, term) => {
        const due = dueDate(from, term, weekdays);
        return due !== null && weekdays.isWorkingDay(dateOf(due.at));
      }),
      { numRuns: 10_000 },
    );
  });

  test('a longer term is never due earlier', () => {
    const pairs = fc.oneof(
      fc.tuple(fc.constant(workingDays), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 30 })),
      fc.tuple(fc.constant(hours), fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 100 })),
      fc.tuple(fc.constant(calendarDays), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 30 })),
    );
    fc.assert(
      fc.property(receipt, calendar, pairs, (from, days, [term, value, more]) => {
        const shorter = dueDate(from, term(value), days);
        const longer = dueDate(from, term(value + more), days);
        return shorter !== null && longer !== null && shorter.at <= longer.at;
      }),
      { numRuns: 10_000 },
    );
  });

  // With Saturday sessions this does not hold: who comes on a Saturday is received then, who comes on Friday
  // evening is received on Monday.
  test('a later receipt is never due earlier on a calendar without Saturdays', () => {
    const later = fc.integer({ min: 0, max: 4 * 24 * 60 });
    fc.assert(
      fc.property(receipt, later, fc.oneof(counted, fc.constant(sameDay)), (from, wait, term) => {
        const minutes = minutesBetween(moment('2018-01-01T00:00'), from) + wait;
        const then = at(addDays(day('2018-01-01'), Math.floor(minutes / 1440)), minutes % 1440);
        const first = dueDate(from, term, weekdays);
        const second = dueDate(then, term, weekdays);
        return first !== null && second !== null && first.at <= second.at;
      }),
      { numRuns: 10_000 },
    );
  });

  test('N working days lie between the receipt and the date', () => {
    fc.assert(
      fc.property(receipt, fc.integer({ min: 1, max: 60 }), calendar, (from, days, open) => {
        const due = dueDate(from, workingDays(days), open);
        const start = dateOf(effectiveReceipt(from, open));
        return due !== null && workingDaysBetween(start, dateOf(due.at), open) === days;
      }),
      { numRuns: 5000 },
    );
  });
});
