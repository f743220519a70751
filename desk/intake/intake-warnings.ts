import type { Warning } from '../../shared/contract/intake/views.ts';
import { calendarDoubts, typedDueDoubts } from '../../shared/domain/calendar/due-doubt.ts';
import type { Procedure } from '../../shared/domain/catalogue/procedure.ts';
import { fewSerialsLeft } from '../../shared/domain/dossier/dossier-code.ts';
import { type DossierStatus, statuses } from '../../shared/domain/dossier/lifecycle.ts';
import type { Draft } from '../../shared/domain/intake/draft.ts';
import { draftFigures, feeQuestion, feeRefusals } from '../../shared/domain/intake/draft-check.ts';
import { dueOf } from '../../shared/domain/intake/intake.ts';
import { isSamePerson } from '../../shared/domain/people/person-match.ts';
import { isLegacyFontText, lostMarks } from '../../shared/domain/people/person-name.ts';
import { visitsOf } from '../../shared/domain/people/person-visits.ts';
import { idContradictions, idDoubt } from '../../shared/domain/people/personal-number.ts';
import { tidyApplicant } from '../../shared/domain/people/tidy-person.ts';
import { type DeskContext, me, now, rulesToday, today } from '../context.ts';
import { clockDoubts } from '../machine/clock.ts';

/** What the officer should see beside the form before F9; none of it blocks. */
export function draftWarnings(desk: DeskContext, one: Draft, procedure: Procedure | null): Warning[] {
  return [
    ...personWarnings(one),
    ...duplicateWarnings(desk, one),
    ...petitionWarnings(desk, one),
    ...paperWarnings(one),
    ...feeWarnings(one, procedure),
    ...dueWarnings(desk, one, procedure),
    ...clockDoubts(desk),
    ...serialWarnings(desk),
  ];
}

function personWarnings({ applicant: typed, applicantSource }: Draft): Warning[] {
  const applicant = tidyApplicant(typed);
  const warnings = idContradictions(applicant).map(
    ({ code, values }): Warning => ({ code, values, dossier: null }),
  );
  const doubt = idDoubt(applicant);
  if (doubt !== null) warnings.push(warn(doubt));
  if (applicantSource === 'scan' && lostMarks(applicant.name)) warnings.push(warn('name-lost-marks'));
  if (isLegacyFontText(applicant.name)) warnings.push(warn('name-old-font'));
  if (applicant.name !== '' && applicant.phone === '') warnings.push(warn('phone-missing'));
  return warnings;
}

/** The same person, the same procedure: today, or still open. Another paper is a good reason to go on. */
function duplicateWarnings(desk: DeskContext, { id, applicant, procedureCode }: Draft): Warning[] {
  if (procedureCode === null) return [];
  const visits = visitsOf(tidyApplicant(applicant), desk.stores.people.candidates);
  const [other] = visits.filter((one) => one.procedureCode === procedureCode && one.dossier !== id);
  if (other === undefined) return [];
  const values = { code: other.code, time: other.at.slice(11), name: applicant.name };
  if (other.at.slice(0, 10) === today(desk)) {
    return [{ code: 'same-day-duplicate', values, dossier: other.dossier }];
  }
  return isWithUs(other.status) ? [{ code: 'open-duplicate', values, dossier: other.dossier }] : [];
}

/** Nobody has fetched what came of it yet. */
const isWithUs = (status: DossierStatus): boolean =>
  statuses[status].clock !== 'ended' || status === 'resultReady';

/** Whoever was asked for more and comes back goes on with the same form. */
function petitionWarnings(desk: DeskContext, { id, applicant }: Draft): Warning[] {
  const person = tidyApplicant(applicant);
  const found = desk.stores.petitions
    .openOnes()
    .find((one) => one.id !== id && isSamePerson(person, one.applicant));
  if (found === undefined) return [];
  const values = { name: found.applicant.name, procedure: found.procedure.name, at: found.askedAt };
  return [{ code: 'petition-waiting', values, dossier: found.id }];
}

const paperWarnings = ({ papers }: Draft): Warning[] =>
  papers
    .filter((paper) => paper.required && paper.present && !paper.ticked)
    .map((paper) => warn('paper-missing', { paper: paper.name }));

/** A fee that is still to be chosen is in the way of F9, and no matter of a warning. */
const feeWarnings = (one: Draft, procedure: Procedure | null): Warning[] =>
  procedure !== null &&
  feeRefusals(procedure.fee, feeQuestion(one)).length === 0 &&
  draftFigures(one, procedure).feeVnd === null
    ? [warn('fee-unknown')]
    : [];

function dueWarnings(desk: DeskContext, one: Draft, procedure: Procedure | null): Warning[] {
  const { calendar } = rulesToday(desk);
  const due = procedure === null ? null : dueOf(one, procedure, { now: now(desk), calendar });
  if (due === null) return [];
  const doubts =
    due.reason === 'entered' ? typedDueDoubts(due.at, now(desk), calendar) : calendarDoubts(due.at, calendar);
  return doubts.map(({ code, ...values }) => warn(code, values));
}

/** Said while another counter or a further digit can still be asked for in peace. */
function serialWarnings(desk: DeskContext): Warning[] {
  const { deskDigit } = me(desk);
  const last = desk.stores.numbers.lastSerial(today(desk), deskDigit);
  const left = fewSerialsLeft(last, desk.stores.digits.of(deskDigit).length);
  return left === null || left === 0 ? [] : [warn('serials-few', { left })];
}

const warn = (code: Warning['code'], values: Warning['values'] = {}): Warning => ({
  code,
  values,
  dossier: null,
});
