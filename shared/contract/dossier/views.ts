import { z } from 'zod';
import { deskDigit, dossierId, vnd } from '../../domain/base/ids.ts';
import { localDate, localDateTime } from '../../domain/base/local-date.ts';
import { role } from '../../domain/base/roles.ts';
import { feeRule } from '../../domain/catalogue/procedure.ts';
import { dossierReceived } from '../../domain/dossier/dossier-events.ts';
import { duty } from '../../domain/dossier/duties.ts';

/** States of an accepted dossier, as `shared/domain/dossier/lifecycle.ts` has them. */
export const dossierStatus = z.enum([
  'received',
  'processing',
  'interlinked',
  'awaitingSupplement',
  'awaitingPayment',
  'suspended',
  'awaitingApproval',
  'resultReady',
  'returnedWithoutResult',
  'withdrawn',
  'delivered',
  'cancelled',
]);

export const dossierRow = z.strictObject({
  id: dossierId,
  code: z.string(),
  applicantName: z.string(),
  procedureName: z.string(),
  receivedAt: localDateTime,
  dueAt: localDateTime,
  /** The same as its paper says it. */
  shownDueAt: localDateTime,
  status: dossierStatus,
  /** Which way the promised time runs. */
  clock: z.enum(['runs', 'stopped', 'ended']),
  receivedBy: z.string(),
  deskDigit,
  /** `sent` only after the district's signed ack of all its events is stored here. */
  sent: z.boolean(),
  needsReview: z.boolean(),
  /** Working days past due; 0 when not overdue or already closed. */
  overdueDays: z.int().nonnegative(),
  /** Working days until due; 0 today and after. */
  daysLeft: z.int().nonnegative(),
  /** The last day the citizen has for papers that were asked for; null when none are. */
  answerBy: localDate.nullable(),
  /** That day is over and nothing has come. */
  unanswered: z.boolean(),
});
export type DossierRow = z.infer<typeof dossierRow>;

/** What the receipt somebody holds is worth: another was issued in its place, or there is no dossier any more. */
export const paperStanding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('valid') }),
  z.strictObject({ kind: z.literal('replaced'), at: localDateTime, issue: z.int().positive() }),
  z.strictObject({ kind: z.literal('void'), at: localDateTime }),
]);
export type PaperStanding = z.infer<typeof paperStanding>;

export const dossierFilter = z.enum(['todo', 'overdue', 'unanswered', 'today', 'ready', 'all']);

export const journalEntry = z.strictObject({
  type: z.string(),
  at: localDateTime,
  actorName: z.string(),
  role,
  deskDigit: deskDigit.nullable(),
  sent: z.boolean(),
  review: z.string().nullable(),
  /** The event's body: screens show what they know of it. */
  body: z.record(z.string(), z.unknown()),
});

export const dossierDetail = z.strictObject({
  row: dossierRow,
  /** With every correction; the promise on the first receipt is `promisedAt`. */
  received: dossierReceived,
  /** What the procedure may cost, by the catalogue of the day of receipt; null where that is not known here. */
  fee: feeRule.nullable(),
  /** Still to be taken at the hand-over; null where nobody has said how much it is. */
  stillDueVnd: vnd.nullable(),
  promisedAt: localDateTime,
  dueAt: localDateTime,
  /** Both as paper and screen say them: the minute, the end of the half day or of the day. */
  shown: z.strictObject({ promisedAt: localDateTime, dueAt: localDateTime }),
  pauses: z.array(
    z.strictObject({
      cause: z.enum(['supplement', 'payment', 'suspension']),
      from: localDateTime,
      until: localDateTime.nullable(),
    }),
  ),
  legs: z.array(
    z.strictObject({
      agency: z.string(),
      dueAt: localDateTime,
      sentAt: localDateTime.nullable(),
      returnedAt: localDateTime.nullable(),
      mark: z.enum(['early', 'onTime', 'late']).nullable(),
    }),
  ),
  holder: z.strictObject({ unit: z.string(), officerName: z.string().nullable() }).nullable(),
  readyAt: localDateTime.nullable(),
  deliveredAt: localDateTime.nullable(),
  deliveredTo: z.string().nullable(),
  copiesPrinted: z.int().nonnegative(),
  reviews: z.array(z.string()),
  duties: z.array(duty),
  /** Newest first. */
  journal: z.array(journalEntry),
  /** What the signed-in officer may do to it now. */
  actions: z.array(z.enum(['markReady', 'handOver', 'undo', 'void', 'correct', 'reprint'])),
  /** Further steps that the state allows this officer now. */
  steps: z.array(z.string()),
});
export type DossierDetail = z.infer<typeof dossierDetail>;
