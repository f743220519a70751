import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publishEdition } from '../../../district/catalogue/editions.ts';
import { day, epochOf, moment } from '../../../shared/domain/base/local-date.ts';
import { defaultFormOptions } from '../../../shared/forms/base/form-options.ts';
import { noCorrection } from '../../support/corrections.ts';
import { type Counter, openCounter } from '../../support/counter.ts';
import { filledDraft, receive } from '../../support/desk-driver.ts';
import { madeUpPerson } from '../../support/people.ts';
import { clockAt, type HandClock } from '../../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../../support/test-district.ts';

let clock: HandClock;
let town: TestDistrict;
let counter: Counter;
let n = 0;

beforeAll(async () => {
  clock = clockAt('2026-11-16T08:00');
  town = await openTestDistrict(clock);
  counter = await openCounter(town, clock, 0);
});
afterAll(async () => {
  await counter.close();
  await town.district.close();
});
beforeEach(async () => {
  await counter.officer.call('print.retry', {});
  counter.printer.drawn.length = 0;
  n += 1;
});

const at = (local: string) => {
  clock.nowMs = epochOf(moment(local));
};
/** Receipts that came out, without the ones before. */
const receipts = async () => {
  await counter.officer.call('print.retry', {});
  return counter.printer.drawn.flatMap((form) => (form.form === 'receipt' ? [form] : []));
};

describe('what is solved the same day', () => {
  test.each([
    { name: 'a certification at 09:00', time: '2026-11-16T09:00', code: '2.000815', paper: false },
    { name: 'a certification at 15:00 sharp', time: '2026-11-16T15:00', code: '2.000815', paper: false },
    { name: 'a certification at 15:01', time: '2026-11-16T15:01', code: '2.000815', paper: true },
    { name: 'a birth at 15:30', time: '2026-11-16T15:30', code: '1.001193', paper: true },
    { name: 'what takes three days', time: '2026-11-17T09:00', code: '1.004873', paper: true },
    { name: 'a notification', time: '2026-11-17T09:30', code: '1.001156', paper: true },
  ])('$name: receipt printed $paper, entered all the same', async ({ time, code, paper }) => {
    at(time);
    const draft = await filledDraft(counter.officer, madeUpPerson(n), code);
    expect((await counter.officer.call('intake.preview', draft)).receiptNeeded).toBe(paper);
    const saved = await counter.officer.call('intake.receive', { draft, paper: 'a5' });
    expect(saved.printed).toBe(paper);
    expect(await counter.officer.call('intake.receive', { draft, paper: 'a5' })).toEqual(saved);
    expect(await receipts()).toHaveLength(paper ? 1 : 0);
    const detail = await counter.officer.call('dossier.get', { id: saved.id });
    expect(detail).toMatchObject({ row: { code: saved.code }, copiesPrinted: paper ? 1 : 0 });
  });

  test('and is not: the slip says hour and date', async () => {
    at('2026-11-18T15:01');
    await receive(counter.officer, madeUpPerson(n));
    const [slip] = await receipts();
    expect(slip?.due.value).toBe('17 giờ 30, thứ Năm 19/11/2026');
  });

  test('has its receipt when the citizen asks: first an original in all leaves, then copies of it', async () => {
    at('2026-11-19T09:00');
    const { id } = await receive(counter.officer, madeUpPerson(n));
    const ask = (reason: 'requested' | 'lost') =>
      counter.officer.call('receipt.reprint', { id, reason, paper: 'a5' });
    expect(await ask('requested')).toEqual({ copy: 0 });
    expect(await ask('lost')).toEqual({ copy: 1 });
    const marks = (await receipts()).map((slip) => slip.marks);
    expect(marks).toEqual([[], ['BẢN IN LẠI – LẦN 1']]);
    const { copiesPrinted, journal } = await counter.officer.call('dossier.get', { id });
    expect(copiesPrinted).toBe(2);
    expect(journal.map(({ type }) => type)).toEqual([
      'receipt.reprinted',
      'receipt.reprinted',
      'dossier.received',
    ]);
  });

  test('has no wrong receipt to replace when it is corrected, unless it needs one now', async () => {
    at('2026-11-20T09:00');
    const { id } = await receive(counter.officer, madeUpPerson(n));
    const correct = (asked: Partial<typeof noCorrection>) =>
      counter.officer.call('dossier.correct', {
        id,
        asked: { ...noCorrection, ...asked },
        reason: 'ghi nhầm',
        approver: { officer: 'quy', pin: '112233' },
      });
    await correct({ note: 'Gọi điện trước' });
    expect(await receipts()).toEqual([]);
    await correct({ procedureCode: '1.004873' });
    expect(await receipts()).toMatchObject([{ marks: [expect.stringContaining('CẤP LẠI')] }]);
  });

  test('has a receipt at once where the office wants one, from the day on which it does', async () => {
    const edition = { ...defaultFormOptions, edition: '2026-y', sameDayReceipt: 'always' };
    await publishEdition(
      town.district.db,
      'forms',
      JSON.stringify({ validFrom: day('2026-11-23'), edition }),
    );
    at('2026-11-20T10:00');
    await counter.officer.call('sync.now', {});
    expect(await receive(counter.officer, madeUpPerson(n))).toMatchObject({ printed: false });
    at('2026-11-23T10:00');
    expect(await receive(counter.officer, madeUpPerson(n + 100))).toMatchObject({ printed: true });
    expect(await receipts()).toHaveLength(1);
  });
});
