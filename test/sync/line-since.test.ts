import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Counter, openCounter } from '../support/counter.ts';
import { receive } from '../support/desk-driver.ts';
import { madeUpPerson } from '../support/people.ts';
import { clockAt, type HandClock } from '../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../support/test-district.ts';

let clock: HandClock;
let town: TestDistrict;
let counter: Counter;

beforeAll(async () => {
  clock = clockAt('2026-11-20T09:00');
  town = await openTestDistrict(clock);
  counter = await openCounter(town, clock, 0);
});
afterAll(async () => {
  await counter.close();
  await town.district.close();
});

/** A minute later, what the pill says of the line. */
async function aMinuteLater(trouble: 'none' | 'down') {
  clock.nowMs += 60_000;
  counter.line.trouble = trouble;
  await counter.officer.call('sync.now', {});
  return counter.officer.call('sync.view', {});
}

test('the line is said to be down since it went down, and up since it came back, however often it was tried', async () => {
  await aMinuteLater('none');
  const down = await aMinuteLater('down');
  expect(down).toMatchObject({ line: 'offline', since: '2026-11-20T09:02' });
  expect(await aMinuteLater('down')).toMatchObject({ line: 'offline', since: '2026-11-20T09:02' });
  expect(await aMinuteLater('down')).toMatchObject({ line: 'offline', since: '2026-11-20T09:02' });
  expect(await aMinuteLater('none')).toMatchObject({ since: '2026-11-20T09:05' });
  expect(await aMinuteLater('none')).toMatchObject({ since: '2026-11-20T09:05' });
});

test('the last ten tries are kept, the newest first', async () => {
  for (let n = 0; n < 12; n += 1) await aMinuteLater('down');
  const { attempts } = await aMinuteLater('none');
  expect(attempts).toHaveLength(10);
  expect(attempts[0]?.outcome).not.toBe('offline');
  expect(attempts[1]?.outcome).toBe('offline');
});

test('while the line is down recording asks it nothing between two tries, and what was recorded goes with the next one', async () => {
  await receive(counter.officer, madeUpPerson(9));
  await aMinuteLater('none');
  const { attempts: before } = await aMinuteLater('down');
  const arrived = counter.line.arrived.length;
  for (const n of [1, 2, 3]) await receive(counter.officer, madeUpPerson(n));
  const waiting = await counter.officer.call('sync.view', {});
  expect(waiting).toMatchObject({ queuedEvents: 3, queuedDossiers: 3, attempts: before });
  // What the district has is not in the queue of any day.
  expect(waiting.queuedByDay).toEqual([{ day: '2026-11-20', events: 3 }]);
  counter.line.trouble = 'none';
  await receive(counter.officer, madeUpPerson(4));
  expect(counter.line.arrived).toHaveLength(arrived);
  // The next try is due by now: whatever is recorded takes the rest with it.
  clock.nowMs += 3_600_000;
  await receive(counter.officer, madeUpPerson(5));
  await expect.poll(async () => (await counter.officer.call('sync.view', {})).queuedEvents).toBe(0);
});
