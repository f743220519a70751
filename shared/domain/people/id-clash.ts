import { z } from 'zod';
import { type Refusal, refuse } from '../../contract/refusal.ts';
import { partialDate } from './applicant.ts';
import { contradictionOf, isIdClash, isSamePerson, nameKey, type Particulars } from './person-match.ts';

/**
 * One number under two names: somebody's number was mistyped, somebody's card was misread, or somebody has another
 * name now. Only a person with the card in hand can tell. @source docs/sources.md#persons
 */

/** What an officer found, and between whom: a decision holds only for the two it was made about. */
export const clashDecision = z.strictObject({
  /** `samePerson`: the name or the date is put right. `otherPerson`: the number stands with somebody else by mistake. */
  decided: z.enum(['samePerson', 'otherPerson']),
  idNumber: z.string().max(20),
  name: z.string().max(120),
  /** Under what the number stood before. */
  otherName: z.string().max(120),
  otherBirthDate: partialDate.nullable(),
});
export type ClashDecision = z.infer<typeof clashDecision>;

/**
 * Whose number it is already; null when nobody else's. Who has been received under this number and name before is
 * not asked for again.
 * @param holders everybody received under one of the person's numbers, newest first
 */
export function clashOf<H extends Particulars>(person: Particulars, holders: readonly H[]): H | null {
  if (holders.some((holder) => isSamePerson(person, holder))) return null;
  return holders.find((holder) => isIdClash(person, holder)) ?? null;
}

/** The decision about this clash, not yet made where null. */
export const decisionFor = (
  decision: ClashDecision | null,
  person: Particulars,
  holder: Particulars,
): ClashDecision | null =>
  decision !== null &&
  decision.idNumber === person.idNumber &&
  nameKey(decision.name) === nameKey(person.name) &&
  nameKey(decision.otherName) === nameKey(holder.name) &&
  decision.otherBirthDate === holder.birthDate
    ? decision
    : null;

/** Nothing is taken on while nobody has said who stands at the counter. */
export function clashRefusals(
  decision: ClashDecision | null,
  person: Particulars,
  holders: readonly Particulars[],
): readonly Refusal[] {
  const holder = clashOf(person, holders);
  if (holder === null || decisionFor(decision, person, holder) !== null) return [];
  const born = holder.birthDate ?? '';
  return contradictionOf(person, holder) === 'birth-year'
    ? [refuse('id-clash-birth', 'clash', { name: holder.name, year: born.slice(0, 4), born })]
    : [refuse('id-clash', 'clash', { name: holder.name, born })];
}
