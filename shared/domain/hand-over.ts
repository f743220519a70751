import { type Refusal, refuse } from '../contract/refusal.ts';
import { err, ok, type Result, unreachable } from '../result.ts';
import type { DossierState } from './dossier.ts';
import type { DossierFact } from './dossier-events.ts';
import type { LocalDateTime } from './local-date.ts';

type Delivered = Extract<DossierFact, { type: 'dossier.delivered' }>;
type Ready = Extract<DossierFact, { type: 'dossier.resultReady' }>;

/** The result is at the desk. @source docs/sources.md#lifecycle */
export function markReady(state: DossierState, at: LocalDateTime, note: string): Result<Ready, Refusal> {
  switch (state.status) {
    case 'absent':
      return err(refuse('dossier-unknown'));
    case 'received':
      return ok({ type: 'dossier.resultReady', dossier: state.id, body: { at, note } });
    case 'resultReady':
      return err(refuse('already-ready'));
    case 'delivered':
    case 'cancelled':
      return err(refuse('closed'));
    default:
      return unreachable(state);
  }
}

/**
 * Hands the result to the citizen or to whoever comes for them; another person is named with their tie to the
 * applicant. A promised date that has passed gives no right to refuse.
 * @source docs/sources.md#lifecycle
 */
export function handOver(state: DossierState, body: Delivered['body']): Result<Delivered, Refusal> {
  switch (state.status) {
    case 'absent':
      return err(refuse('dossier-unknown'));
    case 'received':
      return err(refuse('not-ready-yet', undefined, { due: state.received.dueAt }));
    case 'resultReady':
      return deliver(state.id, body);
    case 'delivered':
      return err(refuse('already-delivered', undefined, { to: state.deliveredTo ?? '' }));
    case 'cancelled':
      return err(refuse('closed'));
    default:
      return unreachable(state);
  }
}

function deliver(dossier: string, body: Delivered['body']): Result<Delivered, Refusal> {
  if (body.receiver.name.trim() === '') return err(refuse('receiver-missing', 'receiver.name'));
  if (body.receiver.kind === 'other' && body.receiver.relation.trim() === '') {
    return err(refuse('receiver-missing', 'receiver.relation'));
  }
  return ok({ type: 'dossier.delivered', dossier, body });
}
