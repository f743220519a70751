import { consentsTo, isConsented, isGuarded, isSuperior, type Person } from './consent.ts';
import { type DossierState, isAccepted } from './dossier.ts';
import type { DossierFact } from './dossier-events.ts';
import { isUnsigned } from './processing.ts';

/**
 * The doubt about whose word stands behind a fact: a second person who could not give it, somebody named who did not, or a
 * result that no leader has signed. Where the desk asks for nobody (what it resolves while the citizen waits), there is none.
 * @param couldAct whether a person held that role when the fact was recorded
 * @source docs/sources.md#second-persons
 */
export const approvalDoubt = (
  state: DossierState,
  fact: DossierFact,
  by: Person,
  couldAct: (person: Person) => boolean,
): 'consent-doubtful' | 'result-unsigned' | null =>
  consentDoubt(state, fact, by, couldAct) ?? approverDoubt(state, fact, by) ?? signatureDoubt(state, fact);

/** A second person's word counts for the district only where that person could give it. */
function consentDoubt(
  state: DossierState,
  fact: DossierFact,
  by: Person,
  couldAct: (person: Person) => boolean,
): 'consent-doubtful' | null {
  if (!isGuarded(fact) || !isAccepted(state)) return null;
  const { receivedBy, consents } = state;
  const counted = isConsented(fact, by, { receivedBy, consents });
  const real = consents.filter(couldAct);
  return counted && !isConsented(fact, by, { receivedBy, consents: real }) ? 'consent-doubtful' : null;
}

/**
 * Whoever an act says answers for it is a superior who took it, or the one whose consent stands before it. Builds that
 * asked nobody let a counter approve its own request for papers: it stands, and is looked at.
 */
function approverDoubt(state: DossierState, fact: DossierFact, by: Person): 'consent-doubtful' | null {
  const named = answeringFor(fact);
  if (named === null || !isAccepted(state)) return null;
  if (named === by.actor) return isSuperior(by.role) ? null : 'consent-doubtful';
  const agreed = isGuarded(fact) && consentsTo(fact, state.consents).some(({ actor }) => actor === named);
  return agreed ? null : 'consent-doubtful';
}

/** Who approved, decided or signed, as the body says it; null where it names nobody. */
function answeringFor({ body }: DossierFact): string | null {
  if ('approvedBy' in body) return body.approvedBy;
  if ('decidedBy' in body) return body.decidedBy;
  return 'signedBy' in body ? body.signedBy : null;
}

/** The leader's signature is a fact of its own before the result, also where a leader says that it is ready. */
const signatureDoubt = (state: DossierState, { type }: DossierFact): 'result-unsigned' | null =>
  type === 'dossier.resultReady' && isAccepted(state) && isUnsigned(state) ? 'result-unsigned' : null;
