import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProjections } from '../../../db/dossier/projections.ts';
import { openEventLog } from '../../../db/sync/event-log.ts';
import { sha256, verifyText } from '../../../desk/machine/keys.ts';
import { databaseFile } from '../../../desk/open-desk.ts';
import { genesisHash, headBytes, readLink } from '../../../shared/protocol/event.ts';
import { type Counter, openCounter } from '../../support/counter.ts';
import { receive } from '../../support/desk-driver.ts';
import { findDamage, projectionDigest } from '../../support/desk-file.ts';
import { madeUpPerson } from '../../support/people.ts';
import { clockAt } from '../../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../../support/test-district.ts';

let town: TestDistrict;
let counter: Counter;
let publicKey: string;

beforeAll(async () => {
  const clock = clockAt('2026-11-20T08:00');
  town = await openTestDistrict(clock);
  counter = await openCounter(town, clock, 0);
  const { public_key } = await town.district.db
    .selectFrom('device')
    .select('public_key')
    .executeTakeFirstOrThrow();
  publicKey = public_key;
  for (let index = 0; index < 12; index += 1) {
    clock.nowMs += 1000;
    const { id } = await receive(counter.officer, madeUpPerson(index));
    if (index % 3 === 0) await counter.officer.call('dossier.markReady', { id, note: 'xong' });
    if (index % 4 === 0) await counter.officer.call('receipt.reprint', { id, reason: 'lost', paper: 'a5' });
  }
  await counter.close();
});
afterAll(() => town.district.close());

const openFile = (): Sqlite.Database => new Sqlite(join(counter.dataDir, databaseFile));

test('every event is chained to the one before it, and the signed head vouches for the last', () => {
  const db = openFile();
  const rows = db
    .prepare<[], { device: string; epoch: number; line: string; hash: string }>(
      'SELECT device, epoch, line, hash FROM event ORDER BY seq',
    )
    .all();
  expect(rows.length).toBe(19);
  let prevHash = genesisHash;
  for (const [index, { device, epoch, line, hash }] of rows.entries()) {
    const link = readLink(line, { device, epoch, seq: index + 1, prevHash }, sha256);
    expect(link).toMatchObject({ ok: true, read: { hash } });
    prevHash = hash;
  }
  const head = db
    .prepare<[], { device: string; epoch: number; seq: number; hash: string; sig: string }>(
      'SELECT * FROM signed_head',
    )
    .get();
  expect(head).toMatchObject({ seq: rows.length, hash: prevHash });
  expect(
    head && verifyText(headBytes(head.device, head.epoch, head.seq, head.hash), head.sig, publicKey),
  ).toBe(true);
  db.close();
});

test('projections made again from the log say the same as those kept up event by event', () => {
  const db = openFile();
  const kept = projectionDigest(db);
  openProjections(db).rebuild();
  expect(projectionDigest(db)).toBe(kept);
  const words = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM dossier_words').get();
  expect(words?.n).toBe(12);
  db.close();
});

test('a changed projection is seen in the digest and mended by a rebuild', () => {
  const db = openFile();
  const kept = projectionDigest(db);
  db.exec(
    `UPDATE dossier SET state = json_set(state, '$.received.feeVnd', 0) WHERE number = (SELECT min(number) FROM dossier)`,
  );
  expect(projectionDigest(db)).not.toBe(kept);
  openProjections(db).rebuild();
  expect(projectionDigest(db)).toBe(kept);
  db.close();
});

test('a single changed letter in a stored event is found', () => {
  const db = openFile();
  expect(findDamage(db)).toBeNull();
  db.exec('DROP TRIGGER event_never_changes');
  db.exec(
    `UPDATE event SET line = replace(line, 'lost', 'lust') WHERE type = 'receipt.reprinted' AND seq < 5`,
  );
  expect(findDamage(db)).toMatch(/\.1\.\d+$/);
  db.close();
});

test('the ledger gives a dossier’s facts in the order in which they are folded', () => {
  const db = openFile();
  const log = openEventLog(db);
  const [id = ''] = log.dossierIds();
  const types = log.ofDossier(id).map(({ event }) => event.type);
  expect(types[0]).toBe('dossier.received');
  db.close();
});
