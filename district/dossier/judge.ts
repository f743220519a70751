import { isCashEventType } from '../../shared/domain/cash/cash-events.ts';
import { bookDoubt } from '../../shared/domain/cash/serial-doubt.ts';
import { absent, type DossierState } from '../../shared/domain/dossier/dossier.ts';
import { type DoubtCode, doubtOf, offerDoubt, officerDoubt } from '../../shared/domain/dossier/doubt.ts';
import { evolve } from '../../shared/domain/dossier/evolve.ts';
import { feeDoubt } from '../../shared/domain/dossier/fee-doubt.ts';
import { misfitOf } from '../../shared/domain/dossier/misfit.ts';
import { isOfficeEventType, type OfficeFact } from '../../shared/domain/office/office-events.ts';
import { closingDoubt, stands } from '../../shared/domain/office/register-closing.ts';
import type { Verdict } from '../../shared/protocol/bodies.ts';
import type { EventEnvelope, ReadEvent } from '../../shared/protocol/event.ts';
import { readCashFact, readFact, readOfficeFact } from '../../shared/protocol/fact.ts';
import { bodyVersion } from '../../shared/protocol/older-bodies.ts';
import { takesLine } from '../office/register.ts';
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
  if (read.kind === 'unknown') return judgeOther(event, bench);
  if (read.kind === 'bad-body') return badBody;
  const state = states.get(read.fact.dossier) ?? absent;
  const trouble =
    misfitOf(state, read.fact, read.origin) ??
    doubtOf(state, read.fact, read.origin, bench) ??
    offerDoubt(state, read.fact, event.catalogueEdition, bench) ??
    feeDoubt(state, read.fact, event.catalogueEdition, bench.fees) ??
    bookDoubt(read.fact, bench.booksOf);
  states.set(read.fact.dossier, evolve(state, read.fact, read.origin));
  if (read.fact.type === 'dossier.received') {
    bench.take(read.fact.body.code, read.fact.dossier);
    if (takesLine(trouble ?? '')) bench.takeLine(read.fact.body.register, read.fact.dossier);
  }
  return trouble === null ? accepted : { outcome: 'needsReview', code: trouble };
}

/** What is about no dossier: a drawer is an officer's own, and a word about the office is somebody's. */
function judgeOther(event: EventEnvelope, bench: Bench): Verdict {
  const { type, v, actor, role, deviceTime } = event;
  if (!isCashEventType(type) && !isOfficeEventType(type)) return accepted;
  const office = readOfficeFact(event);
  if (office === null && readCashFact(event) === null) return v > bodyVersion(type) ? accepted : badBody;
  const officer = officerDoubt({ actor, role, at: deviceTime }, bench);
  const doubt = officer ?? (office === null ? null : closingDoubt(office, role, bench));
  if (office !== null && stands(doubt ?? '')) keepClosing(office, bench);
  return doubt === null ? accepted : { outcome: 'needsReview', code: doubt };
}

/** What comes later in the batch is judged by what it has closed. */
function keepClosing(fact: OfficeFact, bench: Bench): void {
  if (fact.type === 'register.closed') bench.setClosed(fact.body.volume, true);
  if (fact.type === 'register.reopened') bench.setClosed(fact.body.volume, false);
}
