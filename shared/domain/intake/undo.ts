import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result } from '../../result.ts';
import type { LocalDateTime } from '../base/local-date.ts';
import { undoReason } from '../dossier/consent.ts';
import type { DossierState } from '../dossier/dossier.ts';
import type { DossierFact } from '../dossier/dossier-events.ts';
import { allowStep } from '../dossier/processing.ts';

/** How long the officer who received a dossier may take it back alone. */
export const undoWindowMs = 60_000;

/**
 * What is left of that time, milliseconds; 0 when it is over, and when the clock was set back meanwhile: taken back at a
 * time before it was received, a dossier would contradict itself.
 * @param receivedMs and `nowMs`: instants, milliseconds
 */
export function undoLeftMs(receivedMs: number, nowMs: number): number {
  const age = nowMs - receivedMs;
  return age < 0 ? 0 : Math.max(0, undoWindowMs - age);
}

/**
 * Takes back a dossier just received: it is cancelled, its number stays used.
 * @param receivedMs and `nowMs`: instants of receiving and of asking, milliseconds
 * @source docs/sources.md#lifecycle
 */
export function undoReceive(
  state: DossierState,
  asked: {
    readonly by: string;
    readonly at: LocalDateTime;
    readonly receivedMs: number;
    readonly nowMs: number;
  },
): Result<Extract<DossierFact, { type: 'dossier.cancelled' }>, Refusal> {
  const possible = allowStep(state, 'dossier.cancelled');
  if (!possible.ok) return possible;
  if (possible.value.receivedBy !== asked.by) return err(refuse('not-permitted'));
  if (asked.nowMs < asked.receivedMs) {
    const minutes = Math.ceil((asked.receivedMs - asked.nowMs) / 60_000);
    return err(refuse('clock-behind', undefined, { minutes }));
  }
  if (asked.nowMs - asked.receivedMs > undoWindowMs) return err(refuse('undo-too-late'));
  return ok({
    type: 'dossier.cancelled',
    dossier: possible.value.id,
    body: { at: asked.at, reason: undoReason },
  });
}
