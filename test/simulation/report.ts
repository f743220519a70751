import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Simulated } from './world.ts';

/** What a run of many seeds found, as the long run prints it. */
export interface SimulationReport {
  readonly seeds: number;
  readonly from: number;
  readonly steps: number;
  /** Each is printed with what it takes to live it again. */
  readonly failures: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly seconds: number;
}

export interface SeedTask {
  readonly seed: number;
  readonly steps: number;
}

/**
 * Lives `seeds` seeds after each other, on every core. Every seed is a world of its own: which core it lives on and
 * what lived there before it changes nothing in it.
 * @param failed told of each seed in which something was broken
 */
export async function runSeeds(
  { seeds, from, steps }: { readonly seeds: number; readonly from: number; readonly steps: number },
  failed: (one: Simulated) => void,
): Promise<SimulationReport> {
  const began = performance.now();
  const faults: Record<string, number> = {};
  let failures = 0;
  let next = from;

  const take = (one: Simulated): void => {
    for (const [kind, count] of Object.entries(one.faults)) faults[kind] = (faults[kind] ?? 0) + count;
    if (one.broken.length === 0) return;
    failures += 1;
    failed(one);
  };
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('seeds-target.ts', import.meta.url));
      const hand = (): void => {
        if (next < from + seeds) worker.postMessage({ seed: next++, steps } satisfies SeedTask);
        else void worker.terminate().then(() => resolve(), reject);
      };
      worker.on('error', reject);
      worker.on('message', (one: Simulated) => {
        take(one);
        hand();
      });
      hand();
    });

  await Promise.all(Array.from({ length: Math.min(seeds, availableParallelism()) }, work));
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  return { seeds, from, steps, failures, faults, seconds };
}

/** Everything that is known of a seed that failed. */
export const describeFailure = ({ seed, broken, log }: Simulated): string =>
  [
    `Seed ${seed} failed: npm run soak -- sim --seeds 1 --from ${seed}`,
    ...log.map((line) => `  ${line}`),
    ...broken.map((line) => `  BROKEN ${line}`),
  ].join('\n');
