import type { DeskClient } from '../shared/contract/desk-api.ts';

/** Timers as an argument, so that tests hold the clock. */
export interface Timers {
  /** @returns cancels the call */
  readonly after: (ms: number, call: () => void) => () => void;
}

/** What this screen remembers between starts: theme, text size, language, last officer. Nothing about citizens. */
export interface Memory {
  readonly read: (key: string) => string | null;
  readonly write: (key: string, value: string) => void;
}

/** Everything the screens are given from outside; they make none of it themselves. */
export interface World {
  readonly desk: DeskClient;
  readonly timers: Timers;
  readonly memory: Memory;
}

/** The end of something that has not begun. */
export const nothingToEnd = (): void => {};
