import type { FormDocument } from '../shared/forms/base/form.ts';

/** Milliseconds since 1970, as the machine is set. */
export type Clock = () => number;
/** A fresh UUIDv7. */
export type NewId = () => string;
/** A number in [0, 1), for the jitter of retries. */
export type Random = () => number;

export interface PrintRequest {
  readonly pdf: Uint8Array;
  readonly paper: FormDocument['paper'];
  /** Shown in the spooler; holds no personal data. */
  readonly jobName: string;
}

/** What the machine can do for the desk; the shell (Electron, browser, test) provides it. */
export interface DeskPorts {
  /** Draws a form and returns the PDF, fonts embedded, pages of the form's own size. */
  readonly renderPdf: (form: FormDocument) => Promise<Uint8Array>;
  /** Hands a PDF to the printer. `fault` is a short reason for people: `paper-out`, `no-printer`, `offline`. */
  readonly print: (
    request: PrintRequest,
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly fault: string }>;
  /** Wraps small secrets (the device key) with whatever the system offers. */
  readonly secrets: {
    readonly seal: (plain: string) => Promise<string>;
    readonly open: (sealed: string) => Promise<string>;
  };
}

/** Timers as an argument, so that a simulator can hold the clock. */
export interface Timers {
  /** @returns cancels the call */
  readonly after: (ms: number, call: () => void) => () => void;
}

/** What the system knows of its network interfaces: a reason to try at once, never a reason not to try. */
export interface Network {
  /** @returns ends the subscription */
  readonly onUp: (call: () => void) => () => void;
}

/** What there is to cancel before the first timer is set. */
export const nothingToCancel = (): void => {};

/** What a desk is given by whoever opens it. */
export interface DeskWorld {
  /** Holds the database and the archive; made when missing. */
  readonly dataDir: string;
  readonly clock: Clock;
  /** Milliseconds since some moment of this run; runs on when the wall clock is set. */
  readonly monotonic: Clock;
  /** Minutes that this machine's own time is ahead of UTC; the office's is 420. What is recorded does not follow it. */
  readonly utcOffsetMinutes: () => number;
  readonly newId: NewId;
  readonly random: Random;
  readonly fetch: typeof globalThis.fetch;
  readonly timers: Timers;
  readonly network: Network;
  readonly ports: DeskPorts;
  /** A made-up commune; prints and screens say so. */
  readonly demo: boolean;
  /** Where a bug that no officer can mend is written down; it holds no personal data. */
  readonly report: (cause: unknown) => void;
}
