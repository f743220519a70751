import { unreachable } from '../../result.ts';
import type { LocalDateTime } from '../base/local-date.ts';
import { consentOf, type Person } from './consent.ts';
import { correctedBody } from './corrected-body.ts';
import { type Dossier, type DossierTaking, type LegState, type Pause, takingAt } from './dossier.ts';
import type { DossierFact, DossierReceived } from './dossier-events.ts';
import { type DossierStatus } from './lifecycle.ts';

/** A fact about a dossier that was accepted. */
export type Step = Exclude<
  DossierFact,
  { type: 'dossier.received' | 'intake.supplementRequested' | 'intake.refused' | 'intake.lapsed' }
>;

/** What a step tells besides the state it leads to. */
export function told(state: Dossier, fact: Step, by: Person): Partial<Dossier> {
  switch (fact.type) {
    case 'dossier.forwarded':
      return {
        holder: { unit: fact.body.unit, officer: fact.body.officer },
        handedOn: { by: by.actor, before: heldBy(state, by) },
      };
    case 'dossier.recalled':
      return recalled(state);
    case 'dossier.sentToAgency':
      return { legs: withLeg(state.legs, fact.body.leg, { sentAt: fact.body.at }) };
    case 'dossier.agencyReturned':
      return agencyReturned(state, fact.body);
    case 'dossier.supplementRequested':
      return {
        supplements: state.supplements + 1,
        answerBy: fact.body.answerBy,
        pauses: paused(state, 'supplement', fact.body.at),
        consents: [],
      };
    case 'dossier.paymentRequested':
      return { pauses: paused(state, 'payment', fact.body.at), paymentVnd: fact.body.amountVnd };
    case 'dossier.suspended':
      return { pauses: paused(state, 'suspension', fact.body.at) };
    case 'dossier.paymentReceived':
      return {
        pauses: resumed(state, fact.body.at),
        legs: withLegDues(state.legs, fact.body.legsDueAt),
        paymentVnd: null,
        takings: withTaking(state, fact.body, fact.body.collectedVnd),
      };
    case 'dossier.supplementReceived':
      return {
        status: workedOn(state.legs),
        answerBy: null,
        pauses: resumed(state, fact.body.at, fact.body.policy),
        legs: withLegDues(state.legs, fact.body.legsDueAt),
      };
    case 'dossier.resumed':
      return {
        pauses: resumed(state, fact.body.at),
        legs: withLegDues(state.legs, fact.body.legsDueAt),
      };
    case 'dossier.rescheduled':
      return { reschedules: state.reschedules + 1 };
    case 'dossier.resultReady':
      return { readyAt: fact.body.at, finishedAt: fact.body.at };
    case 'dossier.returnedWithoutResult':
    case 'dossier.withdrawn':
      // What was asked for and not paid is not owed any more.
      return {
        finishedAt: fact.body.at,
        answerBy: null,
        pauses: resumed(state, fact.body.at),
        paymentVnd: null,
      };
    case 'dossier.delivered':
      return {
        deliveredAt: fact.body.at,
        deliveredTo: fact.body.receiver.name,
        takings: withTaking(state, fact.body, fact.body.feeCollectedVnd),
      };
    case 'dossier.cancelled':
      return { cancelledAt: fact.body.at, consents: [], paymentVnd: null };
    case 'dossier.refunded': {
      const { at, vnd, reason, shift } = fact.body;
      return { refunds: [...state.refunds, { at, vnd, reason, shift }] };
    }
    case 'dossier.receiptAssigned': {
      const meant = takingAt(state, fact.body);
      const { receipt } = fact.body;
      return { takings: state.takings.map((one) => (one === meant ? { ...one, receipt } : one)) };
    }
    case 'consent.given':
      return { consents: [...state.consents, consentOf(fact.body, by)] };
    case 'dossier.corrected':
      return corrected(state, fact.body);
    case 'dossier.redated':
      return {
        current: { ...state.current, dueAt: fact.body.newDueAt },
        corrections: state.corrections + 1,
        correctedAt: fact.body.at,
        legs: withLegDues(state.legs, fact.body.legsDueAt),
      };
    case 'receipt.reprinted':
      return { reprints: Math.max(state.reprints, fact.body.copy) };
    case 'dossier.sentBack':
      return { status: workedOn(state.legs), signedAt: null };
    case 'dossier.signed':
      return { signedAt: fact.body.at };
    case 'dossier.resultTakenBack':
      // What the desk resolved alone is the desk's again; everything else is signed again.
      return {
        ...(state.holder === null ? { status: 'received' } : {}),
        readyAt: null,
        finishedAt: null,
        signedAt: null,
      };
    case 'dossier.submittedForApproval':
      return { handedOn: { by: by.actor, before: heldBy(state, by) } };
    default:
      return unreachable(fact);
  }
}

/** Who had it: a specialist who passes on what came to the whole unit had it in hand. */
const heldBy = ({ holder }: Dossier, by: Person): Dossier['holder'] =>
  holder === null
    ? null
    : { ...holder, officer: holder.officer ?? (by.role === 'specialist' ? by.actor : null) };

/** Back to whoever had it; what nobody had before the counter passed it on is the counter's again. */
function recalled({ status, legs, handedOn }: Dossier): Partial<Dossier> {
  const holder = handedOn?.before ?? null;
  if (status === 'awaitingApproval') return { holder, status: workedOn(legs), signedAt: null };
  return { holder, status: holder === null ? 'received' : 'processing' };
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

export const freshLeg = ({ agency, dueAt }: DossierReceived['legs'][number]): LegState => ({
  agency,
  dueAt,
  sentAt: null,
  returnedAt: null,
});

/** Nothing taken is no taking. */
export const withTaking = (
  { takings }: Dossier,
  { at, shift, receipt }: Omit<DossierTaking, 'vnd'>,
  vnd: number,
): Dossier['takings'] => (vnd === 0 ? takings : [...takings, { at, vnd, receipt, shift }]);

/** A share that lacks a paper is to be sent again; the desk has the dossier when no agency holds it any more. */
function agencyReturned(
  state: Dossier,
  { at, leg, missing }: Extract<Step, { type: 'dossier.agencyReturned' }>['body'],
): Partial<Dossier> {
  const legs = withLeg(state.legs, leg, missing === '' ? { returnedAt: at } : { sentAt: null });
  return state.status === 'interlinked' ? { legs, status: workedOn(legs) } : { legs };
}

/** Where a dossier goes on that nothing stops: with an agency as long as one holds it. */
const workedOn = (legs: readonly LegState[]): DossierStatus =>
  legs.some((leg) => leg.sentAt !== null && leg.returnedAt === null) ? 'interlinked' : 'processing';

const withLeg = (legs: readonly LegState[], index: number, change: Partial<LegState>): readonly LegState[] =>
  legs.map((leg, n) => (n === index ? { ...leg, ...change } : leg));

const paused = (state: Dossier, cause: Pause['cause'], from: LocalDateTime): readonly Pause[] => [
  ...state.pauses,
  { cause, from, until: null, policy: null },
];

const resumed = (state: Dossier, until: LocalDateTime, policy: Pause['policy'] = null): readonly Pause[] =>
  state.pauses.map((pause) => (pause.until === null ? { ...pause, until, policy } : pause));

/** A share that was given back keeps the date it was judged by. */
const withLegDues = (legs: readonly LegState[], dates: readonly LocalDateTime[]): readonly LegState[] =>
  dates.length === legs.length
    ? legs.map((leg, n) => (leg.returnedAt === null ? { ...leg, dueAt: dates[n] ?? leg.dueAt } : leg))
    : legs;
