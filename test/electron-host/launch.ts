import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Launch, launchArgument } from '../../electron/launch.ts';
import type { DeskClient } from '../../shared/contract/desk-api.ts';
import type { Asked, Commands, Told } from './control.ts';

declare global {
  interface Window {
    /** Put there by the preload under test. */
    readonly desk?: DeskClient;
  }
}

export interface RunningDouble {
  readonly ask: <C extends keyof Commands>(
    command: C,
    input: Parameters<Commands[C]>[0],
  ) => Promise<Awaited<ReturnType<Commands[C]>>>;
  /** The officer's window, as Playwright sees it. */
  readonly window: () => Promise<Page>;
  /** Everything the main process wrote to its output so far. */
  readonly said: () => string;
  /** Everything it and its second process wrote to their error output. */
  readonly complained: () => string;
  readonly exited: Promise<number | null>;
  /** Closes the window as an officer does, and tells the exit code. */
  readonly close: () => Promise<number | null>;
}

export interface DoubleOptions {
  /** A built app: `electron/main.js` and `renderer/` are in it. */
  readonly dist: string;
  readonly given: Launch;
  readonly spool: string;
}

const WINDOW = /^http:\/\/desk\.app\.localhost\/(?!print\.html)/;

/** Runs a built main process under the double. */
export function launchDouble({ dist, given, spool }: DoubleOptions): RunningDouble {
  const register = new URL('register.ts', import.meta.url).href;
  const main = join(dist, 'electron', 'main.js');
  const child = spawn(process.execPath, ['--import', register, main, launchArgument(given)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, DOUBLE_SPOOL: spool },
  });
  const { ask, said, complained, exited } = conversation(child);
  let browser: Promise<Browser> | null = null;

  const window = async (): Promise<Page> => {
    const address = await until(() => ask('address', null));
    browser ??= chromium.connectOverCDP(address);
    const pages = (await browser).contexts().flatMap((context) => context.pages());
    const found = pages.find((page) => WINDOW.test(page.url()));
    if (found === undefined) return await pause(), window();
    await found.waitForLoadState();
    return found;
  };
  return {
    ask,
    window,
    said,
    complained,
    exited,
    async close() {
      await ask('closeWindow', null);
      return exited;
    },
  };
}

function conversation(child: ChildProcess) {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  const said = gather(child.stdout);
  const complained = gather(child.stderr);
  child.on('message', (message) => {
    const told = message as Told;
    const waiter = waiting.get(told.id);
    waiting.delete(told.id);
    if ('fault' in told) waiter?.reject(new Error(told.fault));
    else waiter?.resolve(told.value);
  });
  const { promise: exited, resolve } = Promise.withResolvers<number | null>();
  child.once('close', (code) => {
    for (const waiter of waiting.values()) {
      waiter.reject(new Error(`The main process ended with ${code}:\n${complained()}`));
    }
    waiting.clear();
    resolve(code);
  });
  const ask: RunningDouble['ask'] = (command, input) => {
    last += 1;
    const waiter = Promise.withResolvers<unknown>();
    waiting.set(last, waiter);
    child.send({ id: last, command, input } satisfies Asked, (cause) => {
      if (cause !== null) waiter.reject(cause);
    });
    return waiter.promise as ReturnType<typeof ask<typeof command>>;
  };
  return { ask, exited, said, complained };
}

/** Everything a stream has brought so far. */
function gather(stream: Readable | null): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  return () => text;
}

async function until<T>(ask: () => Promise<T | null>): Promise<T> {
  const told = await ask();
  return told ?? (await pause(), until(ask));
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));
