import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result } from '../../result.ts';
import { dateOf } from '../base/local-date.ts';
import { actingRole, type Role } from '../base/roles.ts';
import type { RuleSet } from '../catalogue/rule-set.ts';
import { skipsProcessing } from './at-once.ts';
import type { Person } from './consent.ts';
import { type Dossier, type DossierState, heldVnd, isAccepted } from './dossier.ts';
import type { DossierEventType, DossierFact } from './dossier-events.ts';
import { type Status, statuses, transitions } from './lifecycle.ts';
import { mayRecall, stepMisfit } from './misfit.ts';

/** An accepted dossier for which the table of steps allows `type` now, or why not. */
export function allowStep(state: DossierState, type: DossierEventType): Result<Dossier, Refusal> {
  if (!isAccepted(state)) return err(refuse('dossier-unknown'));
  if ((transitions[type].from as readonly Status[]).includes(state.status)) {
    if (skipsProcessing(type, state)) return err(refuse('not-processed'));
    const held = type === 'dossier.cancelled' ? heldVnd(state) : 0;
    return held > 0 ? err(refuse('money-held', undefined, { vnd: held })) : ok(state);
  }
  const closed = statuses[state.status].clock === 'ended';
  return err(refuse(closed ? 'closed' : 'not-now', undefined, { status: state.status }));
}

/** True when `by` can take step `type` now: what a screen offers, by the table that also decides it. */
export function isOpenStep(
  dossier: Dossier,
  type: DossierEventType,
  by: { readonly officer: string; readonly roles: readonly Role[] },
): boolean {
  const role = actingRole(by.roles, transitions[type].by);
  return (
    allowStep(dossier, type).ok &&
    role !== null &&
    mayRecall(dossier, type, { actor: by.officer, role }) &&
    hasWhatItTakes(dossier, type) &&
    !(type === 'dossier.resultReady' && isUnsigned(dossier) && role !== 'leader')
  );
}

/** Waits for a leader's signature: only what the desk resolves while the citizen waits has a result without it. */
export const isUnsigned = ({ status, signedAt }: Dossier): boolean =>
  status === 'awaitingApproval' && signedAt === null;

/** Agencies are offered only while there is a leg to send or to take back, a refund while there is money, a recall until it is begun. */
function hasWhatItTakes(dossier: Dossier, type: DossierEventType): boolean {
  const { legs } = dossier;
  if (type === 'dossier.signed') return dossier.signedAt === null;
  if (type === 'dossier.recalled') return dossier.handedOn !== null;
  if (type === 'dossier.refunded') return heldVnd(dossier) > 0;
  if (type === 'dossier.sentToAgency') return legs.some(({ sentAt }) => sentAt === null);
  if (type === 'dossier.agencyReturned')
    return legs.some((leg) => leg.sentAt !== null && leg.returnedAt === null);
  return true;
}

/** A step that needs nothing but its place in the table: forwarding, approval, sending back, withdrawal … */
export type PlainStep = Exclude<
  DossierFact,
  {
    type:
      | `intake.${string}`
      | 'dossier.received'
      | 'dossier.delivered'
      | 'dossier.cancelled'
      | 'dossier.corrected'
      | 'consent.given'
      | 'dossier.receiptAssigned'
      | 'receipt.reprinted';
  }
>;

/**
 * Decides any step of an accepted dossier. Limits come from the rule set; the dates of steps that start the clock
 * again were computed by the caller (`paused-due.ts`) and are checked here.
 * @param by who takes it, in the role that is recorded
 * @source docs/sources.md#lifecycle
 */
export function decideStep(
  state: DossierState,
  fact: PlainStep,
  by: Person,
  rules: RuleSet,
): Result<PlainStep, Refusal> {
  const possible = allowStep(state, fact.type);
  if (!possible.ok) return possible;
  const refusal =
    reasonRefusal(fact) ?? limitRefusal(possible.value, fact, rules) ?? dateRefusal(possible.value, fact);
  if (refusal !== null) return err(refusal);
  const misfit = stepMisfit(state, fact, by);
  if (misfit === null) return ok(fact);
  if (misfit !== 'not-permitted') return err(refuse('not-now'));
  return err(refuse(fact.type === 'dossier.recalled' ? 'recall-not-yours' : 'not-permitted'));
}

/** People are owed a reason in words, not in blanks; a payment's and a recall's are notes that may be left out. */
function reasonRefusal({ type, body }: PlainStep): Refusal | null {
  const isNote = type === 'dossier.paymentRequested' || type === 'dossier.recalled';
  if ('reason' in body && !isNote && isBlank(body.reason)) return refuse('reason-missing', 'reason');
  if ('request' in body && isBlank(body.request)) return refuse('reason-missing', 'request');
  if ('unit' in body && isBlank(body.unit)) return refuse('reason-missing', 'unit');
  if ('legalBasis' in body && isBlank(body.legalBasis)) return refuse('reason-missing', 'legalBasis');
  const asked = type === 'dossier.supplementRequested' ? body.items.filter((item) => !isBlank(item)) : null;
  return asked?.length === 0 ? refuse('reason-missing', 'items') : null;
}

const isBlank = (text: string): boolean => text.trim() === '';

function limitRefusal(dossier: Dossier, fact: PlainStep, rules: RuleSet): Refusal | null {
  if (fact.type === 'dossier.resultReady' && isUnsigned(dossier)) return refuse('not-signed');
  if (fact.type === 'dossier.signed' && dossier.signedAt !== null) return refuse('not-now');
  if (fact.type === 'dossier.supplementRequested' && dossier.supplements >= rules.supplementLimit) {
    return refuse('supplement-limit', undefined, { count: dossier.supplements });
  }
  if (fact.type === 'dossier.rescheduled' && dossier.reschedules >= rules.rescheduleLimit) {
    return refuse('reschedule-limit', undefined, { count: dossier.reschedules });
  }
  if (fact.type === 'dossier.paymentRequested' && fact.body.amountVnd === 0)
    return refuse('amount-nothing', 'amountVnd');
  const held = heldVnd(dossier);
  return fact.type === 'dossier.refunded' && fact.body.vnd > held
    ? refuse('refund-too-much', 'amountVnd', { vnd: held })
    : null;
}

function dateRefusal(dossier: Dossier, fact: PlainStep): Refusal | null {
  if (fact.type === 'dossier.supplementRequested' && fact.body.answerBy !== null)
    return fact.body.answerBy < dateOf(fact.body.at) ? refuse('answer-in-past', 'answerBy') : null;
  if (!('oldDueAt' in fact.body)) return null;
  const { oldDueAt, newDueAt } = fact.body;
  if (oldDueAt !== dossier.dueAt) return refuse('not-now');
  if (fact.type !== 'dossier.rescheduled') return null;
  if (newDueAt <= oldDueAt) return refuse('new-due-not-later', 'newDueAt');
  return newDueAt < fact.body.at ? refuse('due-in-past', 'newDueAt') : null;
}
