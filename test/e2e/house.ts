import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, thisMachine } from '../../desk/browser-shell/find-browser.ts';
import { type DeskHost, serveDesk } from '../../desk/browser-shell/http-host.ts';
import { browserShellPorts } from '../../desk/browser-shell/ports.ts';
import { prepareDemo } from '../../desk/demo-data.ts';
import type { Desk } from '../../desk/desk.ts';
import { openDesk } from '../../desk/open-desk.ts';
import { createDemoCommune } from '../../district/demo.ts';
import { type OpenDistrict, openDistrict } from '../../district/open-district.ts';
import { realTimers, realWorld } from '../../electron/world.ts';

/** A desk in the browser shell and a district that listens, both in this process, with their insides in reach. */
export interface House {
  readonly desk: Desk;
  readonly host: DeskHost;
  readonly district: OpenDistrict;
  readonly districtUrl: string;
  readonly dataDir: string;
  readonly spoolDir: string;
  /** The line to the district: what the desk's requests meet. */
  readonly line: { answer: 'district' | 'none' | 'portal' };
  /** Moves the desk's clock, milliseconds. */
  readonly clock: { shiftMs: number };
  readonly close: () => Promise<void>;
}

export const rendererDir = join(import.meta.dirname, '../../dist/renderer');

export async function openHouse(): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'house-'));
  const [dataDir, spoolDir] = [join(folder, 'desk'), join(folder, 'spool')];
  const clock = { shiftMs: 0 };
  const now = (): number => Date.now() + clock.shiftMs;
  const district = await openDistrict({
    place: { kind: 'pglite', dataDir: null },
    clock: now,
    newId: randomUUIDv7,
    training: true,
    log: () => {},
  });
  const { codes } = await createDemoCommune(district.db);
  const districtUrl = await district.app.listen({ port: 0, host: '127.0.0.1' });
  const shell = browserShellPorts({
    dataDir,
    rendererDir,
    browser: findBrowser(thisMachine),
    spoolDir,
    machine: thisMachine,
    timers: realTimers,
  });
  const line: House['line'] = { answer: 'district' };
  const world = realWorld({ dataDir, demo: false, ports: shell.ports });
  const desk = await openDesk({
    ...world,
    clock: now,
    // An office's machine, wherever these tests run.
    utcOffsetMinutes: () => 420,
    fetch: async (...request) => {
      if (line.answer === 'none') throw new TypeError('fetch failed');
      if (line.answer === 'portal') return new Response('<html>Đăng nhập Wi-Fi</html>');
      return world.fetch(...request);
    },
  });
  await prepareDemo(desk, { url: districtUrl, codes });
  const host = await serveDesk({ desk, rendererDir, port: 0 });
  return {
    desk,
    host,
    district,
    districtUrl,
    dataDir,
    spoolDir,
    line,
    clock,
    async close() {
      await host.close();
      await desk.close();
      await shell.close();
      await district.close();
    },
  };
}
