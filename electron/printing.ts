import { createHash } from 'node:crypto';
import { BrowserWindow, type WebContents } from 'electron';
import { inches, microns, type Sheet, sheetFor } from '../desk/machine/mm.ts';
import { chosenPrinter } from '../desk/machine/printers.ts';
import type { DeskPorts, PrintRequest } from '../desk/ports.ts';
import { APP_ORIGIN, paperPreferences } from './policy.ts';
import { realTimers } from './world.ts';

/** Some printer drivers never answer (electron #16085). */
const LIMIT_MS = 20_000;

/** What the hidden page shows, and the archived file that was made of it. */
interface Drawn {
  readonly contents: WebContents;
  readonly pdfHash: string;
  readonly sheet: Sheet;
}

/**
 * Draws and prints papers in one hidden window, one after the other. Electron prints pages and not files: what goes to
 * the printer is the page the archived PDF was just made of, and nothing else.
 */
export function startPrinting(dataDir: string): Pick<DeskPorts, 'renderPdf' | 'print'> {
  let paper: Promise<BrowserWindow> | null = null;
  let drawn: Drawn | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const draw: DeskPorts['renderPdf'] = async (form) => {
    drawn = null;
    const { webContents: contents } = await (paper ??= openPaper());
    // JSON is a subset of JavaScript; the page is our own and has no way out.
    const shown: unknown = await contents.executeJavaScript(`window.renderForm(${JSON.stringify(form)})`);
    const sheet = sheetFor(form.paper, (shown as { heightMm: number }).heightMm);
    const pdf = await contents.printToPDF({
      pageSize: { width: inches(sheet.widthMm), height: inches(sheet.heightMm) },
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      preferCSSPageSize: true,
      printBackground: true,
    });
    drawn = { contents, pdfHash: hashOf(pdf), sheet };
    return pdf;
  };

  const print: DeskPorts['print'] = async (request) => {
    if (drawn?.pdfHash !== hashOf(request.pdf)) return { ok: false, fault: 'not-drawn' };
    const deviceName = await printerFor(drawn.contents, dataDir, request.paper);
    if (deviceName === null) return { ok: false, fault: 'no-printer' };
    return send(drawn, deviceName);
  };

  /** A job that hangs or fails takes the window with it; the next job gets a new one. */
  const inTurn =
    <I, O>(job: (input: I) => Promise<O>) =>
    (input: I): Promise<O> => {
      const done = last.then(() => withLimit(job(input)));
      last = done.catch(async () => {
        const broken = paper;
        paper = null;
        drawn = null;
        await broken?.then(
          (window) => window.destroy(),
          () => undefined,
        );
      });
      return done;
    };

  return { renderPdf: inTurn(draw), print: inTurn(print) };
}

async function openPaper(): Promise<BrowserWindow> {
  const window = new BrowserWindow({ show: false, webPreferences: paperPreferences });
  await window.loadURL(`${APP_ORIGIN}/print.html`);
  return window;
}

/** Without a name Electron takes the first printer it finds: only a machine's single printer goes unnamed. */
async function printerFor(
  contents: WebContents,
  dataDir: string,
  paper: PrintRequest['paper'],
): Promise<string | null> {
  const chosen = chosenPrinter(dataDir, paper);
  if (chosen !== null) return chosen;
  const [only, ...others] = await contents.getPrintersAsync();
  return only === undefined || others.length > 0 ? null : only.name;
}

function send({ contents, sheet }: Drawn, deviceName: string): ReturnType<DeskPorts['print']> {
  const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<DeskPorts['print']>>>();
  contents.print(
    {
      silent: true,
      deviceName,
      pageSize: { width: microns(sheet.widthMm), height: microns(sheet.heightMm) },
      margins: { marginType: 'none' },
      printBackground: true,
    },
    (ok, reason) => resolve(ok ? { ok: true } : { ok: false, fault: faultOf(reason) }),
  );
  return promise;
}

const faultOf = (reason: string): string =>
  /deviceName|No printers/.test(reason) ? 'no-printer' : 'offline';

const hashOf = (pdf: Uint8Array): string => createHash('sha256').update(pdf).digest('base64');

async function withLimit<T>(job: Promise<T>): Promise<T> {
  const { promise: passed, reject } = Promise.withResolvers<never>();
  const cancel = realTimers.after(LIMIT_MS, () =>
    reject(new Error(`The paper took longer than ${LIMIT_MS} ms`)),
  );
  try {
    return await Promise.race([job, passed]);
  } finally {
    cancel();
  }
}
