import { z } from 'zod';
import { dossierId, officerId } from '../../domain/base/ids.ts';
import { dueDoubt } from '../../domain/calendar/due-doubt.ts';
import { correctionRequest } from '../../domain/correction/correction.ts';
import { changes } from '../../domain/dossier/correction-events.ts';

/** A second person at this desk: who, and the PIN only that person knows. */
export const approver = z.strictObject({ officer: officerId, pin: z.string().max(40) });
export type Approver = z.infer<typeof approver>;

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

/** What F9 would record, and whose consent it needs; `approvers` are those of the desk who may give it. */
export const correctionPreview = z.strictObject({
  changes: changes.nullable(),
  /** About the date that would be promised, where it changes. */
  dueDoubts: z.array(dueDoubt),
  approvers: z.array(z.strictObject({ id: officerId, name: z.string() })),
  needsConsent: z.boolean(),
});
export type CorrectionPreview = z.infer<typeof correctionPreview>;
