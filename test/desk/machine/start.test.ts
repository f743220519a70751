import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../db/open.ts';
import { fileSecrets } from '../../../desk/browser-shell/file-secrets.ts';
import { lockFolder } from '../../../desk/machine/lock.ts';
import { startFault } from '../../../desk/machine/start-fault.ts';
import { openTestDesk } from '../../support/test-desk.ts';

const root = join(import.meta.dirname, '../../..');
let dataDir: string;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'desk-start-'));
  await (await openTestDesk({ dataDir })).close();
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const file = (name = 'desk.db'): string => join(dataDir, name);
const damages = [
  { name: 'a database that is gone', code: 'data-gone', damage: () => rmSync(file()) },
  {
    name: 'a file that is none',
    code: 'data-damaged',
    damage: () => writeFileSync(file(), 'x'.repeat(8192)),
  },
  {
    name: 'what a newer version wrote',
    code: 'newer-schema',
    damage: () => {
      const db = new Sqlite(file());
      db.pragma('user_version = 9999');
      db.close();
    },
  },
  {
    name: 'a database that cannot be opened',
    code: 'folder-closed',
    damage: () => {
      rmSync(file());
      mkdirSync(file());
    },
  },
];

describe('a desk that cannot open says why in one sentence', () => {
  test.each(damages)('$name', async ({ code, damage }) => {
    damage();
    await expect(openTestDesk({ dataDir })).rejects.toMatchObject({ code: 'DESK_CLOSED', refusal: { code } });
  });

  test('a lock that fails for another reason than being held is not told as held', () => {
    rmSync(file('desk.lock'));
    mkdirSync(file('desk.lock'));
    expect(() => lockFolder(dataDir)).toThrow(Sqlite.SqliteError);
  });

  test('a full disk has its own sentence', () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    expect(startFault(full)).toMatchObject({ refusal: { code: 'start-disk-full' } });
    const db = openDatabase(':memory:');
    db.close();
    const bug = new TypeError('bug');
    expect(startFault(bug)).toBe(bug);
  });

  test('the browser shell shows the sentence and no trace', () => {
    rmSync(file());
    const { status, stderr } = spawnSync(
      process.execPath,
      ['electron/start.ts', '--shell', 'browser', '--print-url', '--data-dir', dataDir],
      { cwd: root, encoding: 'utf8', timeout: 60_000 },
    );
    expect(status).toBe(1);
    expect(stderr).toContain('tệp dữ liệu không còn');
    expect(stderr).not.toContain('    at ');
  });
});

test('a key is made by sealing and never by opening', async () => {
  const keyFile = file('secrets.key');
  const sealed = await fileSecrets(keyFile).seal('khoá máy');
  rmSync(keyFile);
  await expect(fileSecrets(keyFile).open(sealed)).rejects.toMatchObject({ refusal: { code: 'key-missing' } });
  expect(() => statSync(keyFile)).toThrow('ENOENT');
});

test.skipIf(process.platform === 'win32')('what an older version left open to others is closed', async () => {
  for (const folder of ['printed', 'archive']) mkdirSync(file(folder), { recursive: true });
  const papers = [file('printed/a.pdf'), file('archive/b.pdf'), file('old.txt')];
  for (const paper of papers) writeFileSync(paper, '%PDF');
  for (const path of [dataDir, file('printed'), file('archive')]) chmodSync(path, 0o755);
  for (const path of [...papers, file()]) chmodSync(path, 0o644);
  const desk = await openTestDesk({ dataDir });
  const made = ['desk.db-wal', 'desk.db-shm', 'desk.lock', 'desk.here'].map((name) => file(name));
  for (const path of [dataDir, file('printed'), file('archive'), file(), ...papers, ...made])
    expect(statSync(path).mode & 0o077, path).toBe(0);
  await desk.close();
});
