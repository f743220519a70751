import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Counter, openCounter } from '../../support/counter.ts';
import { filledDraft, receive } from '../../support/desk-driver.ts';
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

test('a machine in another time zone is told so beside the form', async () => {
  const draft = await filledDraft(counter.officer, madeUpPerson(4), '2.000815');
  const codes = async () =>
    (await counter.officer.call('intake.preview', draft)).warnings.map(({ code }) => code);
  expect(await codes()).not.toContain('zone-off');
  offset = -480;
  expect(await codes()).toContain('zone-off');
});
