import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fileSecrets } from '../../../desk/browser-shell/file-secrets.ts';
import { findBrowser, findProgram, thisMachine } from '../../../desk/browser-shell/find-browser.ts';
import { mediaOf, printToFolder, printWithLp } from '../../../desk/browser-shell/print-file.ts';
import { startPdfRenderer } from '../../../desk/browser-shell/render-pdf.ts';
import { inches, microns, millimetresOf, sheetFor } from '../../../desk/machine/mm.ts';
import { realTimers } from '../../../electron/world.ts';
import { sampleReceipt } from '../../support/sample-receipt.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'browser-shell-'));
const rendererDir = join(import.meta.dirname, '../../electron-host/fixture/page');
const pdfOf = (widthPt: number, heightPt: number): Uint8Array =>
  new TextEncoder().encode(`%PDF-1.4 /MediaBox [0 0 ${widthPt} ${heightPt}]`);

/** Every page's size, in millimetres. */
const pageSizes = (pdf: Uint8Array): [number, number][] =>
  [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g),
  ].map(([, width, height]) => [millimetresOf(Number(width)), millimetresOf(Number(height))]);

describe('paper', () => {
  test('a roll is cut where the drawing ends, A5 is A5', () => {
    expect(sheetFor('a5', 93)).toEqual({ widthMm: 148, heightMm: 210 });
    expect(sheetFor('80mm', 93.2)).toEqual({ widthMm: 80, heightMm: 94 });
  });
  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1501])('no roll of %s mm', (drawn) => {
    expect(() => sheetFor('80mm', drawn)).toThrow(RangeError);
  });
  test('units', () => {
    expect(inches(25.4)).toBe(1);
    expect(microns(148)).toBe(148_000);
    expect(microns(80)).toBe(80_000);
    expect(millimetresOf(72)).toBe(25.4);
  });
});

describe('drawing', { timeout: 60_000 }, () => {
  const executablePath = findBrowser(thisMachine);
  const renderer = startPdfRenderer({ executablePath, rendererDir, timers: realTimers });
  afterAll(renderer.close);

  test('each form becomes one page of its own size, one after the other', async () => {
    const [a5, roll, longRoll] = await Promise.all([
      renderer.renderPdf(sampleReceipt('a5')),
      renderer.renderPdf(sampleReceipt('80mm')),
      renderer.renderPdf(sampleReceipt('80mm', 40)),
    ]);
    expect(pageSizes(a5)).toEqual([[expect.closeTo(148, 0), expect.closeTo(210, 0)]]);
    expect(pageSizes(roll)).toEqual([[expect.closeTo(80, 0), expect.closeTo(8 + 5 * 5, 0)]]);
    expect(pageSizes(longRoll)).toEqual([[expect.closeTo(80, 0), expect.closeTo(8 + 43 * 5, 0)]]);
  });

  test('a drawing that hangs costs itself, not the next one', async () => {
    const impatient = startPdfRenderer({ executablePath, rendererDir, timers: realTimers, limitMs: 4000 });
    const hanging = { ...sampleReceipt('a5'), title: 'HANG' };
    await expect(impatient.renderPdf(hanging)).rejects.toThrow('not drawn within 4000 ms');
    expect(pageSizes(await impatient.renderPdf(sampleReceipt('a5')))).toHaveLength(1);
    await impatient.close();
  });

  test('without a browser drawing fails with a sentence', async () => {
    const bare = startPdfRenderer({ executablePath: null, rendererDir, timers: realTimers });
    await expect(bare.renderPdf(sampleReceipt('a5'))).rejects.toThrow('No Chromium');
    await bare.close();
  });
});

describe('printing', () => {
  test('to a folder: one file per job, none replaced', async () => {
    const spool = join(folder(), 'printed');
    const print = printToFolder(spool);
    const request = { pdf: pdfOf(420, 595), paper: 'a5', jobName: 'bien-nhan-1043/../x' } as const;
    expect(await print(request)).toEqual({ ok: true });
    expect(await print(request)).toEqual({ ok: true });
    expect(readdirSync(spool).sort()).toEqual(['bien-nhan-1043_.._x-2.pdf', 'bien-nhan-1043_.._x.pdf']);
  });

  test('to a folder: a file `fault` is a broken printer', async () => {
    const spool = folder();
    writeFileSync(join(spool, 'fault'), 'paper-out\n');
    const done = await printToFolder(spool)({ pdf: pdfOf(1, 1), paper: 'a5', jobName: 'x' });
    expect(done).toEqual({ ok: false, fault: 'paper-out' });
    expect(readdirSync(spool)).toEqual(['fault']);
  });

  test('the size is always named', () => {
    expect(mediaOf({ pdf: pdfOf(419.5, 595.3), paper: 'a5', jobName: 'x' })).toBe('A5');
    expect(mediaOf({ pdf: pdfOf(226.8, 425.2), paper: '80mm', jobName: 'x' })).toBe('Custom.80x150mm');
    expect(() => mediaOf({ pdf: new Uint8Array(), paper: '80mm', jobName: 'x' })).toThrow(
      'without a page size',
    );
  });

  describe.skipIf(process.platform === 'win32')('by lp', () => {
    const dataDir = folder();
    const lp = join(dataDir, 'lp');
    const spooler = (script: string): void => {
      writeFileSync(lp, `#!/bin/sh\n${script}\n`);
      chmodSync(lp, 0o755);
    };
    const request = { pdf: pdfOf(226.8, 425.2), paper: '80mm', jobName: 'bien-nhan-1043' } as const;

    test('no printer chosen: nothing is sent', async () => {
      spooler('touch "$0.called"');
      expect(await printWithLp(lp, dataDir)(request)).toEqual({ ok: false, fault: 'no-printer' });
      expect(readdirSync(dataDir)).not.toContain('lp.called');
    });

    test('the archived bytes go to the chosen printer with their size', async () => {
      writeFileSync(join(dataDir, 'printers.json'), '{"80mm": "POS-80"}');
      spooler('echo "$@" > "$0.args"; cat > "$0.pdf"');
      expect(await printWithLp(lp, dataDir)(request)).toEqual({ ok: true });
      expect(readFileSync(`${lp}.args`, 'utf8')).toBe(
        '-d POS-80 -t bien-nhan-1043 -o media=Custom.80x150mm -\n',
      );
      expect(new Uint8Array(readFileSync(`${lp}.pdf`))).toEqual(request.pdf);
    });

    test.each([
      { says: 'lp: The printer or class does not exist.', fault: 'no-printer' },
      { says: 'lp: Connection refused', fault: 'offline' },
    ])('"$says" is told as $fault', async ({ says, fault }) => {
      spooler(`echo "${says}" >&2; exit 1`);
      expect(await printWithLp(lp, dataDir)(request)).toEqual({ ok: false, fault });
    });
  });
});

describe('secrets in a file', () => {
  test('come back, look different each time, and their key is for this account only', async () => {
    const keyFile = join(folder(), 'new', 'secrets.key');
    const secrets = fileSecrets(keyFile);
    const [first, second] = [await secrets.seal('khoá máy'), await secrets.seal('khoá máy')];
    expect(first).not.toBe(second);
    expect(first).not.toContain('kho');
    expect(await fileSecrets(keyFile).open(second)).toBe('khoá máy');
    if (process.platform !== 'win32') expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  });

  test('what was changed or sealed elsewhere does not open', async () => {
    const secrets = fileSecrets(join(folder(), 'secrets.key'));
    const sealed = await secrets.seal('khoá máy');
    const changed = `${sealed.slice(0, -8)}AAAAAAA=`;
    await expect(secrets.open(changed)).rejects.toThrow();
    await expect(fileSecrets(join(folder(), 'other.key')).open(sealed)).rejects.toThrow();
    await expect(secrets.open('system1:AAAA')).rejects.toThrow('only there');
  });
});

const machine = (platform: NodeJS.Platform, env: Record<string, string>, ...there: string[]) => ({
  platform,
  env,
  exists: (path: string) => there.includes(path),
});

describe('finding a browser', () => {
  test.each([
    { on: 'Linux', machine: machine('linux', {}, '/usr/bin/google-chrome'), found: '/usr/bin/google-chrome' },
    {
      on: 'Windows',
      machine: machine('win32', { ProgramFiles: 'C:\\P' }, 'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe'),
      found: 'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe',
    },
    {
      on: 'a Mac',
      machine: machine('darwin', {}, '/Applications/Chromium.app/Contents/MacOS/Chromium'),
      found: '/Applications/Chromium.app/Contents/MacOS/Chromium',
    },
    {
      on: 'a machine where one is named',
      machine: machine('linux', { DESK_BROWSER: '/opt/b' }, '/usr/bin/chromium', '/opt/b'),
      found: '/opt/b',
    },
    { on: 'a machine without one', machine: machine('linux', {}), found: null },
  ])('on $on', ({ machine: where, found }) => expect(findBrowser(where)).toBe(found));

  test('a program on the search path', () => {
    const where = machine('linux', { PATH: '/bin:/usr/local/bin' }, '/usr/local/bin/lp');
    expect(findProgram(where, 'lp')).toBe('/usr/local/bin/lp');
    expect(findProgram(where, 'lpr')).toBeNull();
  });
});
