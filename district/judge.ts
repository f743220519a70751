import { absent, type DossierState, evolve, misfitOf } from '../shared/domain/dossier.ts';
import { type DossierFact, dossierEvents, isDossierEventType } from '../shared/domain/dossier-events.ts';
import type { Verdict } from '../shared/protocol/bodies.ts';
import type { EventEnvelope, ReadEvent } from '../shared/protocol/event.ts';

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
  if (!isDossierEventType(event.type)) return accepted;
  const fact = factOf(event, event.type);
  // A newer version of the body is for a newer server to read; it is kept and passed on as it is.
  if (fact === null) return event.v > knownBodyVersion ? accepted : badBody;
  const state = states.get(fact.dossier) ?? absent;
  const misfit = misfitOf(state, fact);
  const { device, epoch, seq, actor, role, deviceTime } = event;
  states.set(fact.dossier, evolve(state, fact, { device, epoch, seq, actor, role, at: deviceTime }));
  return misfit === null ? accepted : { outcome: 'needsReview', code: misfit };
}

const knownBodyVersion = 1;

function factOf(event: EventEnvelope, type: DossierFact['type']): DossierFact | null {
  const body = dossierEvents[type].safeParse(event.body);
  if (event.basedOn === null || !body.success) return null;
  return { type, dossier: event.basedOn.dossier, body: body.data } as DossierFact;
}
