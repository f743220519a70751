import { z } from 'zod';
import { officerId, vnd } from '../base/ids.ts';
import { localDateTime } from '../base/local-date.ts';
import { dueReason } from '../calendar/due-date.ts';
import { channel } from '../catalogue/procedure.ts';
import { applicant, submitter } from '../people/applicant.ts';
import { clashDecision } from '../people/id-clash.ts';
import { leg } from './leg.ts';
import { certifiedRow, chosenFee, receivedPaper } from './received-papers.ts';

/** What was written down wrongly and how it should have read; null leaves a thing as it stands. */
export const changes = z.strictObject({
  applicant: applicant.nullable(),
  /** Said with another applicant, where the number stands under another name. */
  clash: clashDecision.nullable(),
  /** `none`: the owner came in person after all. */
  submitter: z.union([submitter, z.literal('none')]).nullable(),
  procedure: z
    .strictObject({ code: z.string(), name: z.string(), field: z.string(), termText: z.string() })
    .nullable(),
  /** The agencies that take part in the right procedure. */
  legs: z.array(leg).max(9).nullable(),
  /** `measuredAt`: by what lateness is measured, where a pause that came too late has parted it from the promise. */
  due: z.strictObject({ at: localDateTime, reason: dueReason, measuredAt: localDateTime }).nullable(),
  papers: z.array(receivedPaper).max(60).nullable(),
  certified: z.array(certifiedRow).max(60).nullable(),
  /** `vnd` is null where the province sets the fee; `choice` where the edition holds one only. `channel`: how the dossier came. */
  fee: z
    .strictObject({ vnd: vnd.nullable(), choice: chosenFee.nullable(), channel: channel.nullable() })
    .nullable(),
  note: z.string().max(1000).nullable(),
});
export type Changes = z.infer<typeof changes>;

/**
 * Something was written down wrongly. Only what changes is named; the receipt is issued again and the old one
 * is void. What was first recorded stays in the ledger.
 * @source docs/sources.md#corrections
 */
export const corrected = z.strictObject({
  at: localDateTime,
  reason: z.string().min(1).max(1000),
  /** Who answers for it: the actor, or the second person whose consent stands before it in the ledger. */
  approvedBy: officerId,
  changes,
});
