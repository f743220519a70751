import type { Answer, DeskClient, Input } from '../../shared/contract/desk-api.ts';
import type { Timers } from '../world.ts';

const waitsMs = [300, 1000, 2000, 4000, 8000];

/**
 * Saves a draft and does not rest until the desk has said whether it is saved. When the line to the desk breaks
 * under the question, the same draft is sent again: the desk answers with the dossier it has already made of it.
 * @param onChecking the answer did not come; it is being asked for again
 * @returns null when the desk could not be asked at all: the officer is told so
 */
export async function receiveSurely(
  desk: DeskClient,
  timers: Timers,
  input: Input<'intake.receive'>,
  onChecking: () => void,
): Promise<Answer<'intake.receive'> | null> {
  for (const wait of [...waitsMs, null]) {
    const answer = await desk.call('intake.receive', input).catch(() => null);
    if (answer !== null) return answer;
    onChecking();
    if (wait !== null) await new Promise<void>((done) => timers.after(wait, done));
  }
  return null;
}
