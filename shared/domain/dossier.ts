import { unreachable } from '../result.ts';
import type { Applicant } from './applicant.ts';
import { skipsProcessing } from './at-once.ts';
import type { Taking } from './cash-shift.ts';
import { type Consent, consentOf, isConsented, type Person } from './consent.ts';
import { correctedBody } from './correction.ts';
import type { DossierEventType, DossierFact, DossierReceived } from './dossier-events.ts';
import { type DossierStatus, type PetitionStatus, type Status, statuses, transitions } from './lifecycle.ts';
import { dateOf, type LocalDateTime } from './local-date.ts';
import { type Promised, promisedAfter } from './promised.ts';
import type { Role } from './roles.ts';

/** Why a recorded fact did not fit the state it met; a person looks at it, nothing is thrown away. */
export type ReviewCode =
  | 'unknown-dossier'
  | 'received-twice'
  | 'delivered-twice'
  | 'ready-twice'
  | 'closed-elsewhere'
  | 'not-cancellable'
  | 'no-consent'
  | 'out-of-order';

/** Who did it, where and when; `at` is the device's instant. */
export interface FactOrigin {
  readonly device: string;
  readonly epoch: number;
  readonly seq: number;
  readonly actor: string;
  readonly role: Role;
  readonly at: string;
}

export interface Review {
  readonly code: ReviewCode;
  readonly device: string;
  readonly epoch: number;
  readonly seq: number;
}

/** A stretch in which the promised time did not run; `until` is null while it lasts. */
export interface Pause {
  readonly cause: 'supplement' | 'payment' | 'suspension';
  readonly from: LocalDateTime;
  readonly until: LocalDateTime | null;
}

/** An agency's share, and how it kept its own term. */
export interface LegState {
  readonly agency: string;
  readonly dueAt: LocalDateTime;
  readonly sentAt: LocalDateTime | null;
  readonly returnedAt: LocalDateTime | null;
}

/** A citizen who was asked for more, or turned away, before anything was accepted: no code, no clock. */
export interface Petition {
  readonly id: string;
  readonly status: PetitionStatus;
  readonly version: number;
  readonly applicant: Applicant;
  readonly procedure: { readonly code: string; readonly name: string; readonly field: string };
  /** The last slip: when and by whom it was given, what it lists, why. */
  readonly askedAt: LocalDateTime;
  readonly askedBy: string;
  readonly items: readonly string[];
  readonly reason: string;
  readonly slips: number;
  readonly reviews: readonly Review[];
}

/** Money that was taken for a dossier. */
export interface DossierTaking extends Taking {
  readonly at: LocalDateTime;
  readonly shift: string | null;
}

export interface Dossier extends Promised {
  readonly id: string;
  readonly status: DossierStatus;
  /** How many facts have been folded in, fitting or not. */
  readonly version: number;
  /** As it was accepted; never changes. */
  readonly received: DossierReceived;
  /** The same with every correction: what lists show and papers print. */
  readonly current: DossierReceived;
  readonly receivedBy: string;
  /** Each one issued the receipt again and made the one before void. */
  readonly corrections: number;
  /** When the newest receipt was issued in place of an older one. */
  readonly correctedAt: LocalDateTime | null;
  /** What second persons have agreed to and nobody has done yet. */
  readonly consents: readonly Consent[];
  readonly pauses: readonly Pause[];
  readonly supplements: number;
  readonly reschedules: number;
  readonly legs: readonly LegState[];
  /** Where the papers lie: a unit, and an officer of it when one was named. */
  readonly holder: { readonly unit: string; readonly officer: string | null } | null;
  /** When the result was ready, or the dossier ended without one. */
  readonly finishedAt: LocalDateTime | null;
  readonly readyAt: LocalDateTime | null;
  readonly deliveredAt: LocalDateTime | null;
  readonly deliveredTo: string | null;
  /** Asked for and not paid yet. */
  readonly paymentVnd: number | null;
  readonly takings: readonly DossierTaking[];
  readonly cancelledAt: LocalDateTime | null;
  readonly reprints: number;
  readonly reviews: readonly Review[];
}

/** `orphans` are facts that arrived before their dossier did. */
export interface Absent {
  readonly status: 'absent';
  readonly orphans: readonly Review[];
}

export type DossierState = Absent | Petition | Dossier;

export const absent: DossierState = { status: 'absent', orphans: [] };

export const isPetition = (state: DossierState): state is Petition =>
  state.status === 'intakeSupplement' || state.status === 'refused' || state.status === 'lapsed';

/** True once the desk has accepted: there is a code and a promise. */
export const isAccepted = (state: DossierState): state is Dossier =>
  state.status !== 'absent' && !isPetition(state);

/** Adds one fact to what is known. Total: a fact that does not fit is kept as a review, never dropped. */
export function evolve(state: DossierState, fact: DossierFact, origin: FactOrigin): DossierState {
  const misfit = misfitOf(state, fact, origin);
  if (misfit !== null) return withReview(state, misfit, origin);
  switch (fact.type) {
    case 'dossier.received':
      return begin(state, fact.dossier, fact.body, origin);
    case 'intake.supplementRequested':
    case 'intake.refused':
      return ask(state, fact, origin);
    case 'intake.lapsed':
      return isPetition(state) ? { ...state, status: 'lapsed', version: state.version + 1 } : state;
    default:
      return isAccepted(state) ? step(state, fact, origin) : state;
  }
}

/**
 * The reason why `fact` does not fit `state`, or null when it does: the district's verdict is the same.
 * @param by who recorded it, in which role
 */
export const misfitOf = (state: DossierState, fact: DossierFact, by: Person): ReviewCode | null =>
  tableMisfit(state, fact) ?? consentMisfit(state, fact, by);

/** The same for steps that one officer takes alone. */
export function tableMisfit(state: DossierState, fact: DossierFact): ReviewCode | null {
  const { from } = transitions[fact.type];
  if ((from as readonly string[]).includes(state.status))
    return legMisfit(state, fact) ?? shortcutMisfit(state, fact) ?? lateVoid(state, fact);
  return state.status === 'absent'
    ? 'unknown-dossier'
    : (misfits[fact.type]?.(state.status) ?? generalMisfit(state.status));
}

/** Misfits that have a name of their own; the rest come out of order or too late. */
const misfits: Partial<Record<DossierEventType, (status: Status) => ReviewCode | null>> = {
  'dossier.received': () => 'received-twice',
  'dossier.resultReady': (status) => (status === 'resultReady' ? 'ready-twice' : null),
  'dossier.delivered': (status) => (status === 'delivered' ? 'delivered-twice' : null),
  'dossier.cancelled': () => 'not-cancellable',
};

const generalMisfit = (status: Status): ReviewCode =>
  statuses[status].clock === 'ended' ? 'closed-elsewhere' : 'out-of-order';

/** A leg is sent once and returns once, in any order of the legs. */
function legMisfit(state: DossierState, fact: DossierFact): ReviewCode | null {
  if (fact.type !== 'dossier.sentToAgency' && fact.type !== 'dossier.agencyReturned') return null;
  const leg = isAccepted(state) ? state.legs[fact.body.leg] : undefined;
  if (leg === undefined) return 'out-of-order';
  const isOpen = leg.sentAt !== null && leg.returnedAt === null;
  if (fact.type === 'dossier.agencyReturned') return isOpen ? null : 'out-of-order';
  return leg.sentAt === null ? null : 'out-of-order';
}

/** A dossier is voided on the day it was recorded; afterwards it is withdrawn, or returned without a result. */
const lateVoid = (state: DossierState, { type, body }: DossierFact): ReviewCode | null =>
  type === 'dossier.cancelled' && isAccepted(state) && dateOf(body.at) !== dateOf(state.received.receivedAt)
    ? 'not-cancellable'
    : null;

function consentMisfit(state: DossierState, fact: DossierFact, by: Person): ReviewCode | null {
  if (fact.type !== 'dossier.corrected' && fact.type !== 'dossier.cancelled') return null;
  return isAccepted(state) && isConsented(fact, by, state) ? null : 'no-consent';
}

const shortcutMisfit = (state: DossierState, { type }: DossierFact): ReviewCode | null =>
  isAccepted(state) && skipsProcessing(type, state) ? 'out-of-order' : null;

function ask(
  state: DossierState,
  fact: Extract<DossierFact, { type: 'intake.supplementRequested' | 'intake.refused' }>,
  origin: FactOrigin,
): DossierState {
  const before = isPetition(state) ? state : null;
  const orphans = state.status === 'absent' ? state.orphans : [];
  return {
    id: fact.dossier,
    status: fact.type === 'intake.refused' ? 'refused' : 'intakeSupplement',
    version: (before?.version ?? orphans.length) + 1,
    applicant: fact.body.applicant,
    procedure: fact.body.procedure,
    askedAt: fact.body.at,
    askedBy: origin.actor,
    items: fact.type === 'intake.refused' ? (before?.items ?? []) : fact.body.items,
    reason: fact.body.reason,
    slips: (before?.slips ?? 0) + 1,
    reviews: before?.reviews ?? orphans,
  };
}

function begin(state: DossierState, id: string, received: DossierReceived, origin: FactOrigin): Dossier {
  const reviews = state.status === 'absent' ? state.orphans : state.reviews;
  return {
    id,
    status: 'received',
    version: (state.status === 'absent' ? state.orphans.length : state.version) + 1,
    received,
    current: received,
    receivedBy: origin.actor,
    corrections: 0,
    correctedAt: null,
    consents: [],
    dueAt: received.dueAt,
    measuredDueAt: received.dueAt,
    pauses: [],
    supplements: 0,
    reschedules: 0,
    legs: received.legs.map(freshLeg),
    holder: null,
    finishedAt: null,
    readyAt: null,
    deliveredAt: null,
    deliveredTo: null,
    paymentVnd: null,
    takings: [],
    cancelledAt: null,
    reprints: 0,
    reviews,
  };
}

type Step = Exclude<
  DossierFact,
  { type: 'dossier.received' | 'intake.supplementRequested' | 'intake.refused' | 'intake.lapsed' }
>;

/** One step of an accepted dossier: the state of the table, and what else the fact tells. */
function step(state: Dossier, fact: Step, by: Person): Dossier {
  const { to } = transitions[fact.type];
  const status = to === 'same' ? state.status : (to as DossierStatus);
  return {
    ...state,
    status,
    version: state.version + 1,
    ...promisedAfter(state, fact),
    ...told(state, fact, by),
  };
}

function told(state: Dossier, fact: Step, by: Person): Partial<Dossier> {
  switch (fact.type) {
    case 'dossier.forwarded':
      return { holder: { unit: fact.body.unit, officer: fact.body.officer } };
    case 'dossier.recalled':
      return { holder: null };
    case 'dossier.sentToAgency':
      return { legs: withLeg(state.legs, fact.body.leg, { sentAt: fact.body.at }) };
    case 'dossier.agencyReturned':
      return agencyReturned(state, fact.body.leg, fact.body.at);
    case 'dossier.supplementRequested':
      return { supplements: state.supplements + 1, pauses: paused(state, 'supplement', fact.body.at) };
    case 'dossier.paymentRequested':
      return { pauses: paused(state, 'payment', fact.body.at), paymentVnd: fact.body.amountVnd };
    case 'dossier.suspended':
      return { pauses: paused(state, 'suspension', fact.body.at) };
    case 'dossier.paymentReceived':
      return {
        pauses: resumed(state, fact.body.at),
        paymentVnd: null,
        takings: withTaking(state, fact.body, fact.body.collectedVnd),
      };
    case 'dossier.supplementReceived':
    case 'dossier.resumed':
      return { pauses: resumed(state, fact.body.at) };
    case 'dossier.rescheduled':
      return { reschedules: state.reschedules + 1 };
    case 'dossier.resultReady':
      return { readyAt: fact.body.at, finishedAt: fact.body.at };
    case 'dossier.returnedWithoutResult':
    case 'dossier.withdrawn':
      return { finishedAt: fact.body.at, pauses: resumed(state, fact.body.at) };
    case 'dossier.delivered':
      return {
        deliveredAt: fact.body.at,
        deliveredTo: fact.body.receiver.name,
        takings: withTaking(state, fact.body, fact.body.feeCollectedVnd),
      };
    case 'dossier.cancelled':
      return { cancelledAt: fact.body.at, consents: [] };
    case 'consent.given':
      return { consents: [...state.consents, consentOf(fact.body, by)] };
    case 'dossier.corrected':
      return corrected(state, fact.body);
    case 'dossier.redated':
      return {
        current: { ...state.current, dueAt: fact.body.newDueAt },
        corrections: state.corrections + 1,
        correctedAt: fact.body.at,
      };
    case 'receipt.reprinted':
      return { reprints: Math.max(state.reprints, fact.body.copy) };
    case 'dossier.submittedForApproval':
    case 'dossier.sentBack':
      return {};
    default:
      return unreachable(fact);
  }
}

type CorrectedBody = Extract<Step, { type: 'dossier.corrected' }>['body'];

/** The new receipt counts: its number goes up, and the promise is the corrected one. */
const corrected = (state: Dossier, { at, changes }: CorrectedBody): Partial<Dossier> => ({
  current: correctedBody(state.current, changes),
  corrections: state.corrections + 1,
  correctedAt: at,
  consents: [],
  ...(changes.legs === null ? {} : { legs: changes.legs.map(freshLeg) }),
});

const freshLeg = ({ agency, dueAt }: DossierReceived['legs'][number]): LegState => ({
  agency,
  dueAt,
  sentAt: null,
  returnedAt: null,
});

/** Nothing taken is no taking. */
const withTaking = (
  { takings }: Dossier,
  { at, shift, receipt }: Omit<DossierTaking, 'vnd'>,
  vnd: number,
): Dossier['takings'] => (vnd === 0 ? takings : [...takings, { at, vnd, receipt, shift }]);

/** The desk has it back when no agency holds it any more. */
function agencyReturned(state: Dossier, index: number, at: LocalDateTime): Partial<Dossier> {
  const legs = withLeg(state.legs, index, { returnedAt: at });
  const isOut = legs.some((leg) => leg.sentAt !== null && leg.returnedAt === null);
  return { legs, status: isOut ? 'interlinked' : 'processing' };
}

const withLeg = (legs: readonly LegState[], index: number, change: Partial<LegState>): readonly LegState[] =>
  legs.map((leg, n) => (n === index ? { ...leg, ...change } : leg));

const paused = (state: Dossier, cause: Pause['cause'], from: LocalDateTime): readonly Pause[] => [
  ...state.pauses,
  { cause, from, until: null },
];

const resumed = (state: Dossier, until: LocalDateTime): readonly Pause[] =>
  state.pauses.map((pause) => (pause.until === null ? { ...pause, until } : pause));

function withReview(state: DossierState, code: ReviewCode, { device, epoch, seq }: FactOrigin): DossierState {
  const review: Review = { code, device, epoch, seq };
  if (state.status === 'absent') return { status: 'absent', orphans: [...state.orphans, review] };
  return { ...state, version: state.version + 1, reviews: [...state.reviews, review] };
}

/** How an agency kept its share: by the day, like everything the citizen is promised. */
export function legMark(leg: LegState): 'early' | 'onTime' | 'late' | null {
  if (leg.returnedAt === null) return null;
  const [done, due] = [dateOf(leg.returnedAt), dateOf(leg.dueAt)];
  if (done === due) return 'onTime';
  return done < due ? 'early' : 'late';
}
