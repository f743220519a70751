import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result } from '../../result.ts';
import type { LocalDateTime } from '../base/local-date.ts';
import { type DossierState, isAccepted } from './dossier.ts';
import type { DossierFact, IssuedResult } from './dossier-events.ts';
import { statuses } from './lifecycle.ts';
import { allowStep } from './processing.ts';

type Delivered = Extract<DossierFact, { type: 'dossier.delivered' }>;
type Ready = Extract<DossierFact, { type: 'dossier.resultReady' }>;

/** The result is at the desk. @source docs/sources.md#lifecycle */
export function markReady(
  state: DossierState,
  body: { readonly at: LocalDateTime; readonly note: string; readonly result: IssuedResult },
): Result<Ready, Refusal> {
  if (state.status === 'resultReady') return err(refuse('already-ready'));
  const possible = allowStep(state, 'dossier.resultReady');
  return possible.ok ? ok({ type: 'dossier.resultReady', dossier: possible.value.id, body }) : possible;
}

/**
 * Hands the result, or the papers of a dossier that ended without one, to the citizen or to whoever comes for
 * them; another person is named with their tie to the applicant. A promised date that has passed gives no right
 * to refuse.
 * @source docs/sources.md#lifecycle
 */
export function handOver(state: DossierState, body: Delivered['body']): Result<Delivered, Refusal> {
  if (isAccepted(state) && state.status === 'delivered') {
    return err(refuse('already-delivered', undefined, { to: state.deliveredTo ?? '' }));
  }
  if (isAccepted(state) && statuses[state.status].clock !== 'ended') {
    return err(refuse('not-ready-yet', undefined, { due: state.dueAt }));
  }
  const possible = allowStep(state, 'dossier.delivered');
  return possible.ok ? deliver(possible.value.id, body) : possible;
}

function deliver(dossier: string, body: Delivered['body']): Result<Delivered, Refusal> {
  if (body.receiver.name.trim() === '') return err(refuse('receiver-missing', 'receiver.name'));
  if (body.receiver.kind === 'other' && body.receiver.relation.trim() === '') {
    return err(refuse('receiver-missing', 'receiver.relation'));
  }
  return ok({ type: 'dossier.delivered', dossier, body });
}
