/** How long to wait before the next try after `failures` in a row: 2 s, doubling, 5 min at most, with jitter. */
export function retryDelayMs(failures: number, random: () => number): number {
  const ceiling = Math.min(2000 * 2 ** Math.max(0, failures - 1), 300_000);
  // Half fixed, half random: desks that lost the same line do not all come back in the same second.
  return Math.round(ceiling / 2 + random() * (ceiling / 2));
}

/** With a good line and nothing to do: how often the feed is asked for news. */
export const idlePollMs = 10_000;
/** A request without an answer for this long is given up. */
export const requestTimeoutMs = 60_000;

/** Batches start small so that a line that lives for seconds still makes progress, and grow while acks come. */
export const firstBatch = 50;

export const grownBatch = (size: number, most: number): number => Math.min(size * 2, most);

export const shrunkBatch = (size: number): number => Math.max(1, Math.floor(size / 2));
