import { z } from 'zod';
import { dateOf } from '../base/local-date.ts';
import type { Dossier } from './dossier.ts';
import type { DossierReceived } from './dossier-events.ts';

/** Whether what is solved while the citizen waits has a receipt printed with it, or only when the citizen asks. */
export const sameDayReceipt = z.enum(['always', 'on-request']);
export type SameDayReceipt = z.infer<typeof sameDayReceipt>;

/**
 * Whether a dossier cannot do without form 01. What is solved on the day of receipt can. Received after the hour from
 * which the result is the next day's, it is promised for that day, and a certification must have a slip with hour and date.
 * @source docs/sources.md#receipts-on-request
 */
export const needsReceipt = (
  { receivedAt, dueAt, dueReason }: Pick<DossierReceived, 'receivedAt' | 'dueAt' | 'dueReason'>,
  when: SameDayReceipt,
): boolean => when === 'always' || dueReason !== 'same-day' || dateOf(dueAt) > dateOf(receivedAt);

/** Whether an original came out without being asked for, at intake or with the correction that made it necessary. */
export const hadOriginal = (
  { received, current }: Pick<Dossier, 'received' | 'current'>,
  when: SameDayReceipt,
): boolean => needsReceipt(received, when) || needsReceipt(current, when);
