import type { FeeRule, PlainFee } from '../catalogue/procedure.ts';
import { correctedBody } from './corrected-body.ts';
import { type DossierState, isAccepted } from './dossier.ts';
import type { DossierFact, DossierReceived } from './dossier-events.ts';
import type { DoubtCode } from './doubt.ts';
import { feeOf } from './fee.ts';

/** What a procedure costs by an edition of the catalogue, or by each that is known; none where that edition is not known. */
export type FeesOf = (edition: string | null, procedureCode: string) => readonly FeeRule[];

/**
 * A fee that no counter can have arrived at by its catalogue. A correction is made by the catalogue of the day of receipt,
 * which its envelope does not name: it is doubted only where no known one comes to that fee.
 * @param edition of the catalogue, as the fact's envelope names it
 * @source docs/sources.md#fees
 */
export function feeDoubt(
  state: DossierState,
  fact: DossierFact,
  edition: string,
  fees: FeesOf,
): DoubtCode | null {
  if (fact.type === 'dossier.received')
    return isNone(fact.body, fees(edition, fact.body.procedure.code)) ? 'fee-not-of-edition' : null;
  if (fact.type !== 'dossier.corrected' || !isAccepted(state) || fact.body.changes.fee === null) return null;
  const body = correctedBody(state.current, fact.body.changes);
  return isNone(body, fees(null, body.procedure.code)) ? 'fee-not-of-edition' : null;
}

const isNone = (body: DossierReceived, rules: readonly FeeRule[]): boolean =>
  rules.length > 0 && !rules.some((rule) => isFeeOf(body, rule));

function isFeeOf(body: DossierReceived, rule: FeeRule): boolean {
  const { feeChoice, channel } = body;
  if (rule.kind !== 'choices') return feeChoice === null && comesTo(body, rule);
  const choice = rule.choices.find(({ key, label }) => key === feeChoice?.key && label === feeChoice.label);
  if (choice === undefined) return false;
  const isOfChannel = choice.channels.length === 0 || choice.channels.includes(channel);
  return isOfChannel && comesTo(body, choice.fee);
}

/** What the province sets may be anything; a certification put in the place of another procedure has no rows yet. */
function comesTo({ certified, copiesWanted, channel, feeVnd }: DossierReceived, rule: PlainFee): boolean {
  if (rule.kind === 'set-locally') return true;
  if (rule.kind === 'certified-pages' && certified.length === 0) return feeVnd === null || feeVnd === 0;
  const request = { rows: certified, copiesWanted, channel, choice: null, enteredVnd: null };
  return feeOf(rule, request).totalVnd === feeVnd;
}
