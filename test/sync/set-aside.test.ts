import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendRows, lockStream } from '../../district/sync/feed-log.ts';
import { type Counter, openCounter } from '../support/counter.ts';
import { receive } from '../support/desk-driver.ts';
import { madeUpPerson } from '../support/people.ts';
import { clockAt, type HandClock } from '../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../support/test-district.ts';

let clock: HandClock;
let town: TestDistrict;
let one: Counter;
let two: Counter;

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

/** What a district that knew no limit has let in and passes on. */
const passOn = (kind: string, body: string) =>
  town.district.db.transaction().execute(async (tx) => {
    await appendRows(tx, await lockStream(tx, '09739'), [{ kind, body, verdict: null }]);
  });

const deep = `{"x":${'['.repeat(1100)}${']'.repeat(1100)}}`;

describe('a row of the feed that cannot be read', () => {
  test.each([
    ['an officer', 'officer', deep],
    ['a catalogue', 'catalogue', '{"edition":'],
    ['a kind of a later version', 'weather', '{"rain":true}'],
  ])('%s: is kept aside and said, and everything behind it comes in', async (_, kind, body) => {
    const before = (await two.officer.call('sync.view', {})).setAside;
    await passOn(kind, body);
    const { code } = await receive(one.officer, madeUpPerson(before + 1));
    await one.officer.call('sync.now', {});
    const view = await two.officer.call('sync.now', {});
    expect(view).toMatchObject({ setAside: before + 1, line: 'online', incident: 'none' });
    const { rows } = await two.officer.call('dossier.list', { filter: 'all', query: '', after: null });
    expect(rows.map((row) => row.code)).toContain(code);
  });

  test('stays aside over a restart', async () => {
    await two.close();
    const again = await two.reopen();
    const connection = again.desk.connect();
    expect(await connection.dispatch('sync.view', {})).toMatchObject({ ok: true, value: { setAside: 3 } });
    connection.close();
    two = { ...two, ...again };
  });
});
