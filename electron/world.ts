import { randomUUIDv7 } from 'node:crypto';
import type { DeskPorts, DeskWorld, Timers } from '../desk/ports.ts';

export const realTimers: Timers = {
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** The one place where a desk meets this machine's clock, chance and network. */
export const realWorld = (given: { dataDir: string; demo: boolean; ports: DeskPorts }): DeskWorld => ({
  ...given,
  clock: Date.now,
  newId: randomUUIDv7,
  random: Math.random,
  fetch: globalThis.fetch,
  timers: realTimers,
  report: (cause) => console.error(cause),
});
