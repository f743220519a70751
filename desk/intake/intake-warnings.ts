import type { Warning } from '../../shared/contract/intake/views.ts';
import { epochOfInstant } from '../../shared/domain/base/local-date.ts';
import type { Procedure } from '../../shared/domain/catalogue/procedure.ts';
import { type DossierStatus, statuses } from '../../shared/domain/dossier/lifecycle.ts';
import type { Draft } from '../../shared/domain/intake/draft.ts';
import { draftFigures } from '../../shared/domain/intake/draft-check.ts';
import { lostMarks } from '../../shared/domain/people/person-name.ts';
import { idContradictions } from '../../shared/domain/people/personal-number.ts';
import { fold } from '../../shared/text/fold.ts';
import { type DeskContext, me, today } from '../context.ts';

/** How far the desk's clock may run ahead of the district's before it is said. */
const clockToleranceMs = 5 * 60_000;

/** What the officer should see beside the form before F9; none of it blocks. */
export function draftWarnings(desk: DeskContext, one: Draft, procedure: Procedure | null): Warning[] {
  return [
    ...personWarnings(desk, one),
    ...duplicateWarnings(desk, one),
    ...petitionWarnings(desk, one),
    ...paperWarnings(one),
    ...feeWarnings(one, procedure),
    ...clockWarnings(desk),
  ];
}

function personWarnings(desk: DeskContext, { applicant, applicantSource }: Draft): Warning[] {
  const warnings = idContradictions(applicant).map(
    ({ code, values }): Warning => ({ code, values, dossier: null }),
  );
  const known = applicant.idNumber === '' ? null : desk.stores.people.byIdNumber(applicant.idNumber);
  if (known !== null && applicant.name !== '' && fold(known.applicant.name) !== fold(applicant.name)) {
    warnings.push(warn('id-other-name', { name: known.applicant.name }));
  }
  if (applicantSource === 'scan' && lostMarks(applicant.name)) warnings.push(warn('name-lost-marks'));
  if (applicant.name !== '' && applicant.phone === '') warnings.push(warn('phone-missing'));
  return warnings;
}

/** The same person, the same procedure: today, or still open. Another paper is a good reason to go on. */
function duplicateWarnings(desk: DeskContext, { id, applicant, procedureCode }: Draft): Warning[] {
  if (applicant.idNumber === '' || procedureCode === null) return [];
  const [other] = desk.stores.people.sameProcedure(applicant.idNumber, procedureCode, id);
  if (other === undefined) return [];
  const values = { code: other.code, time: other.received_at.slice(11), name: applicant.name };
  if (other.received_at.slice(0, 10) === today(desk)) {
    return [{ code: 'same-day-duplicate', values, dossier: other.id }];
  }
  return isWithUs(other.status) ? [{ code: 'open-duplicate', values, dossier: other.id }] : [];
}

/** Nobody has fetched what came of it yet. */
const isWithUs = (status: DossierStatus): boolean =>
  statuses[status].clock !== 'ended' || status === 'resultReady';

/** Whoever was asked for more and comes back goes on with the same form. */
function petitionWarnings(desk: DeskContext, { id, applicant }: Draft): Warning[] {
  const found = applicant.idNumber === '' ? null : desk.stores.petitions.ofPerson(applicant.idNumber, id);
  if (found === null) return [];
  const values = { name: found.applicant.name, procedure: found.procedure.name, at: found.askedAt };
  return [{ code: 'petition-waiting', values, dossier: found.id }];
}

const paperWarnings = ({ papers }: Draft): Warning[] =>
  papers
    .filter((paper) => paper.required && paper.present && !paper.ticked)
    .map((paper) => warn('paper-missing', { paper: paper.name }));

const feeWarnings = (one: Draft, procedure: Procedure | null): Warning[] =>
  procedure !== null && draftFigures(one, procedure).feeVnd === null ? [warn('fee-unknown')] : [];

function clockWarnings(desk: DeskContext): Warning[] {
  const { serverTime, storedAt } = desk.stores.acks.of(me(desk));
  if (serverTime === null || storedAt === null) return [];
  const offMs = Math.abs(storedAt - epochOfInstant(serverTime));
  return offMs > clockToleranceMs ? [warn('clock-off', { minutes: Math.round(offMs / 60_000) })] : [];
}

const warn = (code: Warning['code'], values: Warning['values'] = {}): Warning => ({
  code,
  values,
  dossier: null,
});
