import type { Timers } from '../ports.ts';

/** How long what waits may stand still before it is tried again, whatever the back-off says. */
export const watchdogMs = 60_000;

/**
 * Looks once a minute whether a counter that should move has moved. It knows nothing of the loop it watches, so
 * that no mistake in there can silence it.
 * @param standing the counter as text while something waits for it to move, null while nothing does
 * @param wake tries again; called when the counter stands where it stood a minute ago
 * @returns ends the watch
 */
export function startWatchdog(
  timers: Timers,
  standing: () => string | null,
  wake: () => void,
  report: (cause: unknown) => void,
): () => void {
  let last: string | null = null;
  const look = (): void => {
    cancel = timers.after(watchdogMs, look);
    try {
      const now = standing();
      if (now !== null && now === last) wake();
      last = now;
    } catch (cause) {
      report(cause);
    }
  };
  let cancel = timers.after(watchdogMs, look);
  return () => cancel();
}
