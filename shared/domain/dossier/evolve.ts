import { type Person } from './consent.ts';
import {
  type Dossier,
  type DossierState,
  type FactOrigin,
  isAccepted,
  isPetition,
  type Review,
  type ReviewCode,
} from './dossier.ts';
import type { DossierFact, DossierReceived } from './dossier-events.ts';
import { type DossierStatus, transitions } from './lifecycle.ts';
import { misfitOf } from './misfit.ts';
import { promisedAfter } from './promised.ts';
import { freshLeg, type Step, told, withTaking } from './told.ts';

/** Adds one fact to what is known. Total: a fact that does not fit is kept as a review, never dropped. */
export function evolve(state: DossierState, fact: DossierFact, origin: FactOrigin): DossierState {
  const misfit = misfitOf(state, fact, origin);
  if (misfit !== null) return withReview(withMoney(state, fact), misfit, origin);
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

/** Money lies in a drawer also where the step it was taken with did not fit: it is counted, and can be given back. */
function withMoney(state: DossierState, fact: DossierFact): DossierState {
  if (!isAccepted(state)) return state;
  if (fact.type === 'dossier.delivered')
    return { ...state, takings: withTaking(state, fact.body, fact.body.feeCollectedVnd) };
  return fact.type === 'dossier.paymentReceived'
    ? { ...state, takings: withTaking(state, fact.body, fact.body.collectedVnd) }
    : state;
}

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
    stoppedAt: null,
    pauses: [],
    supplements: 0,
    answerBy: null,
    reschedules: 0,
    legs: received.legs.map(freshLeg),
    holder: null,
    handedOn: null,
    signedAt: null,
    finishedAt: null,
    readyAt: null,
    deliveredAt: null,
    deliveredTo: null,
    paymentVnd: null,
    takings: [],
    refunds: [],
    cancelledAt: null,
    reprints: 0,
    reviews,
  };
}

/** One step of an accepted dossier: the state of the table, and what else the fact tells. */
function step(state: Dossier, fact: Step, by: Person): Dossier {
  const { to } = transitions[fact.type];
  const status = to === 'same' ? state.status : (to as DossierStatus);
  return {
    ...state,
    status,
    version: state.version + 1,
    handedOn: to === 'same' || paid.has(fact.type) ? state.handedOn : null,
    ...promisedAfter(state, fact),
    ...told(state, fact, by),
  };
}

/** What the cashier does is no beginning of the work. */
const paid: ReadonlySet<Step['type']> = new Set([
  'dossier.paymentRequested',
  'dossier.paymentReceived',
  'dossier.receiptAssigned',
]);

function withReview(state: DossierState, code: ReviewCode, { device, epoch, seq }: FactOrigin): DossierState {
  const review: Review = { code, device, epoch, seq };
  if (state.status === 'absent') return { status: 'absent', orphans: [...state.orphans, review] };
  return { ...state, version: state.version + 1, reviews: [...state.reviews, review] };
}
