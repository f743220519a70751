import { expect, test } from 'vitest';
import { landing, launchArgument, readLaunch } from '../../electron/launch.ts';
import { readOptions } from '../../electron/options.ts';
import { defaultDataDir } from '../../electron/paths.ts';

const usual = { demo: false, shell: 'auto', dataDir: null, port: 0, printUrl: false, districtUrl: null };

test.each([
  { args: [], options: {} },
  { args: ['--demo', '--print-url'], options: { demo: true, printUrl: true } },
  { args: ['--shell=browser', '--port', '8080'], options: { shell: 'browser', port: 8080 } },
  {
    args: ['--data-dir', '/d', '--district', 'http://h:1'],
    options: { dataDir: '/d', districtUrl: 'http://h:1' },
  },
])('$args', ({ args, options }) => {
  expect(readOptions(args)).toEqual({ kind: 'start', options: { ...usual, ...options } });
});

test.each([
  { args: ['--dmeo'], about: "Unknown option '--dmeo'" },
  { args: ['here'], about: "Unexpected argument 'here'" },
  { args: ['--shell=chrome'], about: '"chrome"' },
  { args: ['--port', '70000'], about: '"70000"' },
  { args: ['--port', 'x'], about: '"x"' },
  { args: ['--data-dir'], about: '--data-dir' },
  { args: ['--district', 'huyen'], about: '"huyen"' },
  { args: ['--district', 'file:///x'], about: '"file:///x"' },
  { args: ['--shell=electron', '--print-url'], about: '--print-url' },
])('$args is answered with one sentence', ({ args, about }) => {
  const asked = readOptions(args);
  expect(asked.kind).toBe('wrong');
  expect(asked.kind === 'wrong' && asked.sentence).toContain(about);
  expect(asked.kind === 'wrong' && asked.sentence).toMatch(/\. See --help\.$/);
});

test('--help wins over a missing rest', () => expect(readOptions(['--help'])).toEqual({ kind: 'help' }));

test('what the desk is opened with survives a command line', () => {
  const given = {
    dataDir: 'C:\\Dữ liệu\\"Quầy"',
    demo: true,
    demoDistrict: { url: 'http://127.0.0.1:1', codes: ['A B'] },
    districtUrl: null,
  };
  expect(readLaunch(['electron', '.', '--inspect', launchArgument(given), '--no-sandbox'])).toEqual(given);
  expect(readLaunch(['electron', '.'])).toBeNull();
});

test('the district is offered behind the #', () => {
  expect(landing({ districtUrl: null })).toBe('/');
  expect(landing({ districtUrl: 'https://h/?a=b' })).toBe('/#district=https%3A%2F%2Fh%2F%3Fa%3Db');
});

test.each([
  { platform: 'linux', env: {}, folder: '/home/a/.local/share/quay-mot-cua' },
  { platform: 'linux', env: { XDG_DATA_HOME: '/x' }, folder: '/x/quay-mot-cua' },
  { platform: 'darwin', env: {}, folder: '/home/a/Library/Application Support/QuayMotCua' },
] as const)('data on $platform: $folder', ({ platform, env, folder }) => {
  expect(defaultDataDir(platform, env, '/home/a')).toBe(folder);
});
