import * as fc from 'fast-check';
import { decree61 } from '../../../shared/domain/catalogue/rule-set.ts';
import { absent, isAccepted } from '../../../shared/domain/dossier/dossier.ts';
import type { DossierEventType, DossierFact } from '../../../shared/domain/dossier/dossier-events.ts';
import { evolve } from '../../../shared/domain/dossier/evolve.ts';
import { statuses } from '../../../shared/domain/dossier/lifecycle.ts';
import { misfitOf } from '../../../shared/domain/dossier/misfit.ts';
import { decideStep, type PlainStep } from '../../../shared/domain/dossier/processing.ts';
import { everyType, factOf, originAt } from './every-fact.ts';

/** Long lives, most of them begun as real ones begin: facts at random seldom get past the first step. */
export const anyLife: fc.Arbitrary<readonly DossierEventType[]> = fc
  .tuple(
    fc.constantFrom<readonly DossierEventType[]>(
      [],
      ['dossier.received'],
      ['dossier.received', 'dossier.forwarded'],
      ['intake.supplementRequested', 'dossier.received', 'dossier.forwarded'],
    ),
    fc.array(fc.constantFrom(...everyType), { maxLength: 40, size: 'max' }),
  )
  .map(([begun, more]) => [...begun, ...more]);

const decidedElsewhere: ReadonlySet<DossierEventType> = new Set([
  'intake.supplementRequested',
  'intake.refused',
  'intake.lapsed',
  'dossier.received',
  'dossier.delivered',
  'dossier.cancelled',
  'dossier.corrected',
  'consent.given',
  'dossier.receiptAssigned',
  'receipt.reprinted',
]);
const isPlainStep = (fact: DossierFact): fact is PlainStep => !decidedElsewhere.has(fact.type);

/**
 * Lives through facts in any order and says what was broken, or null: every fact is counted, every misfit kept, what
 * is decided always fits, a pause is open exactly while the clock stands, and what was first recorded never changes.
 */
export function brokenIn(types: readonly DossierEventType[]): string | null {
  let state = absent;
  let misfits = 0;
  for (const [index, type] of types.entries()) {
    const fact = factOf(type);
    const misfit = misfitOf(state, fact, originAt(index + 1, type));
    if (
      isPlainStep(fact) &&
      misfit !== null &&
      decideStep(state, fact, originAt(index + 1, type), decree61).ok
    )
      return `${type} was decided`;
    if (misfit !== null) misfits += 1;
    state = evolve(state, fact, originAt(index + 1, type));
  }
  const reviews = state.status === 'absent' ? state.orphans : state.reviews;
  if (reviews.length !== misfits) return 'a misfit was lost';
  if (state.status !== 'absent' && state.version !== types.length) return 'a fact was not counted';
  if (!isAccepted(state)) return null;
  const open = state.pauses.filter(({ until }) => until === null).length;
  if (open !== (statuses[state.status].clock === 'stopped' ? 1 : 0)) return 'a pause and the clock disagree';
  return state.received === factOf('dossier.received').body ? null : 'what was first recorded changed';
}
