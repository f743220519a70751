import { isRealDate, type LocalDateTime } from '../base/local-date.ts';
import { type DossierState, isAccepted } from './dossier.ts';
import type { DossierFact } from './dossier-events.ts';

/**
 * The doubt about dates that a body may hold and no office can mean: a birth on a day that no calendar has, something
 * promised before the dossier was received. Minutes that do not exist are no bodies at all.
 */
export function dateDoubt(
  state: DossierState,
  fact: DossierFact,
): 'due-before-receipt' | 'date-unreal' | null {
  const received = receivedAt(state, fact);
  if (received !== null && promisedIn(fact).some((due) => due < received)) return 'due-before-receipt';
  const birth = birthIn(fact);
  return birth.length === 10 && !isRealDate(birth) ? 'date-unreal' : null;
}

function receivedAt(state: DossierState, fact: DossierFact): LocalDateTime | null {
  if (fact.type === 'dossier.received') return fact.body.receivedAt;
  return isAccepted(state) ? state.received.receivedAt : null;
}

/** Every minute that a fact promises: of the whole, and of the agencies' shares. */
function promisedIn({ type, body }: DossierFact): readonly LocalDateTime[] {
  if (type === 'dossier.received') return [body.dueAt, ...body.legs.map(({ dueAt }) => dueAt)];
  if (type === 'dossier.corrected') {
    const { due, legs } = body.changes;
    return [...(due === null ? [] : [due.at]), ...(legs ?? []).map(({ dueAt }) => dueAt)];
  }
  return [...('newDueAt' in body ? [body.newDueAt] : []), ...('legsDueAt' in body ? body.legsDueAt : [])];
}

function birthIn({ type, body }: DossierFact): string {
  const applicant =
    type === 'dossier.corrected' ? body.changes.applicant : 'applicant' in body ? body.applicant : null;
  return applicant?.birthDate ?? '';
}
