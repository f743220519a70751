import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, at, dateOf, day, moment } from '../../../shared/domain/base/local-date.ts';
import { workCalendar } from '../../../shared/domain/calendar/work-calendar.ts';
import { dueChip, overdueDays, punctuality } from '../../../shared/domain/dossier/punctuality.ts';
import { seedCalendar } from '../../../shared/seed/editions.ts';

const calendar = workCalendar(seedCalendar());

test.each([
  { finished: '2018-10-15', due: '2018-10-16', mark: 'early' },
  { finished: '2018-10-16', due: '2018-10-16', mark: 'onTime' },
  { finished: '2018-10-17', due: '2018-10-16', mark: 'late' },
])('ready on $finished for $due is $mark', ({ finished, due, mark }) =>
  expect(punctuality(day(finished), day(due))).toBe(mark),
);

test('without a promise nothing is late', () => expect(punctuality(day('2018-10-17'), null)).toBe('onTime'));

test.each([
  { name: 'on the day itself', due: '2018-10-12', today: '2018-10-12', days: 0 },
  { name: 'before it', due: '2018-10-12', today: '2018-10-01', days: 0 },
  { name: 'the weekend after it', due: '2018-10-12', today: '2018-10-13', days: 1 },
  { name: 'the Monday after', due: '2018-10-12', today: '2018-10-15', days: 1 },
  { name: 'the Tuesday after', due: '2018-10-12', today: '2018-10-16', days: 2 },
  { name: 'across Tết', due: '2018-02-13', today: '2018-02-21', days: 1 },
])('overdue in working days: $name', ({ due, today, days }) =>
  expect(overdueDays(day(due), day(today), calendar)).toBe(days),
);

describe('the chip of a list row', () => {
  test.each([
    { now: '2025-05-20T10:00', status: 'received', chip: { kind: 'today' } },
    { now: '2025-05-20T14:42', status: 'received', chip: { kind: 'hours', minutes: 108 } },
    { now: '2025-05-20T14:30', status: 'received', chip: { kind: 'today' } },
    { now: '2025-05-20T16:30', status: 'received', chip: { kind: 'today' } },
    { now: '2025-05-20T17:00', status: 'received', chip: { kind: 'today' } },
    { now: '2025-05-21T08:00', status: 'received', chip: { kind: 'overdue', days: 1 } },
    { now: '2025-05-22T08:00', status: 'received', chip: { kind: 'overdue', days: 2 } },
    { now: '2025-05-16T08:00', status: 'received', chip: { kind: 'days', days: 2 } },
    { now: '2025-05-18T08:00', status: 'received', chip: { kind: 'days', days: 2 } },
    { now: '2025-05-30T08:00', status: 'awaitingPayment', chip: { kind: 'paused' } },
    { now: '2025-05-30T08:00', status: 'awaitingSupplement', chip: { kind: 'paused' } },
    { now: '2025-05-30T08:00', status: 'suspended', chip: { kind: 'paused' } },
    { now: '2025-05-30T08:00', status: 'resultReady', chip: { kind: 'closed' } },
    { now: '2025-05-30T08:00', status: 'delivered', chip: { kind: 'closed' } },
    { now: '2025-05-30T08:00', status: 'cancelled', chip: { kind: 'closed' } },
  ] as const)('due on 20 May at 16:30, $status, at $now', ({ now, status, chip }) =>
    expect(dueChip({ status, dueAt: moment('2025-05-20T16:30') }, moment(now), calendar)).toEqual(chip),
  );

  test('says overdue exactly when the day is over', () => {
    const minute = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 1439 }))
      .map(([days, minutes]) => at(addDays(day('2025-04-20'), days), minutes));
    fc.assert(
      fc.property(minute, minute, (dueAt, now) => {
        const chip = dueChip({ status: 'received', dueAt }, now, calendar);
        if ('days' in chip && chip.days < 1) return false;
        return (chip.kind === 'overdue') === dateOf(dueAt) < dateOf(now);
      }),
      { numRuns: 10_000 },
    );
  });
});
