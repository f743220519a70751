import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from '../../desk/desk.ts';
import { openDesk } from '../../desk/open-desk.ts';
import type { DeskPorts, DeskWorld, PrintRequest } from '../../desk/ports.ts';
import { epochOf, moment } from '../../shared/domain/base/local-date.ts';
import type { FormDocument } from '../../shared/forms/base/form.ts';

/** A clock that stands still until it is moved. */
export interface HandClock {
  nowMs: number;
}

export const clockAt = (local: string): HandClock => ({ nowMs: epochOf(moment(local)) });

/** UUIDv7 in the order in which they are asked for: the same ids in every run. */
export function countedIds(series = 0): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `019a0000-${hex(series, 4)}-7000-8000-${hex(last, 12)}`;
  };
}

const hex = (n: number, width: number): string => n.toString(16).padStart(width, '0');

/** A printer that keeps what it is given, or fails for the reason it is told. */
export interface FakePrinter {
  readonly printed: PrintRequest[];
  readonly drawn: FormDocument[];
  fault: string | null;
}

export function fakePorts(printer: FakePrinter): DeskPorts {
  return {
    renderPdf: (form) => {
      printer.drawn.push(form);
      return Promise.resolve(new TextEncoder().encode(`%PDF ${form.form} ${JSON.stringify(form)}`));
    },
    print: (request) => {
      if (printer.fault !== null) return Promise.resolve({ ok: false, fault: printer.fault });
      printer.printed.push(request);
      return Promise.resolve({ ok: true });
    },
    secrets: { seal: (plain) => Promise.resolve(plain), open: (sealed) => Promise.resolve(sealed) },
  };
}

export interface TestDesk {
  readonly desk: Desk;
  readonly dataDir: string;
  readonly clock: HandClock;
  readonly printer: FakePrinter;
  readonly reports: unknown[];
  /** Ends this desk as a crash would not: in order. */
  readonly close: () => Promise<void>;
  /** The same folder opened again, in the same world. */
  readonly reopen: () => Promise<TestDesk>;
}

export interface TestWorld {
  readonly fetch?: DeskWorld['fetch'];
  readonly clock?: HandClock;
  readonly dataDir?: string;
  readonly series?: number;
  readonly printer?: FakePrinter;
  /** Else it runs with the wall clock. */
  readonly monotonic?: () => number;
  /** Else it is set to the office's zone. */
  readonly utcOffsetMinutes?: () => number;
  /** Else a store that seals nothing. */
  readonly secrets?: DeskPorts['secrets'];
}

export const noLine: DeskWorld['fetch'] = () => Promise.reject(new TypeError('no line'));

/** A desk with nothing real but its disk. Timers never fire by themselves: tests call `sync.now`. */
export async function openTestDesk(given: TestWorld = {}): Promise<TestDesk> {
  const clock = given.clock ?? clockAt('2026-11-20T09:00');
  const printer = given.printer ?? { printed: [], drawn: [], fault: null };
  const dataDir = given.dataDir ?? mkdtempSync(join(tmpdir(), 'desk-test-'));
  const reports: unknown[] = [];
  const desk = await openDesk({
    dataDir,
    clock: () => clock.nowMs,
    monotonic: given.monotonic ?? (() => clock.nowMs),
    utcOffsetMinutes: given.utcOffsetMinutes ?? (() => 420),
    newId: countedIds(given.series ?? 0),
    random: () => 0.5,
    fetch: given.fetch ?? noLine,
    timers: { after: () => () => {} },
    network: { onUp: () => () => {} },
    ports: { ...fakePorts(printer), ...(given.secrets === undefined ? {} : { secrets: given.secrets }) },
    demo: false,
    report: (cause) => reports.push(cause),
  });
  const series = (given.series ?? 0) + 100;
  return {
    desk,
    dataDir,
    clock,
    printer,
    reports,
    close: desk.close,
    reopen: () => openTestDesk({ ...given, clock, printer, dataDir, series }),
  };
}
