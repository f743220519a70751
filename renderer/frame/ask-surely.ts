import type { Timers } from '../world.ts';

const waitsMs = [300, 1000, 2000, 4000, 8000];

/**
 * Hands a form in and does not rest until the desk has said whether it took it. When the line to the desk breaks
 * under the question, the same is asked again: the desk answers with what it has already made of the form.
 * @param onChecking the answer did not come; it is being asked for again
 * @returns null when the desk could not be asked at all: the officer is told so
 */
export async function askSurely<T>(
  ask: () => Promise<T>,
  timers: Timers,
  onChecking: () => void,
): Promise<T | null> {
  for (const wait of [...waitsMs, null]) {
    const answer = await ask().catch(() => null);
    if (answer !== null) return answer;
    onChecking();
    if (wait !== null) await new Promise<void>((done) => timers.after(wait, done));
  }
  return null;
}
