import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Input } from '../../shared/contract/desk-api.ts';
import { type Counter, openCounter } from '../support/counter.ts';
import { receive, signIn } from '../support/desk-driver.ts';
import { deskFigures } from '../support/figures.ts';
import { madeUpPerson } from '../support/people.ts';
import { clockAt, type HandClock } from '../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../support/test-district.ts';

let clock: HandClock;
let town: TestDistrict;
let one: Counter;
let two: Counter;
const book = { symbol: '28AA-17T', from: '0001201', to: '0001250' };

beforeAll(async () => {
  clock = clockAt('2026-11-16T08:00');
  town = await openTestDistrict(clock);
  one = await openCounter(town, clock, 0);
  two = await openCounter(town, clock, 1);
});
afterAll(async () => {
  await one.close();
  await two.close();
  await town.district.close();
});

async function settle(): Promise<void> {
  for (const counter of [one, two, one, two]) await counter.officer.call('sync.now', {});
}
const receiver = {
  kind: 'applicant',
  name: 'Nguyễn Văn An',
  idNumber: '',
  relation: '',
  authorisation: '',
} as const;

/** A dossier resolved at once and handed over against `vnd`. */
async function handOver(counter: Counter, n: number, vnd: number, serial: string | null): Promise<string> {
  clock.nowMs += 60_000;
  const { id } = await receive(counter.officer, madeUpPerson(n));
  await counter.officer.call('dossier.markReady', { id, note: '' });
  const receipt = serial === null ? null : { symbol: book.symbol, serial };
  await counter.officer.call('dossier.handOver', { id, receiver, feeCollectedVnd: vnd, receipt });
  return id;
}

describe('a cashier’s shift', () => {
  test('without one, money is taken and the result handed over all the same', async () => {
    const id = await handOver(one, 1, 22_000, null);
    expect((await one.officer.call('dossier.get', { id })).row.status).toBe('delivered');
    expect((await one.officer.call('cash.view', {})).shift).toBeNull();
  });

  test('is opened, filled, counted, explained and handed over; its list is printed', async () => {
    const open = await one.officer.call('cash.open', { openingVnd: 200_000, books: [book] });
    expect(open.shift).toMatchObject({ expectedVnd: 200_000, next: { serial: '0001201' }, takings: [] });
    await handOver(one, 2, 22_000, '0001201');
    await one.officer.call('cash.voidReceipt', {
      symbol: book.symbol,
      serial: '0001202',
      reason: 'kẹt giấy',
    });
    const paid = await handOver(one, 3, 8000, '0001203');
    await handOver(one, 4, 0, '0001204');
    const before = await one.officer.call('cash.view', {});
    expect(before.shift).toMatchObject({
      expectedVnd: 230_000,
      withoutReceipt: 0,
      next: { serial: '0001204' },
      voided: [{ serial: '0001202', reason: 'kẹt giấy' }],
    });
    expect(before.shift?.takings.map(({ vnd }) => vnd)).toEqual([22_000, 8000]);
    expect(before.shift?.takings[1]).toMatchObject({ dossier: paid, receipt: { serial: '0001203' } });

    const pieces = [
      { value: 200_000, count: 1 },
      { value: 20_000, count: 1 },
    ];
    expect(await one.officer.ask('cash.close', { pieces, explanation: '', handedTo: 'hanh' })).toMatchObject({
      ok: false,
      error: [{ code: 'difference-unexplained', values: { difference: -10_000 } }],
    });
    const closed = await one.officer.call('cash.close', {
      pieces,
      explanation: 'Trả nhầm',
      handedTo: 'hanh',
    });
    expect(closed.shift).toBeNull();
    await one.officer.call('print.retry', {});
    const list = JSON.stringify(one.printer.drawn.at(-1));
    for (const text of [
      'BẢNG KÊ THU PHÍ, LỆ PHÍ',
      '0001201',
      '0001203',
      'Thiếu 10.000 đồng',
      'Trả nhầm',
      'Kiều Thị Hạnh',
    ])
      expect(list).toContain(text);
  });

  test('stands in the ledger, reaches the district and the other desk, and survives a restart', async () => {
    await settle();
    const theirs = await town.figures();
    expect(deskFigures(one.dataDir)).toMatchObject({ digest: theirs.digest, events: theirs.events });
    expect(deskFigures(two.dataDir)).toMatchObject({ digest: theirs.digest, events: theirs.events });
    await one.officer.call('cash.open', { openingVnd: 0, books: [book] });
    await one.close();
    const again = await one.reopen();
    one = { ...one, ...again, officer: await signIn(again.desk) };
    expect((await one.officer.call('cash.view', {})).shift).toMatchObject({ openingVnd: 0, books: [book] });
  });

  test('another counter has another drawer; a serial written down at both is shown at both', async () => {
    expect((await two.officer.call('cash.view', {})).shift).toBeNull();
    await two.officer.call('cash.open', { openingVnd: 0, books: [] });
    await handOver(one, 10, 22_000, '0001210');
    await handOver(two, 11, 22_000, '0001210');
    await settle();
    for (const counter of [one, two])
      expect((await counter.officer.call('cash.view', {})).usedTwice).toEqual([
        { symbol: book.symbol, serial: '0001210' },
      ]);
    expect((await two.officer.call('cash.view', {})).shift?.takings).toHaveLength(1);
  });

  test('a payment during processing goes into the drawer with its receipt, or is not taken', async () => {
    const { id } = await receive(two.officer, madeUpPerson(12), '1.004873');
    const step = { id } as const;
    await two.officer.call('dossier.step', {
      ...step,
      step: 'dossier.forwarded',
      unit: 'Tư pháp',
      officer: null,
      note: '',
    });
    await two.officer.call('dossier.step', {
      ...step,
      step: 'dossier.paymentRequested',
      amountVnd: 50_000,
      reason: '',
    });
    const asked = { ...step, step: 'dossier.paymentReceived', symbol: '28AA-17T' } as const;
    expect(await two.officer.ask('dossier.step', { ...asked, serial: 'mười' })).toMatchObject({
      error: [{ code: 'serial-wrong', field: 'serial' }],
    });
    await two.officer.call('dossier.step', { ...asked, serial: '0001211' });
    const { shift } = await two.officer.call('cash.view', {});
    expect(shift?.takings.at(-1)).toMatchObject({ dossier: id, vnd: 50_000, receipt: { serial: '0001211' } });
    await settle();
    const theirs = await town.figures();
    expect(deskFigures(two.dataDir).digest).toBe(theirs.digest);
  });

  test('what was taken goes back as a fact before a dossier is voided, out of the drawer and at the district', async () => {
    const { id } = await receive(two.officer, madeUpPerson(13), '1.004873');
    const step = (request: Record<string, unknown>) =>
      two.officer.ask('dossier.step', { id, ...request } as Input<'dossier.step'>);
    await step({ step: 'dossier.forwarded', unit: 'Tư pháp', officer: null, note: '' });
    await step({ step: 'dossier.paymentRequested', amountVnd: 15_000, reason: '' });
    await step({ step: 'dossier.paymentReceived', symbol: '28AA-17T', serial: '0001212' });
    await step({ step: 'dossier.recalled', reason: 'nhầm' });
    const before = (await two.officer.call('cash.view', {})).shift?.expectedVnd ?? 0;
    const agreed = { officer: 'quy', pin: '112233' };
    const voided = () => two.officer.ask('dossier.void', { id, reason: 'ghi nhầm', approver: agreed });
    expect(await voided()).toMatchObject({
      ok: false,
      error: [{ code: 'money-held', values: { vnd: 15_000 } }],
    });
    expect(await step({ step: 'dossier.refunded', amountVnd: 20_000, reason: 'nhầm' })).toMatchObject({
      error: [{ code: 'refund-too-much', field: 'amountVnd' }],
    });
    expect(await step({ step: 'dossier.refunded', amountVnd: 0, reason: '  ' })).toMatchObject({
      error: [{ code: 'reason-missing' }],
    });
    expect(await step({ step: 'dossier.refunded', amountVnd: 0, reason: 'Ghi nhầm hồ sơ' })).toMatchObject({
      ok: true,
    });
    expect((await two.officer.call('cash.view', {})).shift?.expectedVnd).toBe(before - 15_000);
    expect(await voided()).toMatchObject({ ok: true });
    await settle();
    const theirs = await town.figures();
    expect(deskFigures(two.dataDir).digest).toBe(theirs.digest);
    const row = await town.district.db
      .selectFrom('dossier')
      .select(['status', 'state'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.status).toBe('cancelled');
    expect(JSON.parse(row.state)).toMatchObject({
      takings: [{ vnd: 15_000 }],
      refunds: [{ vnd: 15_000, reason: 'Ghi nhầm hồ sơ' }],
    });
  });

  test('the notice of a suspension says what was taken, and the district holds the same', async () => {
    const { id } = await receive(two.officer, madeUpPerson(14), '1.004873');
    const leader = await signIn(two.desk, 'quy', '112233');
    const at = { id } as const;
    await two.officer.call('dossier.step', {
      ...at,
      step: 'dossier.forwarded',
      unit: 'Tư pháp',
      officer: null,
      note: '',
    });
    await two.officer.call('dossier.step', {
      ...at,
      step: 'dossier.paymentRequested',
      amountVnd: 15_000,
      reason: '',
    });
    await two.officer.call('dossier.step', {
      ...at,
      step: 'dossier.paymentReceived',
      symbol: '28AA-17T',
      serial: '0001213',
    });
    await leader.call('dossier.step', { ...at, step: 'dossier.suspended', reason: 'chờ kết luận' });
    await two.officer.call('print.retry', {});
    const notice = JSON.stringify(two.printer.drawn.at(-1));
    expect(notice).toContain('Đã thu 15.000 đồng');
    expect(notice).toContain('biên lai 28AA-17T số 0001213');
    await settle();
    const { state } = await town.district.db
      .selectFrom('dossier')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(state)).toMatchObject({ status: 'suspended', takings: [{ vnd: 15_000 }], refunds: [] });
  });

  test.each([
    ['a second shift', 'cash.open', { openingVnd: 0, books: [] }, 'shift-open'],
    ['a serial with letters', 'cash.voidReceipt', { symbol: 'A', serial: 'x1', reason: 'x' }, 'serial-wrong'],
    [
      'a book without numbers',
      'cash.open',
      { openingVnd: 0, books: [{ symbol: 'A', from: '', to: '9' }] },
      'book-wrong',
    ],
  ] as const)('%s is declined with a sentence', async (_, method, input, code) => {
    expect(await two.officer.ask(method, input as never)).toMatchObject({ ok: false, error: [{ code }] });
  });
});

const later = (counter: Counter, dossier: string, at: string, vnd: number, serial: string) =>
  counter.officer.ask('cash.assignReceipt', {
    dossier,
    takenAt: at as Input<'cash.assignReceipt'>['takenAt'],
    vnd,
    symbol: book.symbol,
    serial,
  });

describe('a receipt that is given later', () => {
  test('is written down once, within the book, and stands at the district and at the other desk', async () => {
    const view = await one.officer.call('cash.view', {});
    if (view.shift === null) await one.officer.call('cash.open', { openingVnd: 0, books: [book] });
    const id = await handOver(one, 40, 22_000, null);
    const other = await handOver(one, 41, 8000, null);
    const { unnumbered } = await one.officer.call('cash.view', {});
    const taken = unnumbered.find(({ dossier }) => dossier === id);
    expect(taken).toMatchObject({ vnd: 22_000 });
    const at = taken?.at ?? '';
    const said = async (serial: string, vnd = 22_000) => {
      const answer = await later(one, id, at, vnd, serial);
      return answer.ok ? null : answer.error[0].code;
    };
    expect(await said('0001201')).toBe('serial-used');
    expect(await said('0001202')).toBe('serial-used');
    expect(await said('0009999')).toBe('serial-not-in-books');
    expect(await said('chín')).toBe('serial-wrong');
    expect(await said('')).toBe('serial-wrong');
    expect(await said('0001240', 1)).toBe('taking-gone');
    expect(await said('0001240')).toBeNull();
    expect(await said('0001241')).toBe('receipt-known');
    const second = unnumbered.find(({ dossier }) => dossier === other)?.at ?? '';
    expect(await later(one, other, second, 8000, '0001240')).toMatchObject({
      error: [{ code: 'serial-used' }],
    });
    const after = await one.officer.call('cash.view', {});
    expect(after.unnumbered.map(({ dossier }) => dossier)).not.toContain(id);
    expect(after.shift?.takings.find(({ dossier }) => dossier === id)).toMatchObject({
      receipt: { symbol: book.symbol, serial: '0001240' },
    });
    await settle();
    const theirs = await town.figures();
    expect(deskFigures(one.dataDir)).toMatchObject({ digest: theirs.digest });
    expect(deskFigures(two.dataDir)).toMatchObject({ digest: theirs.digest });
    expect((await two.officer.call('dossier.get', { id })).journal[0]).toMatchObject({
      type: 'dossier.receiptAssigned',
      review: null,
    });
  });

  test('for money that went back is refused', async () => {
    const id = await handOver(one, 42, 5000, null);
    const { unnumbered } = await one.officer.call('cash.view', {});
    const at = unnumbered.find(({ dossier }) => dossier === id)?.at ?? '';
    await one.officer.call('dossier.step', {
      id,
      step: 'dossier.refunded',
      amountVnd: 5000,
      reason: 'thu nhầm',
    });
    expect(await later(one, id, at, 5000, '0001245')).toMatchObject({ error: [{ code: 'taking-gone' }] });
    expect((await one.officer.call('cash.view', {})).unnumbered.map(({ dossier }) => dossier)).not.toContain(
      id,
    );
  });
});

const spoil = async (serial: string) => {
  const answer = await one.officer.ask('cash.voidReceipt', { symbol: book.symbol, serial, reason: 'rách' });
  return answer.ok ? null : answer.error[0].code;
};

test('a form that went to somebody, in whichever shift, is not spoilt; a form of no book neither', async () => {
  expect(await spoil('0001201')).toBe('serial-used');
  expect(await spoil('0001202')).toBe('serial-used');
  expect(await spoil('0001240')).toBe('serial-used');
  expect(await spoil('0009999')).toBe('serial-not-in-books');
  expect(await spoil('0001249')).toBeNull();
  expect(await spoil('0001249')).toBe('serial-used');
});

test('what was paid while the work went on is not asked for again, and nobody asks for nothing', async () => {
  const { id } = await receive(one.officer, madeUpPerson(44), '1.004873');
  expect(await one.officer.call('dossier.get', { id })).toMatchObject({ stillDueVnd: null });
  const step = (request: object) =>
    one.officer.ask('dossier.step', { id, ...request } as Input<'dossier.step'>);
  await step({ step: 'dossier.forwarded', unit: 'Tư pháp', officer: null, note: '' });
  expect(await step({ step: 'dossier.paymentRequested', amountVnd: 0, reason: '' })).toMatchObject({
    error: [{ code: 'amount-nothing', field: 'amountVnd' }],
  });
  await step({ step: 'dossier.paymentRequested', amountVnd: 15_000, reason: '' });
  await step({ step: 'dossier.paymentReceived', symbol: '29BB-18T', serial: '0000001' });
  expect(await one.officer.call('dossier.get', { id })).toMatchObject({ stillDueVnd: 0 });
});
