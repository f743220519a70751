import { describe, expect, test } from 'vitest';
import { moment } from '../../../shared/domain/base/local-date.ts';
import type { DueReason } from '../../../shared/domain/calendar/due-date.ts';
import { shownDue } from '../../../shared/domain/calendar/shown-due.ts';
import { workCalendar } from '../../../shared/domain/calendar/work-calendar.ts';
import { seedCalendar } from '../../../shared/seed/editions.ts';

const calendar = workCalendar(seedCalendar());
const promise = (dueAt: string, dueReason: DueReason = 'counted', termText = '03 ngày làm việc') => ({
  receivedAt: moment('2026-11-25T09:28'),
  dueAt: moment(dueAt),
  dueReason,
  procedure: { termText },
});

describe('a term of days that ends at a minute', () => {
  test.each([
    ['minute', '2026-11-30T09:28', '2026-11-30T09:28'],
    ['half-day', '2026-11-30T09:28', '2026-11-30T12:00'],
    ['half-day', '2026-11-30T12:00', '2026-11-30T12:00'],
    ['half-day', '2026-11-30T13:30', '2026-11-30T17:30'],
    ['day', '2026-11-30T09:28', '2026-11-30T17:30'],
  ] as const)('said by the %s: %s is %s', (shown, dueAt, said) =>
    expect(shownDue(promise(dueAt), shown, calendar)).toBe(said),
  );
});

test.each([
  ['what a person dated', promise('2026-11-30T09:28', 'entered')],
  ['what is counted in hours', promise('2026-11-30T09:28', 'counted', '24 giờ làm việc')],
  ['what is counted in half days', promise('2026-11-26T10:28', 'counted', '0,5 ngày làm việc')],
  ['what is ready the same day', promise('2026-11-25T11:28', 'counted', '0,5 ngày')],
])('%s is said by the minute', (_, one) => expect(shownDue(one, 'half-day', calendar)).toBe(one.dueAt));
