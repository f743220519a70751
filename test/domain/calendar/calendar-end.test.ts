import { describe, expect, test } from 'vitest';
import { day, moment } from '../../../shared/domain/base/local-date.ts';
import { dueDate } from '../../../shared/domain/calendar/due-date.ts';
import { type CalendarEdition, workCalendar } from '../../../shared/domain/calendar/work-calendar.ts';
import { seedCalendar } from '../../../shared/seed/editions.ts';

const untilEndOf = (year: string, part: Partial<CalendarEdition> = {}) => {
  const { lastDay: _, announcedUntil: __, yearlyHolidays: ___, ...edition } = seedCalendar();
  const exceptions = edition.exceptions.filter(({ date }) => date <= `${year}-12-31`);
  return workCalendar({ ...edition, exceptions, ...part });
};

describe('the end of a calendar', () => {
  test('is what the edition says, else the end of the year of its last exception', () => {
    expect(workCalendar(seedCalendar())).toMatchObject({
      lastDay: '2027-12-31',
      announcedUntil: '2026-12-31',
    });
    expect(untilEndOf('2026')).toMatchObject({ lastDay: '2026-12-31', announcedUntil: '2026-12-31' });
    expect(untilEndOf('2026', { lastDay: day('2026-06-30') }).lastDay).toBe('2026-06-30');
  });

  test.each(['2027-01-01', '2027-04-30', '2031-05-01', '2030-09-02', '2028-11-24'])(
    '%s is a day off although nobody has announced it',
    (date) => expect(untilEndOf('2026').isWorkingDay(day(date))).toBe(false),
  );

  test('a fixed date within the edition is what the edition says', () => {
    const edition = untilEndOf('2026', {
      lastDay: day('2026-12-31'),
      exceptions: [],
    });
    expect(edition.isWorkingDay(day('2026-01-01'))).toBe(true);
  });

  test('an edition may name other fixed days', () => {
    const calendar = untilEndOf('2026', { yearlyHolidays: ['03-10'] });
    expect([day('2028-03-10'), day('2027-01-01')].map(calendar.isWorkingDay)).toEqual([false, true]);
  });

  test('three working days over New Year count it out without knowing the year', () => {
    const due = dueDate(moment('2026-12-30T09:00'), { unit: 'working_day', value: 3 }, untilEndOf('2026'));
    expect(due?.at).toBe('2027-01-05T09:00');
  });
});
