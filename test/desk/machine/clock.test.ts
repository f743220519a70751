import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { datingCalls } from '../../../shared/contract/dating-calls.ts';
import { deskApi, isMethodName } from '../../../shared/contract/desk-api.ts';
import { readingCalls } from '../../../shared/contract/reading-calls.ts';
import { noCorrection } from '../../support/corrections.ts';
import { type Counter, openCounter } from '../../support/counter.ts';
import { atCounter, filledDraft, receive, signIn } from '../../support/desk-driver.ts';
import { madeUpPerson } from '../../support/people.ts';
import { clockAt, type HandClock } from '../../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../../support/test-district.ts';

const dayMs = 86_400_000;
let clock: HandClock;
let townClock: HandClock;
let town: TestDistrict;
let counter: Counter;
let offset = 420;

beforeEach(async () => {
  clock = clockAt('2026-11-20T09:00');
  townClock = clockAt('2026-11-20T09:00');
  offset = 420;
  town = await openTestDistrict(townClock);
  counter = await openCounter(town, clock, 0, { utcOffsetMinutes: () => offset });
});
afterEach(async () => {
  await counter.close();
  await town.district.close();
});

const asked = async (index: number) =>
  counter.officer.ask('intake.receive', {
    draft: await filledDraft(counter.officer, madeUpPerson(index), '2.000815'),
    paper: 'a5',
  });

describe('a clock that ran ahead and was put right', () => {
  beforeEach(async () => {
    counter.line.trouble = 'down';
    clock.nowMs += 31 * dayMs;
    await receive(counter.officer, madeUpPerson(1));
    clock.nowMs -= 31 * dayMs;
  });

  test('intake waits for the district, whose signed time outranks our own of then', async () => {
    expect(await asked(2)).toMatchObject({ ok: false, error: [{ code: 'clock-behind' }] });
    counter.line.trouble = 'none';
    await counter.officer.call('sync.now', {});
    expect(await asked(3)).toMatchObject({ ok: true });
  });

  test('with no line an officer says, with a reason, that the clock is right now, and it is a fact', async () => {
    expect(await counter.officer.ask('clock.confirm', { reason: ' ' })).toMatchObject({
      ok: false,
      error: [{ code: 'reason-missing' }],
    });
    expect(await asked(2)).toMatchObject({ ok: false });
    await counter.officer.call('clock.confirm', { reason: 'Pin máy hết, đã chỉnh lại' });
    expect(await asked(3)).toMatchObject({ ok: true });
    counter.line.trouble = 'none';
    await counter.officer.call('sync.now', {});
    expect((await counter.officer.call('sync.view', {})).queuedEvents).toBe(0);
    expect(await asked(4)).toMatchObject({ ok: true });
  });

  test('nobody overrules the signed time of the district', async () => {
    counter.line.trouble = 'none';
    await counter.officer.call('sync.now', {});
    clock.nowMs -= dayMs;
    expect(await counter.officer.ask('clock.confirm', { reason: 'Đã xem' })).toMatchObject({
      ok: false,
      error: [{ code: 'clock-behind' }],
    });
  });

  test('a clock behind the district is refused all the same', async () => {
    counter.line.trouble = 'none';
    await counter.officer.call('sync.now', {});
    clock.nowMs -= dayMs;
    expect(await asked(2)).toMatchObject({ ok: false, error: [{ code: 'clock-behind' }] });
  });

  test('what was received in that future is not undone before it was received, nor offered to be', async () => {
    clock.nowMs += 31 * dayMs;
    const { id } = await receive(counter.officer, madeUpPerson(5));
    clock.nowMs -= 3_600_000;
    const { rows } = await counter.officer.call('intake.recent', {});
    expect(rows.find((row) => row.id === id)?.undoableForS).toBe(0);
    expect(await counter.officer.ask('intake.undo', { id })).toMatchObject({
      ok: false,
      error: [{ code: 'clock-behind', values: { minutes: 60 } }],
    });
    expect((await counter.officer.call('dossier.get', { id })).actions).not.toContain('undo');
  });
});

/** Every call that dates what it records, as far as the form lets it come. */
const work: Readonly<Record<string, (id: string) => object>> = {
  'intake.requestSupplement': () => ({}),
  'intake.refuse': () => ({}),
  'intake.undo': (id) => ({ id }),
  'petition.lapse': (id) => ({ id }),
  'dossier.markReady': (id) => ({ id, note: '' }),
  'dossier.handOver': (id) => ({ id, receiver: nobody, feeCollectedVnd: 0, receipt: null }),
  'dossier.step': (id) => ({ id, step: 'dossier.forwarded', unit: 'Tư pháp', officer: null, note: '' }),
  'dossier.correct': (id) => ({
    id,
    asked: { ...noCorrection, note: 'x' },
    reason: 'sai',
    approver: { officer: 'quy', pin: '112233' },
  }),
  'dossier.void': (id) => ({ id, reason: 'nhầm', approver: { officer: 'quy', pin: '112233' } }),
  'receipt.reprint': (id) => ({ id, reason: 'lost', paper: 'a5' }),
  'edition.redate': () => ({ reason: 'nghỉ bù' }),
  'cash.open': () => ({ openingVnd: 0, books: [] }),
  'cash.assignReceipt': (id) => ({
    dossier: id,
    takenAt: '2026-11-20T09:00',
    vnd: 1,
    symbol: 'A',
    serial: '0000001',
  }),
  'cash.voidReceipt': () => ({ symbol: 'A', serial: '0000001', reason: 'rách' }),
  'books.close': () => ({}),
  'books.reopen': () => ({}),
  'cash.close': () => ({ countedVnd: 0 }),
};
const nobody = { kind: 'applicant', name: 'An', idNumber: '', relation: '', authorisation: '' };

describe('whoever records something asks the clock alike', () => {
  test('every call that dates what it records is declined while the clock stands before the last record', async () => {
    counter.line.trouble = 'down';
    const { id } = await receive(counter.officer, madeUpPerson(1));
    const before = await counter.officer.call('sync.view', {});
    clock.nowMs -= 2 * dayMs;
    const quy = await signIn(counter.desk, 'quy', '112233');
    for (const name of datingCalls) {
      const input = work[name]?.(id);
      if (input === undefined) throw new Error(`Nobody knows how to ask ${name}`);
      const { access } = deskApi[name];
      const isCounters = access === 'anyone' || access === 'officer' || access.includes('reception');
      const by = isCounters ? counter.officer : quy;
      const asking = by.ask as (name: string, input: object) => Promise<unknown>;
      expect(await asking(name, input), name).toEqual({
        ok: false,
        error: [{ code: 'clock-behind', values: { minutes: 2 * 24 * 60 } }],
      });
    }
    expect((await counter.officer.call('sync.view', {})).queuedEvents).toBe(before.queuedEvents);
  });

  test('every call that may record is named as one that asks, or as one that dates nothing', () => {
    const datesNothing = [
      'desk.enrol',
      'clock.confirm',
      'print.setPaper',
      'calendar.doubtDue',
      'intake.open',
      'intake.saveDraft',
      'intake.dropDraft',
      'intake.preview',
      // Asks by itself, unless it has received that form already.
      'intake.receive',
      'petition.resume',
      'dossier.supplementPreview',
      'dossier.correctPreview',
      'dossier.voidPreview',
      'sync.now',
    ];
    const methods = Object.keys(deskApi).filter(isMethodName);
    const unnamed = methods.filter(
      (name) => !datingCalls.has(name) && !readingCalls.has(name) && !datesNothing.includes(name),
    );
    expect(unnamed).toEqual([]);
  });

  test('the view says why, with what is doubtful, and an officer of any role says that it is right now', async () => {
    counter.line.trouble = 'down';
    clock.nowMs += 31 * dayMs;
    const { id } = await receive(counter.officer, madeUpPerson(1), '1.004873');
    clock.nowMs -= 31 * dayMs;
    offset = 0;
    const leader = await signIn(counter.desk, 'quy', '112233');
    expect((await leader.call('desk.view', {})).clock).toMatchObject({
      refusal: { code: 'clock-behind' },
      doubts: [{ code: 'zone-off' }],
    });
    const step = { id, step: 'dossier.forwarded', unit: 'Tư pháp', officer: null, note: '' } as const;
    expect(await leader.ask('dossier.step', step)).toMatchObject({ ok: false });
    await leader.call('clock.confirm', { reason: 'Đã xem' });
    expect((await leader.call('desk.view', {})).clock.refusal).toBeNull();
    expect(await leader.ask('dossier.step', step)).toMatchObject({ ok: true });
    expect(await leader.ask('cash.open', { openingVnd: 0, books: [] })).toMatchObject({ ok: true });
    leader.leave();
  });

  test('nobody signed in is told that, and nothing about the clock', async () => {
    await receive(counter.officer, madeUpPerson(1));
    clock.nowMs -= 2 * dayMs;
    const stranger = atCounter(counter.desk);
    expect(await stranger.ask('cash.open', { openingVnd: 0, books: [] })).toMatchObject({
      error: [{ code: 'not-signed-in' }],
    });
  });
});

test('a machine in another time zone is told so beside the form', async () => {
  const draft = await filledDraft(counter.officer, madeUpPerson(4), '2.000815');
  const codes = async () =>
    (await counter.officer.call('intake.preview', draft)).warnings.map(({ code }) => code);
  expect(await codes()).not.toContain('zone-off');
  offset = -480;
  expect(await codes()).toContain('zone-off');
});
