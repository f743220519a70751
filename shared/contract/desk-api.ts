import { z } from 'zod';
import { dossierId, officerId, vnd } from '../domain/base/ids.ts';
import { localDate } from '../domain/base/local-date.ts';
import type { Role } from '../domain/base/roles.ts';
import { receiverKind } from '../domain/dossier/dossier-events.ts';
import { feeReceipt } from '../domain/dossier/taking.ts';
import { draft } from '../domain/intake/draft.ts';
import { receiptPaper } from '../forms/dossier/receipt-paper.ts';
import type { Result } from '../result.ts';
import { booksRequest, booksView } from './books.ts';
import { cashCloseRequest, cashOpenRequest, cashView, cashVoidRequest } from './cash.ts';
import { correctionPreview, correctRequest, voidRequest } from './corrections.ts';
import { editionsView } from './editions.ts';
import type { Refusal } from './refusal.ts';
import { stepRequest } from './steps.ts';
import {
  deskView,
  dossierDetail,
  dossierFilter,
  dossierRow,
  intakePreview,
  knownPerson,
  paperStanding,
  petitionRow,
  printState,
  procedureView,
  syncView,
  warning,
} from './views.ts';

/**
 * Who may call a method. `anyone`: also before sign-in. `officer`: whoever is signed in. A list: those who
 * hold one of the roles; the first one held is the role the act is recorded under.
 */
export type Access = 'anyone' | 'officer' | readonly [Role, ...Role[]];

const method = <I extends z.ZodType, O extends z.ZodType>(access: Access, input: I, output: O) => ({
  access,
  input,
  output,
});

const nothing = z.strictObject({});
const counter = ['reception', 'supervisor'] as const;
const correctors = ['supervisor', 'leader', 'reception'] as const;
const reason = z.string().max(1000);
const petition = z.strictObject({ id: dossierId });

/** Every call a screen can make. Adding a row here is the only way to add one. */
export const deskApi = {
  'desk.view': method('anyone', nothing, deskView),
  'desk.enrol': method(
    'anyone',
    z.strictObject({ districtUrl: z.url(), code: z.string().max(20), deviceName: z.string().min(1).max(80) }),
    deskView,
  ),
  'session.signIn': method(
    'anyone',
    z.strictObject({ officer: officerId, pin: z.string().max(40) }),
    deskView,
  ),
  'session.signOut': method('anyone', nothing, deskView),

  /** A fresh draft; `recovered` is the newest one this machine lost hold of (crash, power cut), if any. */
  'intake.open': method(
    counter,
    nothing,
    z.strictObject({
      draft,
      recovered: z.strictObject({ draft, savedAt: z.string() }).nullable(),
      quickPicks: z.array(procedureView).max(9),
    }),
  ),
  'intake.saveDraft': method(counter, draft, nothing),
  'intake.dropDraft': method(counter, z.strictObject({ id: dossierId }), nothing),
  'intake.preview': method(counter, draft, intakePreview),
  /** Commits and queues the receipt. Called again with the same draft it answers with the same dossier. */
  'intake.receive': method(
    counter,
    z.strictObject({ draft, paper: receiptPaper }),
    z.strictObject({ id: dossierId, code: z.string(), warnings: z.array(warning) }),
  ),
  /** Within 60 s of saving, by the officer who saved; the number is not used again. */
  'intake.undo': method(counter, z.strictObject({ id: dossierId }), dossierRow),
  'intake.recent': method(
    counter,
    nothing,
    z.strictObject({
      today: z.int().nonnegative(),
      rows: z.array(dossierRow.extend({ undoableForS: z.int().nonnegative() })),
    }),
  ),

  /**
   * Paper 02 for a form that is not complete: lists the unticked papers and `more`. Called again with the same
   * form and words it prints nothing and answers the same; the form is kept until the citizen comes back.
   */
  'intake.requestSupplement': method(
    counter,
    z.strictObject({ draft, more: z.array(z.string().max(500)).max(20), reason }),
    petition,
  ),
  /** Paper 03 for what the office may not take. Called again with the same form and reason it answers the same. */
  'intake.refuse': method(counter, z.strictObject({ draft, reason }), petition),
  /** Who was asked for more and has not come back, newest slip first. */
  'petition.list': method(
    counter,
    z.strictObject({ query: z.string().max(120) }),
    z.strictObject({ rows: z.array(petitionRow), waiting: z.int().nonnegative() }),
  ),
  /** The form to go on with: as it was typed here, or as far as the facts tell. */
  'petition.resume': method(counter, petition, z.strictObject({ draft })),
  /** The last slip once more, marked as a reprint. */
  'petition.print': method(counter, petition, nothing),
  /** The citizen did not come back. Called again it answers the same. */
  'petition.lapse': method(counter, petition, nothing),

  'procedure.find': method('officer', z.strictObject({ query: z.string().max(200) }), z.array(procedureView)),
  /** The text of a citizen card's code; a person met before comes with phone and address of the last visit. */
  'person.scan': method(
    counter,
    z.strictObject({ text: z.string().max(2000), lettersTrusted: z.boolean() }),
    z.strictObject({ person: knownPerson, warnings: z.array(warning), idIssuedOn: z.string().nullable() }),
  ),
  'person.find': method(counter, z.strictObject({ query: z.string().max(120) }), z.array(knownPerson)),

  'dossier.list': method(
    'officer',
    z.strictObject({
      filter: dossierFilter,
      query: z.string().max(120),
      /** Keyset: the last row of the page before. */
      after: z.strictObject({ dueAt: z.string(), id: dossierId }).nullable(),
    }),
    z.strictObject({
      rows: z.array(dossierRow),
      more: z.boolean(),
      counts: z.record(dossierFilter, z.int().nonnegative()),
    }),
  ),
  'dossier.get': method('officer', z.strictObject({ id: dossierId }), dossierDetail),
  /** A receipt's QR text, a dossier code or its last digits. */
  'dossier.byReceipt': method(
    'officer',
    z.strictObject({ text: z.string().max(200) }),
    dossierRow.extend({ paper: paperStanding }),
  ),
  'dossier.markReady': method(
    ['specialist', 'leader', 'supervisor', 'reception'],
    z.strictObject({ id: dossierId, note: z.string().max(300) }),
    dossierDetail,
  ),
  'dossier.handOver': method(
    counter,
    z.strictObject({
      id: dossierId,
      receiver: z.strictObject({
        kind: receiverKind,
        name: z.string().max(120),
        idNumber: z.string().max(20),
        relation: z.string().max(120),
      }),
      feeCollectedVnd: vnd,
      receipt: feeReceipt.nullable(),
    }),
    dossierDetail,
  ),

  /** Any other step of an accepted dossier. Who may take which stands in the domain's table of steps. */
  'dossier.step': method('officer', stepRequest, dossierDetail),
  /** What a correction would come to, and who may agree to it; nothing is written. */
  'dossier.correctPreview': method(
    correctors,
    correctRequest.pick({ id: true, asked: true }),
    correctionPreview,
  ),
  'dossier.correct': method(correctors, correctRequest, dossierDetail),
  /** Takes a dossier of today out of the count, for good; beyond the first minute and with a reason. */
  'dossier.voidPreview': method(
    counter,
    z.strictObject({ id: dossierId }),
    correctionPreview.omit({ changes: true }),
  ),
  'dossier.void': method(counter, voidRequest, dossierDetail),
  /** Papers made from the ledger at any time: the control slip, the list of steps, the receipt for the result. */
  'dossier.print': method(
    counter,
    z.strictObject({ id: dossierId, paper: z.enum(['control', 'progress', 'resultReceipt']) }),
    nothing,
  ),

  'receipt.reprint': method(
    counter,
    z.strictObject({
      id: dossierId,
      reason: z.enum(['lost', 'damaged', 'jammed', 'other']),
      paper: receiptPaper,
    }),
    z.strictObject({ copy: z.int() }),
  ),
  /** The register's volumes, and the lists of a day. */
  'books.view': method(counter, z.strictObject({ day: localDate }), booksView),
  'books.print': method(counter, booksRequest, z.strictObject({ papers: z.int().positive() })),

  'edition.view': method('officer', nothing, editionsView),
  /** Re-dates every receipt that the newest calendar made wrong, and prints it anew. */
  'edition.redate': method(
    correctors,
    z.strictObject({ reason: z.string().max(1000) }),
    z.strictObject({ redated: z.int().nonnegative() }),
  ),

  'cash.view': method(counter, nothing, cashView),
  'cash.open': method(counter, cashOpenRequest, cashView),
  'cash.voidReceipt': method(counter, cashVoidRequest, cashView),
  /** Counts the drawer, explains what differs, hands it over; prints the list of the shift. */
  'cash.close': method(counter, cashCloseRequest, cashView),

  'print.state': method('officer', nothing, printState),
  /** Sends everything that has not reached the printer, oldest first. */
  'print.retry': method(counter, nothing, printState),
  'print.setPaper': method(counter, z.strictObject({ paper: receiptPaper }), printState),

  'sync.view': method('anyone', nothing, syncView),
  'sync.now': method('officer', nothing, syncView),
} as const;

export type DeskApi = typeof deskApi;
export type MethodName = keyof DeskApi;
export type Input<M extends MethodName> = z.infer<DeskApi[M]['input']>;
export type Output<M extends MethodName> = z.infer<DeskApi[M]['output']>;
/** What every call answers: the value, or the reasons (at least one) for which the desk declined. */
export type Answer<M extends MethodName> = Result<Output<M>, Refusals>;
export type Refusals = readonly [Refusal, ...Refusal[]];

/** What every screen is given. */
export interface DeskClient {
  readonly call: <M extends MethodName>(name: M, input: Input<M>) => Promise<Answer<M>>;
  /** @returns a function that ends the subscription */
  readonly listen: <E extends DeskEventName>(name: E, listener: (value: DeskEvent<E>) => void) => () => void;
}

/** Everything the desk pushes to its screens without being asked. */
export const deskEvents = {
  'sync.changed': syncView,
  'print.changed': printState,
  /** Some dossier was recorded, changed or arrived: lists read again. */
  'dossiers.changed': z.strictObject({ ids: z.array(z.string()) }),
} as const;
export type DeskEventName = keyof typeof deskEvents;
export type DeskEvent<E extends DeskEventName> = z.infer<(typeof deskEvents)[E]>;

export const isMethodName = (name: string): name is MethodName => Object.hasOwn(deskApi, name);
