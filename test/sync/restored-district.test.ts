import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCounter } from '../support/counter.ts';
import { receive } from '../support/desk-driver.ts';
import { deskFigures } from '../support/figures.ts';
import { madeUpPerson } from '../support/people.ts';
import { clockAt } from '../support/test-desk.ts';
import { openTestDistrict } from '../support/test-district.ts';

test('a district restored from an old backup is healed by its desks, whatever came in between', async () => {
  const clock = clockAt('2026-11-20T08:00');
  const folder = mkdtempSync(join(tmpdir(), 'restored-district-'));
  const [live, backup] = [join(folder, 'live'), join(folder, 'backup')];
  const town = await openTestDistrict(clock, live);
  const one = await openCounter(town, clock, 0);
  const two = await openCounter(town, clock, 1);
  const both = [one, two];
  const settle = async () => {
    for (const counter of [...both, ...both, ...both]) await counter.officer.call('sync.now', {});
  };
  const receiveSome = async (first: number) => {
    for (let index = first; index < first + 5; index += 1) {
      clock.nowMs += 1000;
      for (const counter of both) {
        await receive(counter.officer, madeUpPerson(index));
        await counter.officer.call('sync.now', {});
      }
    }
  };

  await receiveSome(0);
  await town.replace(() => cpSync(live, backup, { recursive: true }));
  await receiveSome(10);
  await settle();
  const before = await town.figures();
  expect(before.dossiers).toBe(20);

  await town.replace(() => {
    rmSync(live, { recursive: true });
    cpSync(backup, live, { recursive: true });
  });
  expect((await town.figures()).dossiers).toBe(10);
  // The second desk comes back first, so that the district numbers what it lost in another order.
  await two.officer.call('sync.now', {});
  await settle();

  const after = await town.figures();
  expect(after).toMatchObject({ events: before.events, dossiers: 20 });
  for (const counter of both) {
    expect(deskFigures(counter.dataDir)).toMatchObject({ digest: after.digest, events: after.events });
    const view = await counter.officer.call('sync.view', {});
    expect(view).toMatchObject({
      line: 'online',
      queuedEvents: 0,
      districtRestored: false,
      incident: 'none',
    });
    await counter.close();
  }
  await town.district.close();
});
