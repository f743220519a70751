import { describe, expect, test } from 'vitest';
import { day, moment } from '../../../shared/domain/base/local-date.ts';
import { workCalendar } from '../../../shared/domain/calendar/work-calendar.ts';
import { decree61 } from '../../../shared/domain/catalogue/rule-set.ts';
import type { DossierReceived } from '../../../shared/domain/dossier/dossier-events.ts';
import { answerDay, apologyDay, dutiesOf } from '../../../shared/domain/dossier/duties.ts';
import { seedCalendar } from '../../../shared/seed/editions.ts';
import { factOf } from './every-fact.ts';

const calendar = workCalendar(seedCalendar());
const received = factOf('dossier.received').body as DossierReceived;
const dossier = {
  status: 'processing',
  dueAt: moment('2026-11-25T09:00'),
  current: { ...received, receivedAt: moment('2026-11-12T09:00') },
  supplements: 1,
  reschedules: 0,
  answerBy: null,
} as const;
const on = (today: string, part: Partial<Parameters<typeof dutiesOf>[0]> = {}) =>
  dutiesOf({ ...dossier, ...part }, day(today), { calendar, rules: decree61 });

describe('the apology', () => {
  test.each([
    ['the day before', '2026-11-20', '2026-11-19'],
    ['a Sunday before: the Friday', '2026-11-16', '2026-11-13'],
    ['a holiday before: the last working day before it', '2026-11-25', '2026-11-23'],
  ])('is owed on %s', (_, due, by) => expect(apologyDay(day(due), calendar)).toBe(by));

  test.each([
    ['before its day', '2026-11-20', []],
    ['on its day', '2026-11-23', ['apology']],
    ['until the promised day', '2026-11-25', ['apology']],
    ['not when the dossier is late: that is said as such', '2026-11-26', []],
  ])('%s', (_, today, codes) => expect(on(today).map(({ code }) => code)).toEqual(codes));

  test('is owed once only, and not while the clock stands', () => {
    expect(on('2026-11-23', { reschedules: 1 })).toEqual([]);
    expect(on('2026-11-23', { status: 'awaitingSupplement' })).toEqual([]);
  });

  test('of a term that ends on the day of receipt or the next is not asked for at the counter', () =>
    expect(on('2026-11-12', { dueAt: moment('2026-11-13T09:00') })).toEqual([]));
});

describe('word of missing papers', () => {
  test('is late from the fourth working day after receipt on, unless it was given', () => {
    expect(on('2026-11-17', { supplements: 0 })).toEqual([]);
    expect(on('2026-11-18', { supplements: 0 })).toEqual([{ code: 'supplement-late', by: '2026-11-17' }]);
    expect(on('2026-11-18')).toEqual([]);
  });

  test('a receipt after closing counts from the next opening', () => {
    const current = { ...received, receivedAt: moment('2026-11-12T18:00') };
    expect(on('2026-11-18', { supplements: 0, current })).toEqual([]);
  });
});

describe('papers that were asked for', () => {
  test.each([
    ['the day of asking does not count', '2026-11-16', 1, '2026-11-17'],
    ['nor does a weekend', '2026-11-13', 1, '2026-11-16'],
    ['nor a holiday', '2026-11-23', 1, '2026-11-25'],
    ['thirty working days by the rule set', '2026-11-16', 30, '2026-12-29'],
  ])('%s', (_, asked, supplementTermDays, last) =>
    expect(answerDay(day(asked), { calendar, rules: { ...decree61, supplementTermDays } })).toBe(last),
  );

  test('are missed from the day after, and only while they are waited for', () => {
    const waiting = { status: 'awaitingSupplement', answerBy: day('2026-12-29') } as const;
    expect(on('2026-12-29', waiting)).toEqual([]);
    expect(on('2026-12-30', waiting)).toEqual([{ code: 'supplement-unanswered', by: '2026-12-29' }]);
    expect(on('2026-12-30', { status: 'awaitingSupplement' })).toEqual([]);
  });
});
