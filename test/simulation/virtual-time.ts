import type { Timers } from '../../desk/ports.ts';

/** Time that passes only when it is told to: every timer in the simulated world hangs on it. */
export interface VirtualTime extends Timers {
  /** A promise that `call` answers is waited for before time goes on. */
  readonly after: (ms: number, call: () => unknown) => () => void;
  /** Milliseconds since the world began; never jumps and never goes back. */
  readonly now: () => number;
  /** Lets `ms` pass: whatever falls due in between runs in order, each to its end before the next. */
  readonly pass: (ms: number) => Promise<void>;
  /** Lets everything finish that waits for no timer. */
  readonly settle: () => Promise<void>;
}

interface Alarm {
  readonly at: number;
  readonly call: () => unknown;
}

const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

export function virtualTime(): VirtualTime {
  let now = 0;
  const alarms = new Set<Alarm>();

  /** The earliest, and of two at the same instant the one that was set first. */
  const next = (until: number): Alarm | null => {
    let first: Alarm | null = null;
    for (const alarm of alarms) {
      if (alarm.at <= until && (first === null || alarm.at < first.at)) first = alarm;
    }
    return first;
  };

  return {
    now: () => now,
    after(ms, call) {
      const alarm = { at: now + ms, call };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    async pass(ms) {
      const until = now + ms;
      await settle();
      for (let alarm = next(until); alarm !== null; alarm = next(until)) {
        alarms.delete(alarm);
        now = alarm.at;
        await alarm.call();
        await settle();
      }
      now = until;
    },
    settle,
  };
}
