import { readFile } from 'node:fs/promises';
import { type Browser, chromium, type Page, type Route } from 'playwright-core';
import type { FormDocument } from '../../shared/forms/base/form.ts';
import { sheetFor } from '../machine/mm.ts';
import type { DeskPorts, Timers } from '../ports.ts';
import { sandboxFlags } from './find-browser.ts';
import { type PageFiles, pageFile, readPageFiles } from './page-files.ts';
import { pageHeaders } from './page-policy.ts';

export interface PdfRendererOptions {
  /** A Chromium, Chrome or Edge; null where none was found: then drawing fails and intake goes on. */
  readonly executablePath: string | null;
  /** The built screens: `dist/renderer`. */
  readonly rendererDir: string;
  readonly timers: Timers;
  /** The browser is let go after so long without work. */
  readonly idleMs?: number;
  readonly limitMs?: number;
}

export interface PdfRenderer {
  readonly renderPdf: DeskPorts['renderPdf'];
  readonly close: () => Promise<void>;
}

/** What `print.html` offers: draws a form and tells how high it became, once fonts and codes are there. */
interface PrintPage {
  renderForm(form: FormDocument): Promise<{ heightMm: number }>;
}

interface Warm {
  readonly browser: Browser;
  readonly page: Page;
}

/** Never reached: every request to it is answered from the manifest. */
const PRINT_ORIGIN = 'https://print.invalid';
const IDLE_MS = 120_000;
const LIMIT_MS = 20_000;

/**
 * Draws forms in one headless browser, started with the first form and kept warm. One form at a time.
 * A drawing that takes longer than the limit, or a browser that died, costs that one form; the next gets a new one.
 */
export function startPdfRenderer(options: PdfRendererOptions): PdfRenderer {
  const { timers, idleMs = IDLE_MS, limitMs = LIMIT_MS } = options;
  let warm: Promise<Warm> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: (() => void) | null = null;

  const letGo = async (): Promise<void> => {
    idle?.();
    const going = warm;
    warm = null;
    // One that never started has nothing to close.
    await going?.then(
      ({ browser }) => browser.close(),
      () => undefined,
    );
  };

  const render = async (form: FormDocument): Promise<Uint8Array> => {
    idle?.();
    const limit = limitOf(timers, limitMs);
    try {
      warm ??= start(options);
      const { page } = await Promise.race([warm, limit.passed]);
      return await Promise.race([draw(page, form), limit.passed]);
    } catch (cause) {
      await letGo();
      throw cause;
    } finally {
      limit.cancel();
      idle = timers.after(idleMs, () => void letGo());
    }
  };

  return {
    renderPdf(form) {
      const drawn = last.then(() => render(form));
      last = drawn.catch(() => undefined);
      return drawn;
    },
    async close() {
      await last;
      await letGo();
    },
  };
}

async function start({ executablePath, rendererDir }: PdfRendererOptions): Promise<Warm> {
  if (executablePath === null)
    throw new Error('No Chromium, Chrome or Edge on this machine to draw papers with');
  const files = readPageFiles(rendererDir);
  const browser = await chromium.launch({
    executablePath,
    args: sandboxFlags(),
    // Who opened the desk closes it, and the desk closes this.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const page = await browser.newPage();
  await page.route('**/*', (route) => answer(route, files));
  await page.goto(`${PRINT_ORIGIN}/print.html`);
  return { browser, page };
}

async function answer(route: Route, files: PageFiles): Promise<void> {
  const url = new URL(route.request().url());
  const file = url.origin === PRINT_ORIGIN ? pageFile(files, url.pathname) : undefined;
  if (file === undefined) return route.abort();
  await route.fulfill({
    headers: { ...pageHeaders('none'), 'content-type': file.contentType },
    body: await readFile(file.path),
  });
}

async function draw(page: Page, form: FormDocument): Promise<Uint8Array> {
  const { heightMm } = await page.evaluate(
    (asked) => (globalThis as typeof globalThis & PrintPage).renderForm(asked),
    form,
  );
  const sheet = sheetFor(form.paper, heightMm);
  return page.pdf({
    width: `${sheet.widthMm}mm`,
    height: `${sheet.heightMm}mm`,
    preferCSSPageSize: true,
    printBackground: true,
  });
}

function limitOf(timers: Timers, ms: number) {
  const { promise, reject } = Promise.withResolvers<never>();
  // Nobody may be waiting any more when it passes.
  promise.catch(() => undefined);
  const cancel = timers.after(ms, () => reject(new Error(`The paper was not drawn within ${ms} ms`)));
  return { passed: promise, cancel };
}
