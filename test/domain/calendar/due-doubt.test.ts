import { describe, expect, test } from 'vitest';
import { moment } from '../../../shared/domain/base/local-date.ts';
import { typedDueDoubts } from '../../../shared/domain/calendar/due-doubt.ts';
import { workCalendar } from '../../../shared/domain/calendar/work-calendar.ts';
import { seedCalendar } from '../../../shared/seed/editions.ts';

const calendar = workCalendar({ ...seedCalendar(), saturdaySession: null });
const now = moment('2026-10-01T09:00');
const doubts = (due: string, at = now) => typedDueDoubts(moment(due), at, calendar);

describe('a due date that somebody types', () => {
  test.each([
    ['in office hours', '2026-10-19T10:15'],
    ['at noon, as the half day ends', '2026-10-19T12:00'],
    ['as the day ends', '2026-10-19T17:30'],
  ])('%s raises no doubt', (_, due) => expect(doubts(due)).toEqual([]));

  test.each([
    ['a Sunday: the next working day, at the same hour', '2026-10-18T10:00', '2026-10-19T10:00'],
    ['the day of culture', '2026-11-24T16:00', '2026-11-25T16:00'],
    ['a Saturday night: the next closing', '2026-10-17T23:00', '2026-10-19T17:30'],
  ])('on %s is doubted', (_, due, nearest) =>
    expect(doubts(due)).toEqual([{ code: 'due-day-off', nearest }]),
  );

  test.each([
    ['at eleven at night: the closing of that day', '2026-10-19T23:00', '2026-10-19T17:30'],
    ['before opening', '2026-10-19T06:00', '2026-10-19T08:00'],
    ['soon after noon', '2026-10-19T12:20', '2026-10-19T12:00'],
    ['shortly before the afternoon opens', '2026-10-19T13:10', '2026-10-19T13:30'],
  ])('%s is outside hours', (_, due, nearest) =>
    expect(doubts(due)).toEqual([{ code: 'due-outside-hours', nearest }]),
  );

  test('is never offered a minute that is over', () =>
    expect(doubts('2026-10-19T23:00', moment('2026-10-19T18:00'))).toEqual([
      { code: 'due-outside-hours', nearest: '2026-10-20T08:00' },
    ]));

  test('on an open Saturday raises none', () => {
    const open = workCalendar({ ...seedCalendar(), saturdaySession: { from: 480, to: 690 } });
    expect(typedDueDoubts(moment('2026-10-17T09:00'), now, open)).toEqual([]);
  });

  test('in a year that nobody has announced, or without a calendar, says so', () => {
    expect(doubts('2027-03-03T09:00')).toEqual([{ code: 'due-not-announced', year: '2027' }]);
    expect(doubts('2036-03-03T09:00')).toEqual([{ code: 'due-past-calendar', year: '2036' }]);
  });
});
