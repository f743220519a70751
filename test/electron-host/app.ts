import { join } from 'node:path';
import { findBrowser, sandboxFlags, thisMachine } from '../../desk/browser-shell/find-browser.ts';
import { appOf, BrowserWindow } from './browser-window.ts';
import { startChromium } from './cdp.ts';
import { host } from './host.ts';
import { Modelled, preventable } from './modelled.ts';
import { takeLock } from './single-instance.ts';

class App extends Modelled {
  readonly name = 'Quầy Một Cửa';
  readonly isPackaged = false;
  readonly #ready = Promise.withResolvers<void>();
  readonly #paths = new Map<string, string>();
  #unlock: (() => void) | null = null;
  #quitting = false;

  constructor() {
    super('app');
    appOf.windowCreated = (contents) => this.emit('web-contents-created', {}, contents);
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  getPath(name: string): string {
    const path = this.#paths.get(name);
    if (path === undefined)
      throw new Error(`test double, not Electron: app.getPath('${name}') is not modelled`);
    return path;
  }

  requestSingleInstanceLock(): boolean {
    this.#unlock ??= takeLock(this.getPath('userData'), () => this.emit('second-instance', {}, [], ''));
    return this.#unlock !== null;
  }

  quit(): void {
    if (this.#quitting) return;
    this.#quitting = true;
    for (const window of BrowserWindow.getAllWindows()) window.close();
    const event = preventable({});
    if (BrowserWindow.getAllWindows().length === 0) this.emit('will-quit', event);
    else event.preventDefault();
    this.#quitting = !event.defaultPrevented;
    if (this.#quitting) this.exit(0);
  }

  exit(code: number): void {
    this.#quitting = true;
    this.#unlock?.();
    const { chromium } = host;
    if (chromium === null || chromium.process.exitCode !== null) process.exit(code);
    chromium.process.once('exit', () => process.exit(code));
    chromium.process.kill('SIGKILL');
  }

  /** Starts the browser once the app's own file has run, unless that has given up already. */
  async launch(): Promise<void> {
    if (this.#quitting) return;
    const program = findBrowser(thisMachine);
    if (program === null) throw new Error('test double, not Electron: no Chromium on this machine');
    host.chromium = await startChromium(program, [
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${join(this.getPath('userData'), 'double-chromium')}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--password-store=basic',
      ...sandboxFlags(),
    ]);
    const { cdp, process: chromium } = host.chromium;
    // Also when the main process ends by an error of its own.
    process.once('exit', () => chromium.kill('SIGKILL'));
    const { browser } = cdp;
    // Without a window Chromium may end by itself; the app is then still closing its desk, which is no fault.
    browser.once('gone', () => this.#quitting || BrowserWindow.getAllWindows().length === 0 || this.exit(1));
    // A window the page opened is Chromium's own and no window of the app.
    browser.on(
      'Target.targetCreated',
      ({ targetInfo }: { targetInfo: { targetId: string; openerId?: string } }) => {
        if (targetInfo.openerId === undefined) return;
        void browser.send('Target.closeTarget', { targetId: targetInfo.targetId });
      },
    );
    await browser.send('Target.setDiscoverTargets', { discover: true });
    this.#ready.resolve();
  }
}

export const app = new App();
