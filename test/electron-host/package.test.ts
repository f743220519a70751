import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage, statFile } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Launch } from '../../electron/launch.ts';
import { type RunningDistrict, startDistrict } from '../support/start-district.ts';
import { callDesk } from './call-desk.ts';
import { launchDouble } from './launch.ts';

const root = join(import.meta.dirname, '../..');
const work = mkdtempSync(join(tmpdir(), 'package-test-'));
let district: RunningDistrict;

beforeAll(async () => {
  execFileSync(
    process.execPath,
    ['electron/packaging/package.ts', '--dir', '--stub', '--out', join(work, 'release')],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  district = await startDistrict({ dataDir: join(work, 'district'), args: ['--demo'] });
});
afterAll(async () => {
  await district.stop();
  rmSync(work, { recursive: true, force: true });
});

const platforms = [
  { folder: 'linux-unpacked', native: 'linux-x64', argon: 'argon2-linux-x64-gnu', program: 'quay-mot-cua' },
  {
    folder: 'win-unpacked',
    native: 'win32-x64',
    argon: 'argon2-win32-x64-msvc',
    program: 'quay-mot-cua.exe',
  },
] as const;

const archiveOf = (folder: string): string => join(work, 'release', folder, 'resources', 'app.asar');

describe.each(platforms)('the package in $folder', ({ folder, native, argon, program }) => {
  const files = (): string[] => {
    const archive = archiveOf(folder);
    const entries = listPackage(archive, { isPack: false }).map((entry) =>
      entry.slice(1).replaceAll('\\', '/'),
    );
    return entries.filter((entry) => !('files' in statFile(archive, entry))).toSorted();
  };

  test('holds the built desk, its two native modules for this platform, and nothing else', () => {
    const named = files().map((file) =>
      file
        .replace(/^dist\/renderer\/assets\/.*\.(js|css|woff2|svg)$/, 'dist/renderer/assets/*.$1')
        .replace(/^dist\/electron\/[a-z-]+-[\w-]{8}\.js$/, 'dist/electron/*-*.js')
        .replace(/^dist\/electron\/migrations\/\d{4}-[a-z-]+\.sql$/, 'dist/electron/migrations/*.sql')
        .replace(
          /^node_modules\/better-sqlite3\/lib\/methods\/\w+\.js$/,
          'node_modules/better-sqlite3/lib/methods/*.js',
        ),
    );
    expect([...new Set(named)].toSorted()).toEqual(
      [
        'LICENSE',
        'package.json',
        'dist/electron/desk-process.js',
        'dist/electron/main.js',
        'dist/electron/migrations/*.sql',
        'dist/electron/preload.cjs',
        'dist/electron/*-*.js',
        'dist/renderer/assets/*.css',
        'dist/renderer/assets/*.js',
        'dist/renderer/assets/*.svg',
        'dist/renderer/assets/*.woff2',
        'dist/renderer/index.html',
        'dist/renderer/print.html',
        'node_modules/@node-rs/argon2/LICENSE',
        'node_modules/@node-rs/argon2/index.js',
        'node_modules/@node-rs/argon2/package.json',
        `node_modules/@node-rs/${argon}/${argon.replace('argon2-', 'argon2.')}.node`,
        `node_modules/@node-rs/${argon}/package.json`,
        'node_modules/better-sqlite3/LICENSE',
        'node_modules/better-sqlite3/lib/binding.js',
        'node_modules/better-sqlite3/lib/database.js',
        'node_modules/better-sqlite3/lib/index.js',
        `node_modules/better-sqlite3/lib/${native}.js`,
        'node_modules/better-sqlite3/lib/methods/*.js',
        'node_modules/better-sqlite3/lib/sqlite-error.js',
        'node_modules/better-sqlite3/lib/util.js',
        'node_modules/better-sqlite3/package.json',
        `node_modules/better-sqlite3/prebuilds/${native}.node`,
      ].toSorted(),
    );
    // What the two entries share, named by its content; a second one would be left over from an older build.
    expect(files().filter((file) => /^dist\/electron\/[a-z-]+-[\w-]{8}\.js$/.test(file))).toHaveLength(1);
  });

  test('keeps native code beside the archive, where the system can load it', () => {
    const archive = archiveOf(folder);
    const natives = files().filter((file) => file.endsWith('.node'));
    expect(natives).toHaveLength(2);
    for (const file of natives) {
      expect(statFile(archive, file)).toMatchObject({ unpacked: true });
      expect(existsSync(join(`${archive}.unpacked`, file))).toBe(true);
    }
    expect(globSync('**/*.node', { cwd: `${archive}.unpacked` })).toHaveLength(2);
  });

  test('says that its program is a stub, and has the two languages of the screens', () => {
    const inside = join(work, 'release', folder);
    expect(existsSync(join(inside, program))).toBe(true);
    expect(readFileSync(join(inside, 'STUB.txt'), 'utf8')).toContain('without Electron');
    expect(globSync('locales/*', { cwd: inside }).toSorted()).toEqual([
      'locales/en-US.pak',
      'locales/vi.pak',
    ]);
  });
});

test('the packed archive records a dossier, in the test double of the electron module', async () => {
  const app = join(work, 'app');
  extractAll(archiveOf('linux-unpacked'), app);
  cpSync(`${archiveOf('linux-unpacked')}.unpacked`, app, { recursive: true });
  const given: Launch = {
    dataDir: join(work, 'desk'),
    demo: true,
    demoDistrict: { url: district.url, codes: district.codes },
    districtUrl: null,
  };
  const shell = launchDouble({ dist: join(app, 'dist'), given, spool: join(work, 'spool') });
  const page = await shell.window();
  await callDesk(page, 'session.signIn', { officer: 'trang', pin: '135790' });
  const { draft } = await callDesk(page, 'intake.open', {});
  const received = await callDesk(page, 'intake.receive', {
    paper: 'a5',
    draft: {
      ...draft,
      applicant: { ...draft.applicant, name: 'Đặng Thị Hường' },
      procedureCode: '2.000815',
      rows: [{ text: 'gks 1*3' }],
    },
  });
  const { rows } = await callDesk(page, 'intake.recent', {});
  expect(rows.map(({ code }) => code)).toEqual([received.code]);
  await expect
    .poll(() => callDesk(page, 'print.state', {}), { timeout: 20_000 })
    .toMatchObject({ unprinted: 0 });
  expect(await shell.close()).toBe(0);
});
