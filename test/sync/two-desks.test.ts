import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

beforeAll(async () => {
  clock = clockAt('2026-11-20T08:00');
  town = await openTestDistrict(clock);
  one = await openCounter(town, clock, 0);
  two = await openCounter(town, clock, 1);
});

afterAll(async () => {
  await one.close();
  await two.close();
  await town.district.close();
});

/** Everything sent and everything fetched, on both desks. */
async function settle(): Promise<void> {
  for (const counter of [one, two, one, two]) await counter.officer.call('sync.now', {});
}

async function expectAgreement(): Promise<void> {
  const theirs = await town.figures();
  expect(deskFigures(one.dataDir)).toMatchObject({ digest: theirs.digest, events: theirs.events });
  expect(deskFigures(two.dataDir)).toMatchObject({ digest: theirs.digest, events: theirs.events });
}

describe('two desks of a commune and their district', () => {
  test('work goes on without a line, and drains when it is back', async () => {
    one.line.trouble = 'down';
    for (let index = 0; index < 70; index += 1) {
      clock.nowMs += 60_000;
      await receive(one.officer, madeUpPerson(index));
    }
    const offline = await one.officer.call('sync.now', {});
    expect(offline).toMatchObject({ line: 'offline', queuedEvents: 70, queuedDossiers: 70 });
    one.line.trouble = 'none';
    const online = await one.officer.call('sync.now', {});
    expect(online).toMatchObject({ line: 'online', queuedEvents: 0, queuedDossiers: 0, incident: 'none' });
    expect((await town.figures()).dossiers).toBe(70);
  });

  test('the second desk has the first one’s dossiers after its next pull', async () => {
    await settle();
    const list = await two.officer.call('dossier.list', { filter: 'all', query: '', after: null });
    expect(list.counts.all).toBe(70);
    await expectAgreement();
  });

  test('an answer lost on the line leaves nothing twice', async () => {
    one.line.trouble = 'answer-lost';
    await receive(one.officer, madeUpPerson(70));
    await one.officer.call('sync.now', {});
    expect((await one.officer.call('sync.view', {})).queuedEvents).toBe(1);
    one.line.trouble = 'none';
    await settle();
    expect((await town.figures()).dossiers).toBe(71);
    await expectAgreement();
  });

  test.each([
    { trouble: 'portal', line: 'captive-portal' },
    { trouble: 'server-error', line: 'server-error' },
    { trouble: 'down', line: 'offline' },
  ] as const)('$trouble is never taken for an ack', async ({ trouble, line }) => {
    const before = await town.figures();
    one.line.trouble = trouble;
    await receive(one.officer, madeUpPerson(71));
    const view = await one.officer.call('sync.now', {});
    expect(view).toMatchObject({ line, queuedEvents: 1 });
    expect(await town.figures()).toEqual(before);
    one.line.trouble = 'none';
    await settle();
    await expectAgreement();
  });

  test('an ack that was changed on the way proves nothing: the desk asks again', async () => {
    one.line.trouble = 'bent-answer';
    await receive(one.officer, madeUpPerson(73));
    const view = await one.officer.call('sync.now', {});
    expect(view).toMatchObject({ queuedEvents: 1, incident: 'bad-ack' });
    one.line.trouble = 'none';
    await settle();
    expect(await one.officer.call('sync.view', {})).toMatchObject({ queuedEvents: 0, incident: 'none' });
    await expectAgreement();
  });

  test('a feed that was changed on the way is not stored', async () => {
    await receive(one.officer, madeUpPerson(74));
    await one.officer.call('sync.now', {});
    const before = deskFigures(two.dataDir);
    two.line.trouble = 'bent-answer';
    expect(await two.officer.call('sync.now', {})).toMatchObject({ incident: 'feed-mismatch' });
    expect(deskFigures(two.dataDir)).toEqual(before);
    two.line.trouble = 'none';
    await settle();
    await expectAgreement();
  });

  test('a result handed over at the other desk is seen at the first', async () => {
    const { id } = await receive(one.officer, madeUpPerson(80));
    await settle();
    await two.officer.call('dossier.markReady', { id, note: '' });
    const receiver = {
      kind: 'applicant',
      name: madeUpPerson(80).name,
      idNumber: '',
      relation: '',
      authorisation: '',
    } as const;
    await two.officer.call('dossier.handOver', { id, receiver, feeCollectedVnd: 22_000, receipt: null });
    expect((await two.officer.call('dossier.get', { id })).row.sent).toBe(false);
    await settle();
    const seen = await one.officer.call('dossier.get', { id });
    expect(seen.row).toMatchObject({ status: 'delivered', sent: true });
    expect(seen.journal.map((entry) => [entry.type, entry.actorName])).toEqual([
      ['dossier.delivered', 'Kiều Thị Hạnh'],
      ['dossier.resultReady', 'Kiều Thị Hạnh'],
      ['dossier.received', 'Đỗ Thu Trang'],
    ]);
    await expectAgreement();
  });

  test('a result handed over at both desks without a line is kept twice and shown to a person', async () => {
    const { id } = await receive(one.officer, madeUpPerson(90));
    await one.officer.call('dossier.markReady', { id, note: '' });
    await settle();
    one.line.trouble = 'down';
    two.line.trouble = 'down';
    const receiver = {
      kind: 'applicant',
      name: madeUpPerson(90).name,
      idNumber: '',
      relation: '',
      authorisation: '',
    } as const;
    for (const counter of [one, two]) {
      await counter.officer.call('dossier.handOver', {
        id,
        receiver,
        feeCollectedVnd: 22_000,
        receipt: null,
      });
    }
    one.line.trouble = 'none';
    two.line.trouble = 'none';
    await settle();
    for (const counter of [one, two]) {
      const seen = await counter.officer.call('dossier.get', { id });
      expect(seen.row).toMatchObject({ status: 'delivered', needsReview: true });
      expect(seen.reviews).toEqual(['delivered-twice']);
      expect(seen.journal.filter((entry) => entry.type === 'dossier.delivered')).toHaveLength(2);
      expect((await counter.officer.call('sync.view', {})).needsReview).toBe(1);
    }
    await expectAgreement();
  });

  test('a desk opened again goes on where it stood', async () => {
    two.officer.leave();
    await two.close();
    const reopened = await two.reopen();
    two = { ...two, ...reopened, officer: await signIn(reopened.desk, 'hanh', '246810') };
    await receive(two.officer, madeUpPerson(95));
    await settle();
    await expectAgreement();
  });
});
