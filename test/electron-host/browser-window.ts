import { running } from './host.ts';
import { Modelled, preventable } from './modelled.ts';
import { WebContents } from './web-contents.ts';

interface Options {
  readonly show?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly webPreferences?: Readonly<Record<string, unknown>>;
}

/** What the double can keep to: the real browser has no other kind of page. */
const KEPT = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
};

const windows: BrowserWindow[] = [];

/** A tab of the headless browser; showing and focusing are only remembered. */
export class BrowserWindow extends Modelled {
  readonly webContents: WebContents;
  readonly #app: { readonly windowCreated: (contents: WebContents) => void };
  #gone = false;
  #minimized = false;

  constructor(options: Options = {}) {
    super('BrowserWindow');
    const preferences = options.webPreferences ?? {};
    for (const [key, kept] of Object.entries(KEPT)) {
      if ((preferences[key] ?? kept) !== kept) {
        throw new Error(
          `test double, not Electron: webPreferences.${key} = ${String(preferences[key])} is not modelled`,
        );
      }
    }
    this.#app = appOf;
    this.webContents = new WebContents(preferences['preload'] as string | undefined, {
      width: options.width ?? 800,
      height: options.height ?? 600,
    });
    this.webContents.once('dom-ready', () => this.emit('ready-to-show'));
    windows.push(this);
    this.#app.windowCreated(this.webContents);
  }

  static getAllWindows(): BrowserWindow[] {
    return windows.filter((window) => !window.isDestroyed());
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }

  show(): void {
    this.emit('show');
  }
  focus(): void {
    this.emit('focus');
  }
  minimize(): void {
    this.#minimized = true;
  }
  restore(): void {
    this.#minimized = false;
  }
  isMinimized(): boolean {
    return this.#minimized;
  }
  isDestroyed(): boolean {
    return this.#gone;
  }

  close(): void {
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#gone) return;
    this.#gone = true;
    // With its last window Chromium may be gone before it can answer; that is what was asked of it.
    this.webContents.targetId
      .then((targetId) => running().cdp.browser.send('Target.closeTarget', { targetId }))
      .catch(() => undefined);
    this.emit('closed');
  }
}

/** Set by `app`, which announces every page. */
export const appOf: { windowCreated: (contents: WebContents) => void } = { windowCreated: () => undefined };
