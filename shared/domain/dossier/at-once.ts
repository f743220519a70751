import type { DueReason } from '../calendar/due-date.ts';
import type { DossierEventType, DossierReceived } from './dossier-events.ts';
import type { DossierStatus } from './lifecycle.ts';

/** Dates that only same-day and notification procedures get. */
const sameDayReasons: ReadonlySet<DueReason> = new Set([
  'same-day',
  'after-cutoff',
  'next-working-day',
  'on-receipt',
]);

/**
 * True when `type` would call a result ready that nobody has processed or signed. Only what the desk resolves while
 * the citizen waits (same-day and notification procedures) may go that way.
 * @source docs/sources.md#lifecycle
 */
export const skipsProcessing = (
  type: DossierEventType,
  { status, current }: { readonly status: DossierStatus; readonly current: DossierReceived },
): boolean =>
  type === 'dossier.resultReady' && status === 'received' && !sameDayReasons.has(current.dueReason);
