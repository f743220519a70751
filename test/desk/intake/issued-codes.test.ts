import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { databaseFile } from '../../../desk/open-desk.ts';
import { type Counter, openCounter } from '../../support/counter.ts';
import { filledDraft, receive } from '../../support/desk-driver.ts';
import { madeUpPerson } from '../../support/people.ts';
import { clockAt } from '../../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../../support/test-district.ts';

let town: TestDistrict;
let counter: Counter;
beforeEach(async () => {
  const clock = clockAt('2026-11-20T09:00');
  town = await openTestDistrict(clock);
  counter = await openCounter(town, clock, 0);
});
afterEach(async () => {
  await counter.close();
  await town.district.close();
});

const tamper = <T>(work: (db: Sqlite.Database) => T): T => {
  const db = new Sqlite(join(counter.dataDir, databaseFile));
  try {
    return work(db);
  } finally {
    db.close();
  }
};

test('a code is given once, even where the counting of serials has lost a dossier', async () => {
  const { code } = await receive(counter.officer, madeUpPerson(1));
  tamper((db) => db.exec('DELETE FROM dossier'));
  const draft = await filledDraft(counter.officer, madeUpPerson(2), '2.000815');
  expect(await counter.officer.ask('intake.receive', { draft, paper: 'a5' })).toMatchObject({
    ok: false,
    error: [{ code: 'code-taken', values: { code } }],
  });
  expect(await counter.officer.ask('dossier.get', { id: draft.id })).toMatchObject({ ok: false });
});

test('the table itself takes no code twice', async () => {
  const { code } = await receive(counter.officer, madeUpPerson(1));
  expect(() =>
    tamper((db) => db.prepare('INSERT INTO issued_code (code, dossier_id) VALUES (?, ?)').run(code, 'other')),
  ).toThrow('UNIQUE constraint failed');
});

test('what is cancelled keeps its code, and a form that was refused took none', async () => {
  const first = await receive(counter.officer, madeUpPerson(1));
  await counter.officer.call('intake.undo', { id: first.id });
  const bad = await filledDraft(counter.officer, { ...madeUpPerson(2), name: '' }, '2.000815');
  await counter.officer.ask('intake.receive', { draft: bad, paper: 'a5' });
  const second = await receive(counter.officer, madeUpPerson(3));
  const codes = tamper((db) => db.prepare('SELECT code FROM issued_code ORDER BY code').pluck().all());
  expect(codes).toEqual([first.code, second.code]);
});
