import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { millimetresOf } from '../machine/mm.ts';
import { chosenPrinter } from '../machine/printers.ts';
import type { DeskPorts, PrintRequest } from '../ports.ts';

type Print = DeskPorts['print'];

/** Tells of a page in Chromium's own PDFs; numbers are points. */
const MEDIA_BOX = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/;

/** A machine without a way to print: jobs wait until it has one. */
export const printNowhere: Print = () => Promise.resolve({ ok: false, fault: 'no-printer' });

/**
 * Leaves each paper as `<job>.pdf` in a folder, for the demo and for tests. A file `fault` in the folder stands for a
 * broken printer: its text is the reason given.
 */
export function printToFolder(folder: string): Print {
  return async ({ pdf, jobName }) => {
    await mkdir(folder, { recursive: true });
    const broken = join(folder, 'fault');
    if (existsSync(broken)) return { ok: false, fault: readFileSync(broken, 'utf8').trim() };
    const name = freeName(folder, jobName);
    // Whoever watches the folder sees whole papers only.
    await writeFile(`${name}.part`, pdf);
    await rename(`${name}.part`, name);
    return { ok: true };
  };
}

/**
 * Hands the archived bytes themselves to the system's spooler. The size is always named, since a queue's default is
 * often A4.
 * @param lp path of the program
 * @param dataDir where the officer's choice of printers is kept
 */
export function printWithLp(lp: string, dataDir: string): Print {
  return async (request) => {
    const printer = chosenPrinter(dataDir, request.paper);
    if (printer === null) return { ok: false, fault: 'no-printer' };
    const { code, said } = await run(
      lp,
      ['-d', printer, '-t', request.jobName, '-o', `media=${mediaOf(request)}`, '-'],
      request.pdf,
    );
    if (code === 0) return { ok: true };
    return {
      ok: false,
      fault: /unknown|does not exist|no destination/i.test(said) ? 'no-printer' : 'offline',
    };
  };
}

/** The size by the name CUPS knows it by; a spooler turns a wide page by itself. @throws Error on a roll's PDF without a page size */
export function mediaOf({ paper, pdf }: PrintRequest): string {
  if (paper !== '80mm') return paper === 'a5' ? 'A5' : 'A4';
  const [, width, height] = MEDIA_BOX.exec(Buffer.from(pdf).toString('latin1')) ?? [];
  if (width === undefined || height === undefined) throw new Error('A receipt without a page size');
  return `Custom.${Math.round(millimetresOf(Number(width)))}x${Math.round(millimetresOf(Number(height)))}mm`;
}

function freeName(folder: string, jobName: string): string {
  const stem = join(folder, jobName.replaceAll(/[^\w.-]+/g, '_'));
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? `${stem}.pdf` : `${stem}-${copy}.pdf`;
    if (!existsSync(name)) return name;
  }
}

function run(program: string, args: readonly string[], input: Uint8Array) {
  const { promise, resolve, reject } = Promise.withResolvers<{ code: number | null; said: string }>();
  const child = spawn(program, args, {
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
    timeout: 20_000,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.once('error', reject).once('close', (code) => resolve({ code, said }));
  // A spooler that refuses stops reading; its exit code says so.
  child.stdin.on('error', () => undefined).end(input);
  return promise;
}
