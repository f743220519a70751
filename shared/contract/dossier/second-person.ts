import { z } from 'zod';
import { officerId } from '../../domain/base/ids.ts';

/** A second person at this desk: who, and the PIN only that person knows. */
export const approver = z.strictObject({ officer: officerId, pin: z.string().max(40) });
export type Approver = z.infer<typeof approver>;

/** Whether an act needs a second person's consent; `approvers` are those of the desk who may give it. */
export const consentView = z.strictObject({
  needsConsent: z.boolean(),
  approvers: z.array(z.strictObject({ id: officerId, name: z.string() })),
});
export type ConsentView = z.infer<typeof consentView>;
