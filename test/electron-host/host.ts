import { join } from 'node:path';
import type { Chromium } from './cdp.ts';

/** What the parts of the double share, and what a test may look at or set. */
export interface Host {
  chromium: Chromium | null;
  printers: string[];
  /** Navigations, windows and requests the app refused. */
  readonly blocked: string[];
  printed: number;
}

export const host: Host = { chromium: null, printers: [], blocked: [], printed: 0 };

export const spoolFolder = (): string =>
  process.env['DOUBLE_SPOOL'] ?? join(process.cwd(), 'dist', 'double-spool');

export function running(): Chromium {
  if (host.chromium === null) throw new Error('test double, not Electron: before app is ready');
  return host.chromium;
}
