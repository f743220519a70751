import { z } from 'zod';
import { deskDigit, dossierId, officerId, vnd } from '../domain/base/ids.ts';
import { localDate, localDateTime } from '../domain/base/local-date.ts';
import { role } from '../domain/base/roles.ts';
import { dueReason, term } from '../domain/calendar/due-date.ts';
import { agency } from '../domain/catalogue/agency.ts';
import { feeRule, requiredPaper } from '../domain/catalogue/procedure.ts';
import { dossierReceived } from '../domain/dossier/dossier-events.ts';
import { applicant } from '../domain/people/applicant.ts';
import { receiptPaper } from '../forms/dossier/receipt-paper.ts';
import { refusal } from './refusal.ts';

/** What the screens are shown. Texts are data (names, codes); sentences are made from codes in `shared/text`. */

export const officerView = z.strictObject({ id: officerId, name: z.string(), roles: z.array(role) });

export const deskView = z.strictObject({
  /** Null until the machine is enrolled. */
  desk: z.strictObject({ agency, deskDigit, deskName: z.string() }).nullable(),
  officer: officerView.nullable(),
  /** Those who may sign in here, by name. */
  officers: z.array(officerView.omit({ roles: true })),
  /** A made-up commune: every screen and print says so. */
  demo: z.boolean(),
  catalogueEdition: z.string(),
  calendarEdition: z.string(),
  rulesEdition: z.string(),
  formsEdition: z.string(),
  now: localDateTime,
});
export type DeskView = z.infer<typeof deskView>;

export const procedureView = z.strictObject({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  field: z.string(),
  term,
  fee: feeRule,
  /** `certification` takes rows of pages and copies; `papers` a checklist. */
  intake: z.enum(['certification', 'papers']),
  papers: z.array(requiredPaper),
  interlinked: z.boolean(),
});
export type ProcedureView = z.infer<typeof procedureView>;

/** Shown beside the form; never in the way of F9. */
export const warning = z.strictObject({
  code: z.enum([
    'same-day-duplicate',
    'open-duplicate',
    'id-other-name',
    'id-other-birth-year',
    'id-other-sex',
    'name-lost-marks',
    'phone-missing',
    'paper-missing',
    'fee-unknown',
    'clock-off',
    'petition-waiting',
  ]),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The dossier the warning speaks of. */
  dossier: dossierId.nullable(),
});
export type Warning = z.infer<typeof warning>;

/** A typed row as it was understood, or why it was not. */
export const rowView = z.strictObject({
  text: z.string(),
  name: z.string(),
  pages: z.int(),
  copies: z.int(),
  feePerCopyVnd: vnd,
  feeVnd: vnd,
  refusal: refusal.nullable(),
});

/** The right-hand column of the intake, computed from the draft as it stands. */
export const intakePreview = z.strictObject({
  /** The code the next save would take; final once saved. */
  code: z.string(),
  dueAt: localDateTime.nullable(),
  dueReason: dueReason.nullable(),
  /** The term has no computed date: ask for one. */
  dueMustBeEntered: z.boolean(),
  feeVnd: vnd.nullable(),
  copies: z.int(),
  pages: z.int(),
  rows: z.array(rowView),
  warnings: z.array(warning),
  /** What F9 would refuse now, in the order of the form. */
  refusals: z.array(refusal),
});
export type IntakePreview = z.infer<typeof intakePreview>;

/** A person met before: newest particulars, and how often they came. */
export const knownPerson = z.strictObject({
  applicant,
  visits: z.int().nonnegative(),
  lastVisit: localDate.nullable(),
});
export type KnownPerson = z.infer<typeof knownPerson>;

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
});
export type DossierRow = z.infer<typeof dossierRow>;

/** What the receipt somebody holds is worth: another was issued in its place, or there is no dossier any more. */
export const paperStanding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('valid') }),
  z.strictObject({ kind: z.literal('replaced'), at: localDateTime, issue: z.int().positive() }),
  z.strictObject({ kind: z.literal('void'), at: localDateTime }),
]);
export type PaperStanding = z.infer<typeof paperStanding>;
/** A citizen who was asked for more before anything was accepted: no code, no promise. */
export const petitionRow = z.strictObject({
  id: dossierId,
  applicantName: z.string(),
  phone: z.string(),
  procedureName: z.string(),
  /** When the last slip was given, by whom, what it lists and why. */
  askedAt: localDateTime,
  askedByName: z.string(),
  items: z.array(z.string()),
  reason: z.string(),
  slips: z.int().positive(),
  sent: z.boolean(),
});
export type PetitionRow = z.infer<typeof petitionRow>;

export const dossierFilter = z.enum(['todo', 'overdue', 'today', 'ready', 'all']);

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
  promisedAt: localDateTime,
  dueAt: localDateTime,
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
  /** Newest first. */
  journal: z.array(journalEntry),
  /** What the signed-in officer may do to it now. */
  actions: z.array(z.enum(['markReady', 'handOver', 'undo', 'void', 'correct', 'reprint'])),
  /** Further steps that the state allows this officer now. */
  steps: z.array(z.string()),
});
export type DossierDetail = z.infer<typeof dossierDetail>;

/** The two facts of the header's pill, never merged: the line, and the queue counted from the ledger. */
export const syncView = z.strictObject({
  /** Events not yet acknowledged, and the dossiers they belong to. */
  queuedEvents: z.int().nonnegative(),
  queuedDossiers: z.int().nonnegative(),
  needsReview: z.int().nonnegative(),
  line: z.enum([
    'never-tried',
    'online',
    'offline',
    'server-error',
    'captive-portal',
    'update-needed',
    'refused',
  ]),
  /** Since when the line has been in this condition. */
  since: localDateTime,
  sending: z.boolean(),
  /** Events acknowledged in the running drain, and how many it started with. */
  drained: z.int().nonnegative(),
  drainTotal: z.int().nonnegative(),
  lastAckAt: localDateTime.nullable(),
  lastPullAt: localDateTime.nullable(),
  nextTryInS: z.int().nonnegative(),
  /** The last attempts, newest first, with a reason code a person can be told. */
  attempts: z.array(z.strictObject({ at: localDateTime, outcome: z.string(), detail: z.string() })).max(10),
  /** Waiting events by day of recording, oldest first. */
  queuedByDay: z.array(z.strictObject({ day: localDate, events: z.int() })),
  /** The district has less than it once acknowledged: it was restored, and is being given everything again. */
  districtRestored: z.boolean(),
  /** The district runs on a store that may lose what it acknowledged (demo, tests). */
  incident: z.enum(['none', 'fork', 'feed-mismatch', 'bad-ack']),
});
export type SyncView = z.infer<typeof syncView>;

export const printState = z.strictObject({
  condition: z.enum(['ready', 'busy', 'down']),
  /** Jobs that have not reached the printer. */
  unprinted: z.int().nonnegative(),
  lastFault: z.string().nullable(),
  paper: receiptPaper,
});
export type PrintState = z.infer<typeof printState>;
