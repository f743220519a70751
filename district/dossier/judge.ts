import { isCashEventType } from '../../shared/domain/cash/cash-events.ts';
import { absent, type DossierState } from '../../shared/domain/dossier/dossier.ts';
import { type DoubtCode, doubtOf, offerDoubt, officerDoubt } from '../../shared/domain/dossier/doubt.ts';
import { evolve } from '../../shared/domain/dossier/evolve.ts';
import { misfitOf } from '../../shared/domain/dossier/misfit.ts';
import type { Verdict } from '../../shared/protocol/bodies.ts';
import type { EventEnvelope, ReadEvent } from '../../shared/protocol/event.ts';
import { readCashFact, readFact } from '../../shared/protocol/fact.ts';
import { bodyVersion } from '../../shared/protocol/older-bodies.ts';
import type { Bench } from './commune.ts';
import { receiptOf } from './serials.ts';

export interface Judged {
  readonly link: ReadEvent;
  readonly verdict: Verdict;
}

/**
 * Gives every event its verdict and folds it into its dossier. Nothing is turned away here: what does not fit
 * is in the log all the same and waits for a person.
 * @param bench what the commune is known by
 * @param states of the dossiers the events name; changed in place, a missing one is absent
 */
export function judge(
  links: readonly ReadEvent[],
  states: Map<string, DossierState>,
  bench: Bench,
): readonly Judged[] {
  return links.map((link) => {
    const verdict = judgeOne(link.event, states, bench);
    const receipt = verdict.outcome === 'rejected' ? null : receiptOf(link);
    // Money that a person must look at for another reason has been taken all the same: its receipt is used.
    const isNew = receipt === null || bench.useSerial(receipt);
    return { link, verdict: isNew || verdict.outcome !== 'accepted' ? verdict : serialTwice };
  });
}

const accepted: Verdict = { outcome: 'accepted', code: '' };
const serialTwice: Verdict = { outcome: 'needsReview', code: 'serial-twice' satisfies DoubtCode };
const badBody: Verdict = { outcome: 'rejected', code: 'bad-body' };

function judgeOne(event: EventEnvelope, states: Map<string, DossierState>, bench: Bench): Verdict {
  const read = readFact(event);
  // What a newer version wrote is for a newer server to read; it is kept and passed on as it is.
  if (read.kind === 'unknown') return isCashEventType(event.type) ? judgeCash(event, bench) : accepted;
  if (read.kind === 'bad-body') return badBody;
  const state = states.get(read.fact.dossier) ?? absent;
  const trouble =
    misfitOf(state, read.fact, read.origin) ??
    doubtOf(state, read.fact, read.origin, bench) ??
    offerDoubt(state, read.fact, event.catalogueEdition, bench);
  states.set(read.fact.dossier, evolve(state, read.fact, read.origin));
  if (read.fact.type === 'dossier.received') bench.take(read.fact.body.code, read.fact.dossier);
  return trouble === null ? accepted : { outcome: 'needsReview', code: trouble };
}

/** A drawer is an officer's own: who opened and closed it must be one. */
function judgeCash(event: EventEnvelope, bench: Bench): Verdict {
  if (readCashFact(event) === null) return event.v > bodyVersion(event.type) ? accepted : badBody;
  const doubt = officerDoubt({ actor: event.actor, role: event.role, at: event.deviceTime }, bench);
  return doubt === null ? accepted : { outcome: 'needsReview', code: doubt };
}
