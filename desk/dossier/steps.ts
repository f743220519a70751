import { transact } from '../../db/open.ts';
import type { Answer } from '../../shared/contract/desk-api.ts';
import type { Caller } from '../../shared/contract/dispatch.ts';
import type { StepRequest } from '../../shared/contract/dossier/steps.ts';
import { type Refusal, refuse } from '../../shared/contract/refusal.ts';
import { actingRole } from '../../shared/domain/base/roles.ts';
import { isGuarded } from '../../shared/domain/dossier/consent.ts';
import { type DossierState, isAccepted } from '../../shared/domain/dossier/dossier.ts';
import { answerDay } from '../../shared/domain/dossier/duties.ts';
import { transitions } from '../../shared/domain/dossier/lifecycle.ts';
import { allowStep, decideStep, isUnsigned, type PlainStep } from '../../shared/domain/dossier/processing.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type DeskContext, now, rulesToday, today } from '../context.ts';
import type { Session } from '../machine/session.ts';
import { getDossier } from './dossier-service.ts';
import { confirmSecond, recordWithConsent, viewConsent } from './second-person.ts';
import { type Deciding, factOf, supplementOf } from './step-facts.ts';
import { queueStepPaper } from './step-papers.ts';

/**
 * Takes any step between receipt and result: the table of steps says whether it is possible and in which role, the
 * rule set how often, the calendar to which date. The paper that belongs to it is queued in the same transaction.
 */
export async function takeStep(
  desk: DeskContext,
  session: Session,
  request: StepRequest,
  by: Caller,
): Promise<Answer<'dossier.step'>> {
  const role = actingRole(by.roles, transitions[request.step].by);
  if (role === null) return err([refuse('not-permitted')]);
  const acting: Caller = { ...by, role };
  const second = await confirmSecond(session, 'approver' in request ? request.approver : null);
  if (!second.ok) return err([second.error]);
  const decided = transact(desk.stores.db, () => {
    signFirst(desk, request, acting);
    const fact = decide(desk, desk.stores.projections.read(request.id), request, {
      acting,
      second: second.value,
    });
    if (!fact.ok) return fact;
    queueStepPaper(desk, fact.value, acting);
    return fact;
  });
  if (!decided.ok) return err([decided.error]);
  desk.recorded([request.id]);
  return getDossier(desk, request.id, by);
}

/** The day a citizen would be given who is asked for more now, and whose consent that takes. */
export function previewSupplement(
  desk: DeskContext,
  id: string,
  by: Caller,
): Answer<'dossier.supplementPreview'> {
  const possible = allowStep(desk.stores.projections.read(id), 'dossier.supplementRequested');
  if (!possible.ok) return err([possible.error]);
  const answerBy = answerDay(today(desk), rulesToday(desk));
  const words = { items: ['-'], reason: '-', legalBasis: '-', answerBy };
  const view = viewConsent(desk, supplementOf(desk, id, words, by.officer), by, possible.value);
  return view.ok ? ok({ ...view.value, answerBy }) : err([view.error]);
}

/** A leader who says that a result is ready has signed it. */
function signFirst(desk: DeskContext, { id, step }: StepRequest, by: Caller): void {
  const state = desk.stores.projections.read(id);
  if (step !== 'dossier.resultReady' || by.role !== 'leader' || !isAccepted(state) || !isUnsigned(state))
    return;
  desk.ledger.record({ type: 'dossier.signed', dossier: id, body: { at: now(desk), note: '' } }, by);
}

/** Decides the step and records it, with the consent it needs before it. */
function decide(
  desk: DeskContext,
  state: DossierState,
  request: StepRequest,
  { acting, second }: Deciding,
): Result<PlainStep, Refusal> {
  const possible = allowStep(state, request.step);
  if (!possible.ok) return possible;
  const fact = factOf(desk, possible.value, request, { acting, second });
  if (!fact.ok) return fact;
  const by = { actor: acting.officer, role: acting.role };
  const decided = decideStep(state, fact.value, by, rulesToday(desk).rules);
  if (!decided.ok) return decided;
  if (!isGuarded(decided.value)) {
    desk.ledger.record(decided.value, acting);
    return decided;
  }
  const { receivedBy } = possible.value;
  const recorded = recordWithConsent(desk, decided.value, { acting, second, receivedBy });
  return recorded.ok ? decided : recorded;
}
