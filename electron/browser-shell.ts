import { join } from 'node:path';
import { findBrowser, thisMachine } from '../desk/browser-shell/find-browser.ts';
import { serveDesk } from '../desk/browser-shell/http-host.ts';
import { browserShellPorts } from '../desk/browser-shell/ports.ts';
import { prepareDemo } from '../desk/demo-data.ts';
import { openDesk } from '../desk/open-desk.ts';
import { hasScreen, showInWindow } from './app-window.ts';
import type { Launch } from './launch.ts';
import { landing } from './launch.ts';
import { builtIn, sourceDist } from './paths.ts';
import { realTimers, realWorld } from './world.ts';

export interface BrowserShellAsked {
  readonly given: Launch;
  readonly port: number;
  /** Print the address for a browser that someone else opens. */
  readonly printUrl: boolean;
  /** Resolves when this process is told to end. */
  readonly interrupted: Promise<void>;
}

/** Runs the desk in this process and its screens in a browser, until the window is closed or an interrupt comes. */
export async function runBrowserShell({
  given,
  port,
  printUrl,
  interrupted,
}: BrowserShellAsked): Promise<void> {
  const { dataDir, demo, demoDistrict } = given;
  const { rendererDir } = builtIn(sourceDist);
  const browser = findBrowser(thisMachine);
  const { ports, close: closePorts } = browserShellPorts({
    dataDir,
    rendererDir,
    browser,
    spoolDir: demo ? join(dataDir, 'printed') : null,
    machine: thisMachine,
    timers: realTimers,
  });
  const desk = await openDesk(realWorld({ dataDir, demo, ports }));
  try {
    if (demoDistrict !== null) await prepareDemo(desk, demoDistrict);
    const host = await serveDesk({ desk, rendererDir, port, landing: landing(given) });
    try {
      const window = printUrl || !hasScreen(process.platform, process.env) ? null : browser;
      if (printUrl) {
        const districtUrl = demoDistrict?.url ?? given.districtUrl;
        process.stdout.write(`${JSON.stringify({ url: host.url, dataDir, districtUrl })}\n`);
      } else if (window === null) {
        process.stdout.write(`Open this address in a browser on this machine; it works once:\n${host.url}\n`);
      }
      await Promise.race([
        interrupted,
        ...(window === null ? [] : [showInWindow(window, host.url, dataDir)]),
      ]);
    } finally {
      await host.close();
    }
  } finally {
    await desk.close();
    await closePorts();
  }
}
