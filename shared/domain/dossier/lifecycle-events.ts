import { z } from 'zod';
import { officerId, vnd } from '../base/ids.ts';
import { localDate, localDateTime } from '../base/local-date.ts';
import { applicant } from '../people/applicant.ts';
import { corrected } from './correction-events.ts';
import { feeReceipt, shiftId } from './taking.ts';

/**
 * What happens to a dossier between the counter and the result. Every body says when, in the desk's wall time;
 * who and in which role stand in the event's envelope.
 * @source docs/sources.md#lifecycle
 */

const reason = z.string().min(1).max(1000);
const note = z.string().max(1000);
const items = z.array(z.string().min(1).max(500)).min(1).max(60);

/** Whom the paper names before there is a dossier: nothing has been accepted yet. */
const asked = {
  at: localDateTime,
  applicant,
  procedure: z.strictObject({ code: z.string(), name: z.string(), field: z.string() }),
};

/** The promised minute before and after: both are kept for ever, lateness is measured by the first. */
const movedDue = { oldDueAt: localDateTime, newDueAt: localDateTime };
/** The same where the agencies' shares move with the whole: one date a leg, or none where they stay. */
const movedDues = { ...movedDue, legsDueAt: z.array(localDateTime).max(9) };

export const lifecycleEvents = {
  /** Paper 02 at the counter: everything that is missing, listed once; no clock, no code. */
  'intake.supplementRequested': z.strictObject({ ...asked, items, reason: note }),
  /** Paper 03: why the desk may not take it. A technical fault is never a reason. */
  'intake.refused': z.strictObject({ ...asked, reason }),
  /** The citizen did not come back with what was asked for. */
  'intake.lapsed': z.strictObject({ at: localDateTime }),

  'dossier.forwarded': z.strictObject({
    at: localDateTime,
    unit: z.string().min(1).max(200),
    officer: officerId.nullable(),
    note,
  }),
  /** Taken back by whoever forwarded it, before the next one opened it. */
  'dossier.recalled': z.strictObject({ at: localDateTime, reason: note }),
  'dossier.sentToAgency': z.strictObject({ at: localDateTime, leg: z.int().nonnegative() }),
  /** `missing`: what the agency lacks, so that its share is still to do and goes out again; empty: the share is done. */
  'dossier.agencyReturned': z.strictObject({
    at: localDateTime,
    leg: z.int().nonnegative(),
    missing: note,
    note,
  }),

  /**
   * Paper 02 while processing: stops the clock; how often it may happen is in the rule set. `approvedBy` is the actor, or the
   * second person whose consent stands before it. `answerBy` is the last day the citizen was given, null where none was said.
   */
  'dossier.supplementRequested': z.strictObject({
    at: localDateTime,
    items,
    reason,
    legalBasis: z.string().max(300),
    approvedBy: officerId,
    answerBy: localDate.nullable(),
  }),
  'dossier.supplementReceived': z.strictObject({
    at: localDateTime,
    items: z.array(z.string().min(1).max(500)).max(60),
    policy: z.enum(['restart', 'resume']),
    ...movedDues,
  }),
  'dossier.paymentRequested': z.strictObject({ at: localDateTime, amountVnd: vnd, reason: note }),
  /** `receipt` is the pre-printed one of the finance office; none is ever made up here. */
  'dossier.paymentReceived': z.strictObject({
    at: localDateTime,
    receipt: feeReceipt,
    collectedVnd: vnd,
    shift: shiftId.nullable(),
    ...movedDues,
  }),
  /** Money that was taken goes back to whoever paid it, out of a drawer where one was open. */
  'dossier.refunded': z.strictObject({
    at: localDateTime,
    vnd: vnd.min(1),
    reason,
    shift: shiftId.nullable(),
  }),
  /**
   * The finance office's receipt for money that was taken without one, written down when it is given. The taking is named by
   * when it was taken and how much it was; `shift` is the drawer whose book the form comes from.
   */
  'dossier.receiptAssigned': z.strictObject({
    at: localDateTime,
    takenAt: localDateTime,
    vnd: vnd.min(1),
    receipt: feeReceipt,
    shift: shiftId.nullable(),
  }),
  'dossier.suspended': z.strictObject({ at: localDateTime, reason, decidedBy: officerId }),
  'dossier.resumed': z.strictObject({ at: localDateTime, ...movedDues }),

  'dossier.submittedForApproval': z.strictObject({ at: localDateTime, note }),
  /** The leader's signature under the result; who signed stands in the envelope. */
  'dossier.signed': z.strictObject({ at: localDateTime, note }),
  /** A result that is wrong and was handed to nobody: it is put right and signed again. */
  'dossier.resultTakenBack': z.strictObject({ at: localDateTime, reason }),
  'dossier.sentBack': z.strictObject({ at: localDateTime, reason }),
  /** The citizen is not entitled, or a supplement never came: papers go back with a written reason. */
  'dossier.returnedWithoutResult': z.strictObject({ at: localDateTime, reason, decidedBy: officerId }),
  'dossier.withdrawn': z.strictObject({ at: localDateTime, request: reason }),
  /** Paper 04: an apology and a new date, before the first one has passed. Does not undo the lateness. */
  'dossier.rescheduled': z.strictObject({ at: localDateTime, reason, signedBy: officerId, ...movedDue }),

  /** A new calendar edition moved the promise: the receipt is issued again with the date the law gives now. */
  'dossier.redated': z.strictObject({
    at: localDateTime,
    reason,
    calendarEdition: z.string().min(1).max(80),
    measuredDueAt: localDateTime,
    ...movedDues,
  }),
  'dossier.corrected': corrected,
} as const;
