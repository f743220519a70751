import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { millimetresOf } from '../../desk/machine/mm.ts';
import type { Launch } from '../../electron/launch.ts';
import { buildShell } from './build-shell.ts';
import { launchDouble, type RunningDouble } from './launch.ts';

declare global {
  interface Window {
    /** What the fixture's page was told. */
    readonly pushed: unknown[];
  }
}

const folder = mkdtempSync(join(tmpdir(), 'shell-test-'));
const launchIn = (name: string): Launch => ({
  dataDir: join(folder, name),
  demo: false,
  demoDistrict: null,
  districtUrl: null,
});

let built: Awaited<ReturnType<typeof buildShell>>;
let shell: RunningDouble;
let page: Page;

const start = (given: Launch): RunningDouble =>
  launchDouble({ dist: built.dist, given, spool: join(folder, 'spool') });

beforeAll(async () => {
  built = await buildShell('fixture');
  shell = start(launchIn('desk'));
  page = await shell.window();
});
afterAll(() => built.remove());

/** Calls the desk as the page would. */
const call = (name: string, input: unknown): Promise<unknown> =>
  page.evaluate(([method, given]) => window.desk?.call(method as never, given as never), [
    name,
    input,
  ] as const);

const invokeAs = (frame: { url: string; parent: unknown } | null): Promise<unknown> =>
  shell.ask('invokeAs', { frame, channel: 'desk', args: ['desk.view', {}] });

/** Width and height of every page, in whole millimetres. */
const sizes = (path: string) =>
  [...readFileSync(path, 'latin1').matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => [
      Math.round(millimetresOf(Number(width))),
      Math.round(millimetresOf(Number(height))),
    ],
  );

const spooled = (): string[] => {
  const spool = join(folder, 'spool');
  return readdirSync(spool).map((name) => join(spool, name));
};

test('the run says what it is', () => expect(shell.said()).toMatch(/^test double, not Electron\n/));

test('the window opens at our own address, and its first call is answered', async () => {
  expect(page.url()).toBe('http://desk.app.localhost/');
  await page.waitForFunction(() => document.getElementById('status')?.textContent?.startsWith('{'));
  expect(JSON.parse((await page.textContent('#status')) ?? '')).toEqual({
    ok: true,
    value: { officer: null },
  });
});

describe('the contract', () => {
  test('carries answers from the second process, refusals included', async () => {
    await call('session.signIn', { officer: 'trang' });
    expect(await call('desk.view', {})).toEqual({ ok: true, value: { officer: 'trang' } });
    expect(await call('dossier.get', { id: 'x' })).toEqual({
      ok: false,
      error: [{ code: 'dossier-unknown', field: 'id' }],
    });
  });

  test('carries events until the page stops listening', async () => {
    await call('sync.now', {});
    await page.waitForFunction(() => window.pushed.length === 1);
    expect(await page.evaluate(() => window.pushed)).toEqual([{ ids: ['d-1'] }]);
    const heard = await page.evaluate(async () => {
      let count = 0;
      const end = window.desk?.listen('dossiers.changed', () => {
        count += 1;
      });
      await window.desk?.call('sync.now', {});
      end?.();
      await window.desk?.call('sync.now', {});
      return count;
    });
    expect(heard).toBe(1);
  });

  test('a bug behind it rejects', async () => {
    await expect(call('print.retry', {})).rejects.toThrow('a bug in the desk');
  });

  test.each(['toString', '__proto__', 'desk.erase', ''])('knows only its own rows: "%s"', async (name) => {
    expect(await call(name, {})).toEqual({
      ok: false,
      error: [{ code: 'unknown-method', values: { name } }],
    });
  });
});

describe('who may call', () => {
  test('the top frame of our own page', async () => {
    expect(await invokeAs({ url: 'app://desk/', parent: null })).toMatchObject({ ok: true });
  });
  test.each([
    { name: 'a frame inside it', frame: { url: 'app://desk/', parent: {} } },
    { name: 'a foreign page', frame: { url: 'https://example.com/', parent: null } },
    { name: 'a frame that is gone', frame: null },
  ])('nobody else: $name', async ({ frame }) => {
    await expect(invokeAs(frame)).rejects.toThrow('Untrusted sender');
  });
  test('a frame inside the page has no desk at all', async () => {
    const desk = await page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const found = typeof frame.contentWindow?.desk;
      frame.remove();
      return found;
    });
    expect(desk).toBe('undefined');
  });
});

describe('the page', () => {
  test('is given two frozen functions and nothing of Node or Electron', async () => {
    const found = await page.evaluate(() => ({
      keys: Object.keys(window.desk ?? {}).sort(),
      frozen: Object.isFrozen(window.desk),
      strangers: ['require', 'process', 'module', 'ipcRenderer', 'electron'].filter((name) => name in window),
    }));
    expect(found).toEqual({ keys: ['call', 'listen'], frozen: true, strangers: [] });
  });

  test('lives under the policy its response came with', async () => {
    const response = await page.reload();
    const policy = (await response?.allHeaders())?.['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    const ran = await page.evaluate(async () => {
      const inline = document.createElement('script');
      inline.textContent = 'window.inlineRan = true';
      document.head.append(inline);
      const fetched = await fetch('/app.js').then(
        () => 'fetched',
        () => 'refused',
      );
      return { inline: 'inlineRan' in window, fetched };
    });
    expect(ran).toEqual({ inline: false, fetched: 'refused' });
  });

  test('gets no permission', async () => {
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera'] as const;
      const asked = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
      return asked.map(({ state }) => state);
    });
    expect(states).toEqual(['denied', 'denied', 'denied']);
  });

  test.each(['https://example.com/', 'file:///etc/passwd', 'http://127.0.0.1:1/'])(
    'cannot leave for %s',
    async (address) => {
      await page.evaluate((to) => {
        window.location.href = to;
      }, address);
      // The next answer comes after the attempt, from a page that is still there.
      expect(await call('dossier.get', {})).toMatchObject({ ok: false });
      expect(page.url()).toBe('http://desk.app.localhost/');
    },
  );

  test('opens no window', async () => {
    await page.evaluate(() => window.open('https://example.com/'));
    await expect
      .poll(async () => (await shell.ask('seen', null)).blocked)
      .toContain('window https://example.com/');
    expect((await shell.ask('seen', null)).windows).toBe(1);
  });

  test('finds only the files of the build', async () => {
    const status = await page.evaluate(async () => {
      const image = new Image();
      const { promise, resolve } = Promise.withResolvers<string>();
      image.addEventListener('load', () => resolve('loaded'));
      image.addEventListener('error', () => resolve('refused'));
      image.src = '/../electron/preload.cjs';
      return promise;
    });
    expect(status).toBe('refused');
  });
});

describe('papers', () => {
  test('without a printer the desk is told so', async () => {
    expect(await call('print.setPaper', { paper: 'a5' })).toEqual({
      ok: false,
      error: [{ code: 'printer-down', values: { fault: 'no-printer' } }],
    });
  });

  test('go to the only printer, one page of their own size', async () => {
    await shell.ask('setPrinters', ['POS-80']);
    const answer = await call('print.setPaper', { paper: '80mm' });
    expect(answer).toMatchObject({ ok: true, value: { bytes: expect.any(Number) } });
    expect(spooled().map(sizes)).toEqual([[[80, 33]]]);
  });

  test('with two printers none is guessed; the chosen one gets the A5', async () => {
    await shell.ask('setPrinters', ['POS-80', 'HP-A5']);
    expect(await call('print.setPaper', { paper: 'a5' })).toMatchObject({ ok: false });
    writeFileSync(join(folder, 'desk', 'printers.json'), '{"a5": "HP-A5"}');
    expect(await call('print.setPaper', { paper: 'a5' })).toMatchObject({ ok: true });
    const last = spooled().find((path) => path.includes('HP-A5'));
    expect(sizes(last ?? '')).toEqual([[148, 210]]);
  });

  test('a printer that was taken away is told as such', async () => {
    await shell.ask('setPrinters', ['POS-80']);
    expect(await call('print.setPaper', { paper: 'a5' })).toMatchObject({
      error: [{ values: { fault: 'no-printer' } }],
    });
  });
});

test('a secret comes back from the key ring', async () => {
  expect(await call('desk.enrol', { code: 'khoá máy' })).toEqual({ ok: true, value: 'khoá máy' });
});

test.each([
  { name: 'app', member: 'getGPUInfo' },
  { name: 'dialog', member: 'showOpenDialog' },
  { name: 'safeStorage', member: 'encryptString' },
])('what the double does not have throws: $name, $member', async ({ name, member }) => {
  await expect(shell.ask('read', { name, member })).rejects.toThrow(`${name}.${member} is not modelled`);
});

test('a second start brings the first window forward and ends', async () => {
  await shell.ask('watchFocus', null);
  const second = start(launchIn('desk'));
  expect(await second.exited).toBe(0);
  await expect.poll(() => shell.ask('focused', null)).toBe(1);
});

test('a folder that another desk holds is told in one sentence, with an exit code', async () => {
  const other = start(launchIn('held'));
  expect(await other.exited).toBe(1);
  expect(other.said()).toContain('error box: Quầy Một Cửa: Another desk has this folder open\n');
});

test('closing the window closes the desk, then ends with 0', async () => {
  expect(await shell.close()).toBe(0);
});
