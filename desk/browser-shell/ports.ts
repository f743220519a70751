import { join } from 'node:path';
import type { DeskPorts, Timers } from '../ports.ts';
import { fileSecrets } from './file-secrets.ts';
import { findProgram, type Machine } from './find-browser.ts';
import { printNowhere, printToFolder, printWithLp } from './print-file.ts';
import { startPdfRenderer } from './render-pdf.ts';

export interface BrowserShellOptions {
  readonly dataDir: string;
  /** The built screens: `dist/renderer`. */
  readonly rendererDir: string;
  /** The browser papers are drawn with; null where there is none. */
  readonly browser: string | null;
  /** Papers go to this folder instead of a printer. */
  readonly spoolDir: string | null;
  readonly machine: Machine;
  readonly timers: Timers;
}

/** What a machine can do for the desk without the desktop shell. */
export function browserShellPorts(options: BrowserShellOptions): {
  readonly ports: DeskPorts;
  readonly close: () => Promise<void>;
} {
  const { dataDir, rendererDir, browser, timers } = options;
  const renderer = startPdfRenderer({ executablePath: browser, rendererDir, timers });
  return {
    ports: {
      renderPdf: renderer.renderPdf,
      print: printerOf(options),
      secrets: fileSecrets(join(dataDir, 'secrets.key')),
    },
    close: renderer.close,
  };
}

function printerOf({ spoolDir, machine, dataDir }: BrowserShellOptions): DeskPorts['print'] {
  if (spoolDir !== null) return printToFolder(spoolDir);
  const lp = findProgram(machine, 'lp');
  return lp === null ? printNowhere : printWithLp(lp, dataDir);
}
