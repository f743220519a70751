import { type Refusal } from '../../shared/contract/refusal.ts';
import { dateOf } from '../../shared/domain/base/local-date.ts';
import { notOfferedRefusal } from '../../shared/domain/catalogue/catalogue.ts';
import type { Procedure } from '../../shared/domain/catalogue/procedure.ts';
import { registerVolume } from '../../shared/domain/dossier/register.ts';
import { type Draft } from '../../shared/domain/intake/draft.ts';
import { checkDraft } from '../../shared/domain/intake/draft-check.ts';
import { type Counter, pastDueRefusal } from '../../shared/domain/intake/intake.ts';
import { withPapersOfDay } from '../../shared/domain/intake/papers-of-day.ts';
import { clashRefusals } from '../../shared/domain/people/id-clash.ts';
import type { Particulars } from '../../shared/domain/people/person-match.ts';
import { particularsOf } from '../../shared/domain/people/person-visits.ts';
import { tidyApplicant } from '../../shared/domain/people/tidy-person.ts';
import { type DeskContext, me, now, rulesToday, today } from '../context.ts';
import { clockRefusal } from '../machine/clock.ts';
import { closingsOf } from '../office/closings.ts';

/** A form with the papers of today, whenever it was begun. */
export const ofToday = (desk: DeskContext, one: Draft): Draft =>
  one.procedureCode === null
    ? one
    : withPapersOfDay(one, rulesToday(desk).written(one.procedureCode), today(desk));

export const procedureOf = (desk: DeskContext, one: Draft): Procedure | null =>
  one.procedureCode === null ? null : rulesToday(desk).procedure(one.procedureCode);

/** Why the form is not received as it stands; every reason at once. */
export function refusalsOf(desk: DeskContext, one: Draft, procedure: Procedure | null): readonly Refusal[] {
  const clock = clockRefusal(desk);
  const { calendar } = rulesToday(desk);
  const past = procedure === null ? null : pastDueRefusal(one, procedure, { now: now(desk), calendar });
  return [
    ...(clock === null ? [] : [clock]),
    ...notOffered(desk, procedure),
    ...checkDraft(one, procedure),
    ...(past === null ? [] : [past]),
    ...undecidedClash(desk, one),
  ];
}

/** Neither a receipt nor a slip that asks for more is given for what communes do not receive today. */
export function notOffered(desk: DeskContext, procedure: Procedure | null): readonly Refusal[] {
  if (procedure === null) return [];
  const refusal = notOfferedRefusal(procedure, today(desk), rulesToday(desk).procedure);
  return refusal === null ? [] : [refusal];
}

/** Everybody received before under a number of whoever is on the form. */
export const holdersOf = (desk: DeskContext, { id, applicant }: Draft): readonly Particulars[] =>
  desk.stores.people.holders(tidyApplicant(applicant), id).map(particularsOf);

/** No receipt and no slip is given while nobody has said whose the number is. */
export const undecidedClash = (desk: DeskContext, one: Draft): readonly Refusal[] =>
  clashRefusals(one.clash, tidyApplicant(one.applicant), holdersOf(desk, one));

/** What the counter knows at this moment: its last numbers, the calendar and the forms of today. */
export function counterNow(desk: DeskContext): Counter {
  const { agency, deskDigit } = me(desk);
  const at = now(desk);
  const volume = registerVolume(deskDigit, at);
  return {
    agency,
    deskDigit,
    digits: desk.stores.digits.of(deskDigit),
    now: at,
    lastSerial: desk.stores.numbers.lastSerial(dateOf(at), deskDigit),
    lastRegisterNumber: desk.stores.numbers.lastRegisterNumber(volume),
    isRegisterClosed: closingsOf(desk).has(volume),
    calendar: rulesToday(desk).calendar,
    formSet: rulesToday(desk).formSet,
  };
}
