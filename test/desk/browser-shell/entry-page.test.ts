import { execFile } from 'node:child_process';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { writeEntryPage } from '../../../desk/browser-shell/entry-page.ts';
import { findBrowser, sandboxFlags, thisMachine } from '../../../desk/browser-shell/find-browser.ts';
import { serveDesk } from '../../../desk/browser-shell/http-host.ts';
import { openTestDesk } from '../../support/test-desk.ts';

const rendererDir = join(import.meta.dirname, '../../electron-host/fixture/page');

test('a browser comes in by a file that only its account can read, once', { timeout: 60_000 }, async () => {
  const { desk, dataDir, close } = await openTestDesk();
  const host = await serveDesk({ desk, rendererDir, port: 0, landing: '/index.html#district=a%3Ab' });
  const entry = writeEntryPage(dataDir, host.url);
  expect(statSync(fileURLToPath(entry.url)).mode & 0o077).toBe(0);
  const profile = mkdtempSync(join(tmpdir(), 'entry-'));
  const dump = async (): Promise<string> => {
    const flags = [
      '--headless=new',
      `--user-data-dir=${profile}`,
      '--virtual-time-budget=5000',
      '--dump-dom',
    ];
    const program = findBrowser(thisMachine);
    if (program === null) throw new Error('No Chromium on this machine');
    return (await promisify(execFile)(program, [...flags, ...sandboxFlags(), entry.url])).stdout;
  };
  const page = await (await fetchPage(host)).text();
  expect(page).not.toBe('');
  expect(await dump()).toContain(page.match(/<title>[^<]*<\/title>/)?.[0] ?? 'title');
  entry.remove();
  await host.close();
  await close();
});

/** The landing page as a browser that is in gets it. */
async function fetchPage({ invite, origin }: { readonly invite: () => string; readonly origin: string }) {
  const entered = await fetch(invite(), { redirect: 'manual' });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return fetch(`${origin}/index.html`, { headers: { cookie } });
}
