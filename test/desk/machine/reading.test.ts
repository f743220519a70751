import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DeskClosedError } from '../../../desk/machine/start-fault.ts';
import { deskApi } from '../../../shared/contract/desk-api.ts';
import { readingCalls } from '../../../shared/contract/reading-calls.ts';
import { refuse } from '../../../shared/contract/refusal.ts';
import { type Counter, openCounter } from '../../support/counter.ts';
import { receive, signIn } from '../../support/desk-driver.ts';
import { madeUpPerson } from '../../support/people.ts';
import { clockAt, openTestDesk, type TestDesk } from '../../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../../support/test-district.ts';

const withoutKey = {
  seal: () => Promise.reject(new DeskClosedError(refuse('key-missing'))),
  open: () => Promise.reject(new DeskClosedError(refuse('key-missing'))),
};
const clock = clockAt('2018-06-21T08:00');
let town: TestDistrict;
let counter: Counter;
let code: string;

beforeAll(async () => {
  town = await openTestDistrict(clock);
  counter = await openCounter(town, clock, 0);
  ({ code } = await receive(counter.officer, madeUpPerson(0), '1.004873'));
});
afterAll(() => town.district.close());

describe('a desk that cannot record still looks up and prints again', () => {
  // The folder is copied while the desk is open: the last dossier stands in the log beside the database only.
  test.each([
    { how: 'read-only', why: 'folder-closed' },
    { how: 'full', why: 'start-disk-full' },
  ])('on a disk that is $how', async ({ how, why }) => {
    const disk = mkdtempSync(join(tmpdir(), 'closed-disk-'));
    const target = join(import.meta.dirname, 'reading-target.ts');
    const script = 'mount -t tmpfs -o size=16m tmpfs "$0" && exec "$1" "$2" "$3" "$0" "$4"';
    const asUser = process.getuid?.() === 0 ? [] : ['--map-root-user'];
    const args = [disk, process.execPath, target, counter.dataDir, how];
    const { stdout } = await promisify(execFile)('unshare', [
      '--mount',
      ...asUser,
      'sh',
      '-c',
      script,
      ...args,
    ]);
    const seen = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
    expect(seen).toMatchObject({ why, found: 1, reprint: true, printed: 1, markReady: 'read-only' });
    expect(seen['draft']).toContain('read-only');
  });

  describe('when its key is missing', () => {
    let reading: TestDesk;
    let before: string;

    beforeAll(async () => {
      await counter.close();
      before = contentOf(counter.dataDir);
      reading = await openTestDesk({ dataDir: counter.dataDir, clock, secrets: withoutKey });
    });
    afterAll(() => reading.close());

    test('the dossier is found by its code, and its slip comes out once more', async () => {
      const officer = await signIn(reading.desk, 'trang', '135790');
      const row = await officer.call('dossier.byReceipt', { text: code });
      expect(
        await officer.call('receipt.reprint', { id: row.id, reason: 'lost', paper: 'a5' }),
      ).toMatchObject({ copy: 1 });
      await officer.call('print.retry', {});
      expect(reading.printer.printed).toHaveLength(1);
    });

    test('every call that may record is declined in words, and whoever stands there is told why', async () => {
      const officer = await signIn(reading.desk, 'trang', '135790');
      expect((await officer.call('desk.view', {})).readingOnly).toBe('key-missing');
      const connection = reading.desk.connect();
      const names = Object.keys(deskApi).filter((name) => !(readingCalls as ReadonlySet<string>).has(name));
      for (const name of names)
        expect(await connection.dispatch(name, {}), name).toMatchObject({ error: [{ code: 'read-only' }] });
      expect(names.length).toBeGreaterThan(20);
    });

    test('nothing on the disk has changed, and wrong PINs still meet their lock', async () => {
      const connection = reading.desk.connect();
      const wrong = { officer: 'trang', pin: '000000' };
      for (let n = 0; n < 5; n += 1) await connection.dispatch('session.signIn', wrong);
      expect(await connection.dispatch('session.signIn', { ...wrong, pin: '135790' })).toMatchObject({
        error: [{ code: 'locked-out' }],
      });
      expect(contentOf(counter.dataDir)).toBe(before);
    });
  });
});

const contentOf = (dataDir: string): string =>
  readdirSync(dataDir)
    .filter((name) => name.startsWith('desk.db'))
    .map((name) => name + readFileSync(join(dataDir, name)).toString('base64'))
    .join('\n');
