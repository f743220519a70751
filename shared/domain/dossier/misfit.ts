import { dateOf, type LocalDateTime } from '../base/local-date.ts';
import { skipsProcessing } from './at-once.ts';
import { isConsented, isGuarded, isSuperior, type Person } from './consent.ts';
import {
  type Dossier,
  type DossierState,
  heldVnd,
  isAccepted,
  type ReviewCode,
  takingAt,
} from './dossier.ts';
import type { DossierEventType, DossierFact } from './dossier-events.ts';
import { type Status, statuses, transitions } from './lifecycle.ts';

/**
 * The reason why `fact` does not fit `state`, or null when it does: the district's verdict is the same.
 * @param by who recorded it, in which role
 */
export const misfitOf = (state: DossierState, fact: DossierFact, by: Person): ReviewCode | null =>
  stepMisfit(state, fact, by) ?? consentMisfit(state, fact, by);

/** The same for steps that one officer takes alone. */
export const stepMisfit = (state: DossierState, fact: DossierFact, by: Person): ReviewCode | null =>
  tableMisfit(state, fact) ??
  (transitions[fact.type].by.includes(by.role) && mayRecall(state, fact.type, by) ? null : 'not-permitted');

/** A passing on is called back by whoever passed it on, or by a superior; not after the next one has begun. */
export const mayRecall = (state: DossierState, type: DossierEventType, by: Person): boolean =>
  type !== 'dossier.recalled' ||
  (isAccepted(state) && (state.handedOn?.by === by.actor || isSuperior(by.role)));

function tableMisfit(state: DossierState, fact: DossierFact): ReviewCode | null {
  const { from } = transitions[fact.type];
  if ((from as readonly string[]).includes(state.status))
    return (
      recallMisfit(state, fact) ??
      legMisfit(state, fact) ??
      shortcutMisfit(state, fact) ??
      lateVoid(state, fact) ??
      moneyMisfit(state, fact)
    );
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

const recallMisfit = (state: DossierState, { type }: DossierFact): ReviewCode | null =>
  type === 'dossier.recalled' && isAccepted(state) && state.handedOn === null ? 'out-of-order' : null;

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
  if (!isGuarded(fact)) return null;
  return isAccepted(state) && isConsented(fact, by, state) ? null : 'no-consent';
}

const shortcutMisfit = (state: DossierState, { type }: DossierFact): ReviewCode | null =>
  isAccepted(state) && skipsProcessing(type, state) ? 'out-of-order' : null;

/** No void forgets what was taken, and nothing goes back that is not there. */
function moneyMisfit(state: DossierState, { type, body }: DossierFact): ReviewCode | null {
  if (!isAccepted(state)) return null;
  if (type === 'dossier.cancelled') return heldVnd(state) > 0 ? 'money-held' : null;
  if (type === 'dossier.receiptAssigned') return assignMisfit(state, body);
  return type === 'dossier.refunded' && body.vnd > heldVnd(state) ? 'refund-too-much' : null;
}

/** A receipt is given once, for money that is there. @returns `no-taking`, `receipt-known` */
export function assignMisfit(
  dossier: Dossier,
  meant: { readonly takenAt: LocalDateTime; readonly vnd: number },
): 'no-taking' | 'receipt-known' | null {
  const taking = takingAt(dossier, meant);
  if (taking === null || heldVnd(dossier) <= 0) return 'no-taking';
  return taking.receipt === null ? null : 'receipt-known';
}
