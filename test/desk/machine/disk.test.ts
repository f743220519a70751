import { execFile } from 'node:child_process';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diskRefusal } from '../../../desk/machine/disk-faults.ts';
import { type Counter, openCounter } from '../../support/counter.ts';
import { clockAt, openTestDesk } from '../../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../../support/test-district.ts';

let town: TestDistrict;
let counter: Counter;

beforeAll(async () => {
  const clock = clockAt('2018-06-21T08:00');
  town = await openTestDistrict(clock);
  counter = await openCounter(town, clock, 0);
});
afterAll(() => town.district.close());

test('one folder is one desk: a second one is told so and touches nothing', async () => {
  await expect(openTestDesk({ dataDir: counter.dataDir })).rejects.toMatchObject({
    refusal: { code: 'desk-in-use' },
  });
  expect(await counter.officer.call('print.state', {})).toMatchObject({ condition: 'ready' });
});

test('a full disk refuses with a sentence, still reads, and takes the same dossier once there is room', async () => {
  await counter.close();
  const disk = mkdtempSync(join(tmpdir(), 'small-disk-'));
  const target = join(import.meta.dirname, 'disk-target.ts');
  const script = 'mount -t tmpfs -o size=4m tmpfs "$0" && exec "$1" "$2" "$3" "$0"';
  const asUser = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const { stdout } = await promisify(execFile)('unshare', [
    '--mount',
    ...asUser,
    'sh',
    '-c',
    script,
    disk,
    process.execPath,
    target,
    counter.dataDir,
  ]);
  const seen = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
  expect(seen).toMatchObject({ refusal: 'disk-full', againAfterRoom: true, unprinted: 0 });
  expect(seen['saved']).toBeGreaterThan(0);
  expect(seen['readableWhileFull']).toBe(seen['saved']);
  expect(seen['kept']).toBe(Number(seen['saved']) + 1);
});

test.each([
  { code: 'SQLITE_FULL', refusal: 'disk-full' },
  { code: 'ENOSPC', refusal: 'disk-full' },
  { code: 'SQLITE_READONLY_DBMOVED', refusal: 'read-only' },
  { code: 'SQLITE_IOERR_FSYNC', refusal: 'disk-error' },
])('$code is the officer’s news: $refusal', ({ code, refusal }) => {
  expect(diskRefusal(Object.assign(new Error(code), { code }))).toEqual({ code: refusal });
});

test('any other fault is a bug and is not dressed up as news', () => {
  expect(diskRefusal(new TypeError('undefined is not a function'))).toBeNull();
});

test('the database is readable by this account alone', () => {
  expect(statSync(join(counter.dataDir, 'desk.db')).mode & 0o077).toBe(0);
});
