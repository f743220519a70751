import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CdpSession } from './cdp.ts';
import { host, running, spoolFolder } from './host.ts';
import { invoke } from './ipc-main.ts';
import { makeBridge, makeGuard, makeWire, runPreload } from './isolated-world.ts';
import { Modelled, preventable } from './modelled.ts';
import { type PdfOptions, type PrintOptions, printToPdf, printToSpool } from './printing.ts';
import { fromBrowser, handlerFor, toBrowser } from './schemes.ts';
import { isCancelled, settlePermissions } from './session.ts';

const WORLD = 'preload of the double';
const BINDING = '__toMain';
const INBOX = '__fromMain';
const wire = makeWire();

interface Paused {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string>;
  };
}
interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}

/** A page of the real browser behind the face of Electron's `webContents`. */
export class WebContents extends Modelled {
  readonly targetId: Promise<string>;
  readonly #page: Promise<CdpSession>;
  readonly #preload: string | undefined;
  #frameId = '';
  #address = 'about:blank';
  /** Set while the app itself navigates, which is nobody's to refuse. */
  #loading: string | null = null;
  #preloadContext: number | undefined = undefined;
  #openHandler: ((details: { readonly url: string }) => { readonly action: string }) | null = null;

  constructor(preload: string | undefined, size: { readonly width?: number; readonly height?: number }) {
    super('webContents');
    this.#preload = preload;
    const { cdp } = running();
    this.targetId = cdp.browser
      .send<{ targetId: string }>('Target.createTarget', { url: 'about:blank', newWindow: true, ...size })
      .then(({ targetId }) => targetId);
    this.#page = this.targetId.then((targetId) => cdp.attach(targetId)).then((page) => this.#prepare(page));
  }

  /** Also before the first page. */
  isLoading(): boolean {
    return this.#loading !== null || this.#address === 'about:blank';
  }

  get mainFrame() {
    return { url: this.#address, parent: null };
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.#page;
    await settlePermissions(running().cdp.browser, this, new URL(toBrowser(address)).origin);
    const loaded = new Promise((resolve) => page.once('Page.loadEventFired', resolve));
    this.#loading = address;
    const { errorText } = await page.send<{ errorText?: string }>('Page.navigate', {
      url: toBrowser(address),
    });
    if (errorText !== undefined) throw new Error(`${errorText} loading '${address}'`);
    await loaded;
    this.#loading = null;
  }

  setWindowOpenHandler(handler: (details: { readonly url: string }) => { readonly action: string }): void {
    this.#openHandler = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    void this.#toPreload(wire.encode({ kind: 'send', channel, args }));
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const page = await this.#page;
    const said = await page.send<Evaluated>('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
    });
    const wrong = said.exceptionDetails;
    if (wrong !== undefined) throw new Error(wrong.exception?.description ?? wrong.text);
    return said.result.value;
  }

  async printToPDF(options: PdfOptions): Promise<Buffer> {
    return printToPdf(await this.#page, options);
  }

  print(options: PrintOptions, done: (ok: boolean, reason: string) => void): void {
    void this.#printed(options).then((fault) => setImmediate(done, fault === null, fault ?? ''));
  }

  getPrintersAsync(): Promise<{ readonly name: string; readonly displayName: string }[]> {
    return Promise.resolve(host.printers.map((name) => ({ name, displayName: name })));
  }

  /** A window the page asked for: the app is asked first, and the browser's is closed whatever it says. */
  opened(url: string): void {
    const action = this.#openHandler?.({ url: fromBrowser(url) }).action ?? 'allow';
    if (action !== 'deny')
      throw new Error('test double, not Electron: windows opened by pages are not modelled');
    host.blocked.push(`window ${url}`);
  }

  async #printed(options: PrintOptions): Promise<string | null> {
    host.printed += 1;
    const file = `${options.deviceName}-${host.printed}.pdf`;
    return printToSpool(await this.#page, options, {
      file: join(spoolFolder(), file),
      printers: host.printers,
    });
  }

  async #prepare(page: CdpSession): Promise<CdpSession> {
    page.on('Runtime.executionContextCreated', ({ context }: { context: { id: number; name: string } }) => {
      if (context.name === WORLD) this.#preloadContext = context.id;
    });
    page.on('Runtime.executionContextsCleared', () => {
      this.#preloadContext = undefined;
    });
    page.on(
      'Runtime.bindingCalled',
      (called: { name: string; payload: string; executionContextId: number }) => {
        if (called.name === BINDING) void this.#fromPreload(called.payload, called.executionContextId);
      },
    );
    page.on('Page.frameNavigated', ({ frame }: { frame: { parentId?: string; url: string } }) => {
      if (frame.parentId === undefined) this.#address = fromBrowser(frame.url);
    });
    page.on('Page.windowOpen', ({ url }: { url: string }) => this.opened(url));
    page.on('Page.domContentEventFired', () => this.emit('dom-ready'));
    page.on('Fetch.requestPaused', (paused: Paused) => void this.#answer(page, paused));
    await page.send('Page.enable');
    await page.send('Runtime.enable');
    await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    const { frameTree } = await page.send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree');
    this.#frameId = frameTree.frame.id;
    if (this.#preload !== undefined) await installPreload(page, readFileSync(this.#preload, 'utf8'));
    return page;
  }

  async #answer(page: CdpSession, { requestId, frameId, resourceType, request }: Paused): Promise<void> {
    const url = fromBrowser(request.url);
    const isMain = resourceType === 'Document' && frameId === this.#frameId;
    const refuse = (what: string, errorReason: string): Promise<object> => {
      host.blocked.push(`${what} ${url}`);
      return page.send('Fetch.failRequest', { requestId, errorReason });
    };
    if (isMain && this.#loading === null) {
      const event = preventable({ url });
      this.emit('will-navigate', event);
      if (event.defaultPrevented) return void (await refuse('navigation', 'Aborted'));
    }
    const kind = isMain ? 'mainFrame' : resourceType === 'Document' ? 'subFrame' : resourceType.toLowerCase();
    if (await isCancelled(url, kind)) return void (await refuse('request', 'BlockedByClient'));
    const handler = handlerFor(url);
    if (handler === undefined) return void (await page.send('Fetch.continueRequest', { requestId }));
    const response = await handler(new Request(url, { method: request.method, headers: request.headers }));
    await page.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  }

  async #fromPreload(payload: string, contextId: number): Promise<void> {
    const { id, channel, args } = wire.decode(payload) as { id: number; channel: string; args: unknown[] };
    const event = { sender: this, senderFrame: this.mainFrame };
    const reply = await invoke(channel, event, args).then(
      (value) => wire.encode({ kind: 'reply', id, value }),
      (cause: Error) => wire.encode({ kind: 'fault', id, message: cause.message }),
    );
    await this.#toPreload(reply, contextId);
  }

  async #toPreload(text: string, contextId = this.#preloadContext): Promise<void> {
    if (contextId === undefined) return;
    const page = await this.#page;
    const expression = `globalThis[${JSON.stringify(INBOX)}](${JSON.stringify(text)})`;
    try {
      await page.send('Runtime.evaluate', { contextId, expression });
    } catch (cause) {
      // As in Electron, what was meant for a page that is gone is dropped.
      if (!/navigated or closed|find context|browser is gone/i.test(String(cause))) throw cause;
    }
  }
}

/** As in Electron, only the top frame has one. */
async function installPreload(page: CdpSession, preload: string): Promise<void> {
  const channel = JSON.stringify(`double-${randomBytes(8).toString('hex')}-`);
  const names = JSON.stringify({ binding: BINDING, inbox: INBOX });
  const [bridge, wires, guard, run] = [makeBridge, makeWire, makeGuard, runPreload].map(String);
  await page.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD });
  await page.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `if (window === top) (${bridge})(${channel}, 'main');`,
  });
  await page.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName: WORLD,
    source: `if (window === top) (${run})(${names}, (${wires})(), (${bridge})(${channel}, 'preload'), (${guard})(),
      function (require, module, exports) {\n${preload}\n});`,
  });
}
