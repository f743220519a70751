import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databaseFile } from '../../desk/open-desk.ts';
import { demoStream } from '../../district/demo.ts';
import { issueDigit } from '../../district/machine/counter-digits.ts';
import { addEnrolmentCode } from '../../district/sync/streams.ts';
import { codeTail } from '../../shared/domain/dossier/dossier-code.ts';
import { type Counter, openCounter } from '../support/counter.ts';
import { filledDraft, receive } from '../support/desk-driver.ts';
import { madeUpPerson } from '../support/people.ts';
import { clockAt, type HandClock } from '../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../support/test-district.ts';

let clock: HandClock;
let town: TestDistrict;
let first: Counter;
let second: Counter;
beforeEach(async () => {
  clock = clockAt('2026-11-20T09:00');
  town = await openTestDistrict(clock);
  first = await openCounter(town, clock, 0);
  second = await openCounter(town, clock, 1);
});
afterEach(async () => {
  for (const one of [first, second]) await one.close();
  await town.district.close();
});

/** A busy day: the last dossier of the counter counts as its `serial`-th. */
function countedAs(counter: Counter, serial: number): void {
  const db = new Sqlite(join(counter.dataDir, databaseFile));
  db.prepare('UPDATE dossier SET serial = ? WHERE number = (SELECT max(number) FROM dossier)').run(serial);
  db.close();
}

const issue = (deskDigit: number, digit: number) =>
  town.district.db.transaction().execute((tx) => issueDigit(tx, demoStream, { deskDigit, digit }));

const tailAfter = async (counter: Counter, n: number): Promise<string> =>
  codeTail((await receive(counter.officer, madeUpPerson(n))).code);

const preview = async ({ officer }: Counter) => {
  const draft = await filledDraft(officer, madeUpPerson(900), '2.000815');
  return { draft, ...(await officer.call('intake.preview', draft)) };
};

describe('a counter that has given out 999 codes in a day', () => {
  test('says so from the 950th on, and receives nobody past its end', async () => {
    await receive(first.officer, madeUpPerson(1));
    countedAs(first, 949);
    expect((await preview(first)).warnings.map(({ code }) => code)).not.toContain('serials-few');
    expect(await tailAfter(first, 2)).toBe('1950');
    expect((await preview(first)).warnings).toContainEqual(
      expect.objectContaining({ code: 'serials-few', values: { left: 49 } }),
    );
    countedAs(first, 999);
    const { draft, refusals, code } = await preview(first);
    expect(code).toBe('');
    expect(refusals).toContainEqual({ code: 'serial-used-up', values: { last: 999 } });
    expect(await first.officer.ask('intake.receive', { draft, paper: 'a5' })).toMatchObject({
      ok: false,
      error: [{ code: 'serial-used-up' }],
    });
  });

  test('goes on with the digit that was issued to it, and the district doubts none of it', async () => {
    await issue(1, 7);
    await first.officer.call('sync.now', {});
    await receive(first.officer, madeUpPerson(1));
    countedAs(first, 998);
    const tails = [await tailAfter(first, 2), await tailAfter(first, 3), await tailAfter(first, 4)];
    expect(tails).toEqual(['1999', '7001', '7002']);
    await first.officer.call('sync.now', {});
    await first.officer.call('sync.now', {});
    const { rows } = await first.officer.call('dossier.list', { filter: 'all', query: '', after: null });
    expect(rows.map(({ code, needsReview }) => [codeTail(code), needsReview])).toEqual(
      expect.arrayContaining([
        ['7001', false],
        ['7002', false],
      ]),
    );
  });

  test('finds at the other counter what it received under the further digit, and begins the next day anew', async () => {
    await issue(1, 7);
    await first.officer.call('sync.now', {});
    await receive(first.officer, madeUpPerson(1));
    countedAs(first, 999);
    expect(await tailAfter(first, 2)).toBe('7001');
    await first.officer.call('sync.now', {});
    await second.officer.call('sync.now', {});
    expect(await second.officer.call('dossier.byReceipt', { text: '7001' })).toMatchObject({ deskDigit: 1 });
    expect(await tailAfter(second, 3)).toBe('2001');
    clock.nowMs += 3 * 86_400_000;
    expect(await tailAfter(first, 4)).toBe('1001');
  });

  test('uses its digits in the order in which they were issued', async () => {
    await issue(1, 7);
    await issue(1, 8);
    await issue(2, 6);
    await first.officer.call('sync.now', {});
    await receive(first.officer, madeUpPerson(1));
    countedAs(first, 999 * 2);
    expect(await tailAfter(first, 2)).toBe('8001');
  });
});

test('a digit is issued once, and to one counter only', async () => {
  expect([await issue(1, 7), await issue(1, 7)]).toEqual([true, false]);
  const refused = [
    { name: 'another counter’s own', deskDigit: 1, digit: 2 },
    { name: 'one issued to another counter', deskDigit: 2, digit: 7 },
    { name: 'its own', deskDigit: 1, digit: 1 },
    { name: 'to a counter that is not there', deskDigit: 5, digit: 6 },
    { name: 'no digit', deskDigit: 1, digit: 10 },
  ];
  for (const { name, deskDigit, digit } of refused)
    await expect(issue(deskDigit, digit), name).rejects.toThrow();
  const desk = { stream: demoStream, deskDigit: 7, deskName: 'Quầy 7' };
  await expect(addEnrolmentCode(town.district.db, '100000009', desk)).rejects.toThrow('another counter');
});
