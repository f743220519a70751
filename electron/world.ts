import { randomUUIDv7 } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import type { DeskPorts, DeskWorld, Network, Timers } from '../desk/ports.ts';

export const realTimers: Timers = {
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

const lookAtNetworkMs = 5000;

/** Addresses that reach beyond this machine, as text to compare. */
const reachableAt = (): string =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .flatMap(({ address, internal }) => (internal ? [] : address))
    .toSorted()
    .join(' ');

/** Looks at the interfaces now and then: no system tells a plain process, and looking costs next to nothing. */
const realNetwork: Network = {
  onUp(call) {
    let last = reachableAt();
    const timer = setInterval(() => {
      const now = reachableAt();
      if (now !== last && now !== '') call();
      last = now;
    }, lookAtNetworkMs);
    timer.unref();
    return () => clearInterval(timer);
  },
};

/** The one place where a desk meets this machine's clock, chance and network. */
export const realWorld = (given: { dataDir: string; demo: boolean; ports: DeskPorts }): DeskWorld => ({
  ...given,
  clock: Date.now,
  monotonic: () => performance.now(),
  utcOffsetMinutes: () => -new Date().getTimezoneOffset(),
  newId: randomUUIDv7,
  random: Math.random,
  fetch: globalThis.fetch,
  timers: realTimers,
  network: realNetwork,
  report: (cause) => console.error(cause),
});
