import { z } from 'zod';
import { dossierId } from '../../domain/base/ids.ts';
import { dueDoubt } from '../../domain/calendar/due-doubt.ts';
import { correctionRequest } from '../../domain/correction/correction.ts';
import { changes } from '../../domain/dossier/correction-events.ts';
import { approver, consentView } from '../dossier/second-person.ts';

export const correctRequest = z.strictObject({
  id: dossierId,
  asked: correctionRequest,
  reason: z.string().max(1000),
  /** Null where the officer's own word is enough. */
  approver: approver.nullable(),
});

export const voidRequest = z.strictObject({
  id: dossierId,
  reason: z.string().max(300),
  approver: approver.nullable(),
});

/** What F9 would record, and whose consent it needs. */
export const correctionPreview = consentView.extend({
  changes: changes.nullable(),
  /** About the date that would be promised, where it changes. */
  dueDoubts: z.array(dueDoubt),
});
export type CorrectionPreview = z.infer<typeof correctionPreview>;
