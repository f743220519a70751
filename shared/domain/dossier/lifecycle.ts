import type { Role } from '../base/roles.ts';
import type { DossierEventType } from './dossier-events.ts';

/**
 * The states of 4.2 of the desk's rules, with the national code each one is exchanged under, and which way the
 * promised time runs in it.
 * @source docs/sources.md#lifecycle
 */
export const statuses = {
  /** Asked for more before anything was accepted: no code, no clock. */
  intakeSupplement: { national: 1, clock: 'not-started' },
  refused: { national: 3, clock: 'not-started' },
  lapsed: { national: null, clock: 'not-started' },
  received: { national: 2, clock: 'runs' },
  processing: { national: 4, clock: 'runs' },
  interlinked: { national: 4, clock: 'runs' },
  awaitingSupplement: { national: 5, clock: 'stopped' },
  awaitingPayment: { national: 6, clock: 'stopped' },
  suspended: { national: 8, clock: 'stopped' },
  awaitingApproval: { national: 4, clock: 'runs' },
  resultReady: { national: 9, clock: 'ended' },
  returnedWithoutResult: { national: 9, clock: 'ended' },
  withdrawn: { national: 7, clock: 'ended' },
  delivered: { national: 10, clock: 'ended' },
  /** Never reported upwards: a mistake of the desk's own. */
  cancelled: { national: null, clock: 'ended' },
} as const satisfies Readonly<Record<string, { national: number | null; clock: Clock }>>;

export type Clock = 'not-started' | 'runs' | 'stopped' | 'ended';
export type Status = keyof typeof statuses;

/** States a dossier without a code can be in. */
export type PetitionStatus = 'intakeSupplement' | 'refused' | 'lapsed';
export type DossierStatus = Exclude<Status, PetitionStatus>;

export interface Transition {
  /** `absent`: nothing is known yet. */
  readonly from: readonly (Status | 'absent')[];
  /** `same`: the fact changes what is known, not the state. */
  readonly to: Status | 'same';
  /** Who may do it; the first one held is the role it is done in. */
  readonly by: readonly [Role, ...Role[]];
}

const counter = ['reception', 'supervisor'] as const;
const desk = ['specialist', 'reception', 'supervisor'] as const;
const signer = ['leader'] as const;
const waiting = ['awaitingSupplement', 'awaitingPayment', 'suspended'] as const;
const open = ['received', 'processing', 'interlinked', ...waiting, 'awaitingApproval'] as const;
const accepted = [...open, 'resultReady', 'returnedWithoutResult', 'withdrawn', 'delivered'] as const;

/** Every step there is. What is not in this table cannot happen; a test walks all of it and all of the rest. */
export const transitions: Readonly<Record<DossierEventType, Transition>> = {
  'intake.supplementRequested': { from: ['absent', 'intakeSupplement'], to: 'intakeSupplement', by: counter },
  'intake.refused': { from: ['absent', 'intakeSupplement'], to: 'refused', by: counter },
  'intake.lapsed': { from: ['intakeSupplement'], to: 'lapsed', by: counter },
  'dossier.received': { from: ['absent', 'intakeSupplement'], to: 'received', by: counter },
  'dossier.forwarded': { from: ['received', 'processing'], to: 'processing', by: desk },
  // Back to whoever had it: the fold knows whether that is the counter.
  'dossier.recalled': {
    from: ['processing', 'awaitingApproval'],
    to: 'processing',
    by: ['supervisor', 'leader', 'specialist', 'reception'],
  },
  'dossier.sentToAgency': { from: ['processing', 'interlinked'], to: 'interlinked', by: desk },
  // An agency answers when it is done, whatever the office waits for meanwhile; the state follows in the fold.
  'dossier.agencyReturned': {
    from: ['interlinked', 'awaitingSupplement', 'awaitingApproval'],
    to: 'same',
    by: desk,
  },
  // Who may approve it needs nobody else; the others need a second person.
  'dossier.supplementRequested': {
    from: ['processing', 'interlinked'],
    to: 'awaitingSupplement',
    by: ['supervisor', 'leader', 'specialist', 'reception'],
  },
  'dossier.supplementReceived': { from: ['awaitingSupplement'], to: 'processing', by: desk },
  'dossier.paymentRequested': { from: ['processing'], to: 'awaitingPayment', by: desk },
  'dossier.paymentReceived': { from: ['awaitingPayment'], to: 'processing', by: desk },
  'dossier.suspended': { from: ['processing'], to: 'suspended', by: signer },
  'dossier.resumed': { from: ['suspended'], to: 'processing', by: signer },
  'dossier.submittedForApproval': {
    from: ['processing', 'interlinked'],
    to: 'awaitingApproval',
    by: ['specialist'],
  },
  'dossier.signed': { from: ['awaitingApproval'], to: 'same', by: signer },
  'dossier.resultTakenBack': { from: ['resultReady'], to: 'awaitingApproval', by: ['leader', 'supervisor'] },
  'dossier.sentBack': { from: ['awaitingApproval'], to: 'processing', by: signer },
  'dossier.resultReady': {
    from: ['received', 'awaitingApproval'],
    to: 'resultReady',
    by: ['leader', 'specialist', 'supervisor', 'reception'],
  },
  'dossier.returnedWithoutResult': {
    from: ['awaitingApproval', 'processing', ...waiting],
    to: 'returnedWithoutResult',
    by: signer,
  },
  // As long as no result is decided the citizen may take it back.
  'dossier.withdrawn': { from: open, to: 'withdrawn', by: counter },
  'dossier.rescheduled': {
    from: ['received', 'processing', 'interlinked', 'awaitingApproval'],
    to: 'same',
    by: signer,
  },
  'dossier.delivered': { from: ['resultReady', 'returnedWithoutResult'], to: 'delivered', by: counter },
  'dossier.cancelled': { from: ['received'], to: 'cancelled', by: ['supervisor', 'reception'] },
  'dossier.refunded': { from: [...accepted, 'cancelled'], to: 'same', by: counter },
  'dossier.receiptAssigned': { from: accepted, to: 'same', by: counter },
  'dossier.redated': { from: open, to: 'same', by: ['supervisor', 'leader', 'reception'] },
  'dossier.corrected': { from: accepted, to: 'same', by: ['supervisor', 'leader', 'reception'] },
  'consent.given': { from: accepted, to: 'same', by: ['supervisor', 'leader', 'reception', 'specialist'] },
  'receipt.reprinted': { from: accepted, to: 'same', by: counter },
};
