import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLaunch } from '../../electron/launch.ts';

const root = join(import.meta.dirname, '../..');
const folder = (): string => mkdtempSync(join(tmpdir(), 'start-test-'));

/** What each command would otherwise say it does first. */
beforeAll(() => {
  expect(spawnSync(process.execPath, [join(root, '.ci/set-up.mjs'), 'build']).status).toBe(0);
});

/** `npm start -- …`, without npm; whatever would fetch Electron meets a closed door. */
function start(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(root, '.ci/set-up.mjs'), 'start', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ELECTRON_MIRROR: 'http://127.0.0.1:1/', ...env },
  });
  let out = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, out: () => out, errors: () => errors, ended };
}

/** A program that tells how it was called. */
function program(name: string, script: string): { readonly path: string; readonly folder: string } {
  const place = folder();
  const path = join(place, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return { path, folder: place };
}

const firstLine = async (run: ReturnType<typeof start>): Promise<string> => {
  await expect.poll(run.out, { timeout: 60_000 }).toContain('\n');
  return run.out().split('\n')[0] ?? '';
};

async function interrupt(child: ChildProcess, ended: Promise<number | null>): Promise<number | null> {
  child.kill('SIGINT');
  return ended;
}

describe('the command line', () => {
  test('an unknown option is one sentence and exit code 2', async () => {
    const run = start(['--dmeo']);
    expect(await run.ended).toBe(2);
    expect(run.out()).toBe('');
    expect(run.errors()).toContain("Unknown option '--dmeo'. See --help.\n");
  });

  test('--help is a page of text', async () => {
    const run = start(['--help']);
    expect(await run.ended).toBe(0);
    expect(run.out()).toMatch(/^Usage: npm start -- /);
  });
});

describe('--print-url', () => {
  test('says one line of JSON, lets one browser in, holds its folder, and ends with 0', async () => {
    const dataDir = folder();
    const run = start(['--print-url', '--data-dir', dataDir, '--district', 'https://huyen.example/']);
    const said = JSON.parse(await firstLine(run)) as Record<string, string>;
    expect(said).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/enter\?token=/),
      dataDir,
      districtUrl: 'https://huyen.example/',
    });
    const entered = await fetch(said['url'] ?? '', { redirect: 'manual' });
    expect(entered.headers.get('location')).toBe('/#district=https%3A%2F%2Fhuyen.example%2F');

    const second = start(['--print-url', '--data-dir', dataDir]);
    expect(await second.ended).toBe(1);
    expect(second.out()).toBe('');
    expect(second.errors()).toMatch(
      /^Quầy này đang mở ở một cửa sổ khác.*\nThis desk is open in another window.*\n$/,
    );

    expect(await interrupt(run.child, run.ended)).toBe(0);
    expect(run.out().trim().split('\n')).toHaveLength(1);
  });

  test('--demo is enrolled with a district of its own, which keeps its address and ends with it', async () => {
    const dataDir = folder();
    const addresses = [];
    for (let round = 0; round < 2; round += 1) {
      const run = start(['--demo', '--print-url', '--data-dir', dataDir]);
      const { url, districtUrl } = JSON.parse(await firstLine(run)) as { url: string; districtUrl: string };
      addresses.push(districtUrl);
      const view = await deskView(url);
      expect(view).toMatchObject({ answer: { value: { demo: true, desk: { deskDigit: 1 } } } });
      expect(await interrupt(run.child, run.ended)).toBe(0);
      await expect(fetch(districtUrl)).rejects.toThrow();
    }
    expect(addresses[1]).toBe(addresses[0]);
  });
});

/** Enters as a browser would, and asks. */
async function deskView(url: string): Promise<unknown> {
  const { origin } = new URL(url);
  const entered = await fetch(url, { redirect: 'manual' });
  const response = await fetch(`${origin}/call`, {
    method: 'POST',
    headers: {
      cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '',
      origin,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ name: 'desk.view', input: {} }),
  });
  return response.json();
}

describe('which shell', () => {
  test('Electron, where its program is', async () => {
    const electron = program('electron', 'for a in "$@"; do echo "$a"; done; exit 7');
    const dataDir = folder();
    const run = start(['--data-dir', dataDir], { ELECTRON_OVERRIDE_DIST_PATH: electron.folder });
    expect(await run.ended).toBe(7);
    const args = run.out().split('\n');
    expect(args[0]).toBe(root);
    expect(readLaunch(args)).toEqual({ dataDir, demo: false, demoDistrict: null, districtUrl: null });
    expect(existsSync(join(dataDir, 'desk.db')), 'this process opened no desk').toBe(false);
  });

  test('--shell=electron without its program is an error', async () => {
    const run = start(['--shell=electron', '--data-dir', folder()]);
    expect(await run.ended).toBe(69);
    expect(run.errors().trim().split('\n')).toHaveLength(1);
  });

  test('otherwise a window of a browser, said in two lines; closing it ends the desk', async () => {
    const dataDir = folder();
    const browser = program('browser', 'for a in "$@"; do echo "$a" >> "$0.args"; done');
    const run = start(['--data-dir', dataDir], { DESK_BROWSER: browser.path, DISPLAY: ':99' });
    expect(await run.ended).toBe(0);
    expect(run.errors().trim().split('\n')).toHaveLength(2);
    const args = readFileSync(`${browser.path}.args`, 'utf8');
    expect(args).toMatch(/^--app=file:\/\/.+\/enter\.html$/m);
    expect(args, 'every account of a machine can read arguments').not.toContain('token');
    expect(existsSync(join(dataDir, 'enter.html'))).toBe(false);
    expect(args).toContain(`--user-data-dir=${join(dataDir, 'browser')}\n`);
  });

  test('without a screen the address is printed', async () => {
    const run = start(['--shell=browser', '--data-dir', folder()], { DISPLAY: '', WAYLAND_DISPLAY: '' });
    await firstLine(run);
    await expect.poll(run.out).toMatch(/\nhttp:\/\/127\.0\.0\.1:\d+\/enter\?token=.+\n$/);
    expect(await interrupt(run.child, run.ended)).toBe(0);
  });
});
