import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Counter, openCounter } from '../support/counter.ts';
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
