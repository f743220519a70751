import { absent, type DossierState } from '../../shared/domain/dossier/dossier.ts';
import { evolve } from '../../shared/domain/dossier/evolve.ts';
import { misfitOf } from '../../shared/domain/dossier/misfit.ts';
import type { Verdict } from '../../shared/protocol/bodies.ts';
import type { EventEnvelope, ReadEvent } from '../../shared/protocol/event.ts';
import { readFact } from '../../shared/protocol/fact.ts';

export interface Judged {
  readonly link: ReadEvent;
  readonly verdict: Verdict;
}

/**
 * Gives every event its verdict and folds it into its dossier. Nothing is turned away here: what does not fit
 * is in the log all the same and waits for a person.
 * @param states of the dossiers the events name; changed in place, a missing one is absent
 */
export function judge(links: readonly ReadEvent[], states: Map<string, DossierState>): readonly Judged[] {
  return links.map((link) => ({ link, verdict: judgeOne(link.event, states) }));
}

const accepted: Verdict = { outcome: 'accepted', code: '' };
const badBody: Verdict = { outcome: 'rejected', code: 'bad-body' };

function judgeOne(event: EventEnvelope, states: Map<string, DossierState>): Verdict {
  const read = readFact(event);
  // What a newer version wrote is for a newer server to read; it is kept and passed on as it is.
  if (read.kind === 'unknown') return accepted;
  if (read.kind === 'bad-body') return badBody;
  const state = states.get(read.fact.dossier) ?? absent;
  const misfit = misfitOf(state, read.fact, read.origin);
  states.set(read.fact.dossier, evolve(state, read.fact, read.origin));
  return misfit === null ? accepted : { outcome: 'needsReview', code: misfit };
}
