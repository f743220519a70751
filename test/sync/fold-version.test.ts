import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { databaseFile } from '../../desk/open-desk.ts';
import { foldVersion } from '../../shared/domain/dossier/fold-version.ts';
import { openCounter } from '../support/counter.ts';
import { receive } from '../support/desk-driver.ts';
import { deskFigures } from '../support/figures.ts';
import { madeUpPerson } from '../support/people.ts';
import { clockAt, openTestDesk } from '../support/test-desk.ts';
import { openTestDistrict } from '../support/test-district.ts';

test('a desk that was updated folds everything anew before its first screen', async () => {
  const clock = clockAt('2026-11-20T08:00');
  const town = await openTestDistrict(clock);
  const counter = await openCounter(town, clock, 0);
  const first = await receive(counter.officer, madeUpPerson(1));
  await receive(counter.officer, madeUpPerson(2));
  await counter.officer.call('sync.now', {});
  const before = deskFigures(counter.dataDir);
  await counter.close();

  // What a build that knew fewer fields has left behind.
  const db = new Sqlite(join(counter.dataDir, databaseFile));
  db.exec(`UPDATE dossier SET state = json_remove(state, '$.reprints', '$.takings', '$.version')`);
  db.exec(`UPDATE setting SET value = '${foldVersion - 1}.1' WHERE key = 'projection-version'`);
  db.close();
  expect(deskFigures(counter.dataDir).digest).not.toBe(before.digest);

  const updated = await openTestDesk({ clock, dataDir: counter.dataDir, fetch: town.line().fetch });
  expect(deskFigures(counter.dataDir)).toEqual(before);
  expect(await town.figures()).toEqual(before);
  expect(first.code).toMatch(/-1001$/);
  await updated.close();
  await town.district.close();
});
