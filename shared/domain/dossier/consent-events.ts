import { z } from 'zod';
import { localDateTime } from '../base/local-date.ts';
import { corrected } from './correction-events.ts';
import { lifecycleEvents } from './lifecycle-events.ts';

/** A dossier that should never have been: its number stays used. `undo` is the receiver's own second thought. */
export const cancelled = z.strictObject({ at: localDateTime, reason: z.string().min(1).max(300) });

/**
 * A second person agrees to what another is about to record, word for word; it stands in the ledger before the act.
 * @source docs/sources.md#second-persons
 */
export const consent = z.strictObject({
  at: localDateTime,
  to: z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('dossier.corrected'), body: corrected }),
    z.strictObject({ act: z.literal('dossier.cancelled'), body: cancelled }),
    z.strictObject({
      act: z.literal('dossier.supplementRequested'),
      body: lifecycleEvents['dossier.supplementRequested'],
    }),
  ]),
});
