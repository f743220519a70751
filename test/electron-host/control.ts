import type { app as theApp } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { host } from './host.ts';
import { type InvokeEvent, invoke } from './ipc-main.ts';

/** What a test may ask of a running double, over the channel that Node gives a parent and its child. */
export interface Commands {
  /** Where to attach to the browser; null until a page is there: Playwright cannot attach to one on its way. */
  readonly address: (input: null) => string | null;
  readonly seen: (input: null) => {
    readonly blocked: readonly string[];
    readonly windows: number;
  };
  readonly setPrinters: (names: readonly string[]) => null;
  /** Counts how often the first window was brought forward from now on. */
  readonly watchFocus: (input: null) => null;
  readonly focused: (input: null) => number;
  /** Calls a handler as if from another frame of the first window. */
  readonly invokeAs: (input: {
    readonly frame: InvokeEvent['senderFrame'];
    readonly channel: string;
    readonly args: readonly unknown[];
  }) => Promise<unknown>;
  /** Reads one member of one export of the double. */
  readonly read: (input: { readonly name: string; readonly member: string }) => string;
  /** As the officer does, by its corner. */
  readonly closeWindow: (input: null) => null;
}

export interface Asked {
  readonly id: number;
  readonly command: keyof Commands;
  readonly input: unknown;
}
export type Told =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly fault: string };

export function answerTests(
  exported: { readonly app: typeof theApp } & Readonly<Record<string, object>>,
): void {
  let focused = 0;
  const commands: Commands = {
    address: () => (BrowserWindow.getAllWindows().some(isThere) ? (host.chromium?.address ?? null) : null),
    seen: () => ({
      blocked: host.blocked,
      windows: BrowserWindow.getAllWindows().length,
    }),
    setPrinters(names) {
      host.printers = [...names];
      return null;
    },
    watchFocus() {
      firstWindow().on('focus', () => {
        focused += 1;
      });
      return null;
    },
    focused: () => focused,
    invokeAs: ({ frame, channel, args }) =>
      invoke(channel, { sender: firstWindow().webContents, senderFrame: frame }, args),
    read: ({ name, member }) => typeof (exported[name] as Record<string, unknown>)[member],
    closeWindow() {
      const window = firstWindow();
      setImmediate(() => window.close());
      return null;
    },
  };
  process.on('message', (message) => {
    const { id, command, input } = message as Asked;
    const run = commands[command] as (input: unknown) => unknown;
    new Promise((resolve) => resolve(run(input))).then(
      (value) => process.send?.({ id, value } satisfies Told),
      (cause: unknown) => process.send?.({ id, fault: String(cause) } satisfies Told),
    );
  });
  // A test that fails must not leave a browser behind.
  process.once('disconnect', () => exported.app.exit(1));
}

const isThere = ({ webContents }: BrowserWindow): boolean => !webContents.isLoading();

function firstWindow(): BrowserWindow {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) throw new Error('No window is open');
  return window;
}
