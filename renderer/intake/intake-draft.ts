import type { ProcedureView } from '../../shared/contract/catalogue/views.ts';
import type { KnownPerson } from '../../shared/contract/people/views.ts';
import { plainFeeOf } from '../../shared/domain/dossier/fee.ts';
import type { Draft } from '../../shared/domain/intake/draft.ts';
import { feeQuestion } from '../../shared/domain/intake/draft-check.ts';
import { type Applicant, noApplicant } from '../../shared/domain/people/applicant.ts';
import type { ClashDecision } from '../../shared/domain/people/id-clash.ts';
import { contradictionOf } from '../../shared/domain/people/person-match.ts';
import { personalNumberFacts, tidyIdNumber } from '../../shared/domain/people/personal-number.ts';

/** How a draft changes under the officer's hands. Pure: the store keeps and sends what comes out. */

export const withPerson = (draft: Draft, person: KnownPerson, source: Draft['applicantSource']): Draft => ({
  ...draft,
  // A phone that was asked for while the card was looked for is this person's.
  applicant: { ...person.applicant, phone: person.applicant.phone || draft.applicant.phone },
  applicantSource: source === 'scan' && person.visits > 0 ? 'known' : source,
});

/**
 * The form without what is on it only because somebody else was known: another name was written over theirs, and
 * nothing of one person is carried to another. Null where the name still is theirs.
 */
export function withoutKnown(draft: Draft, { applicant: known, visits }: KnownPerson): Draft | null {
  const { applicant } = draft;
  if (visits === 0 || contradictionOf(applicant, known) === null) return null;
  const own = <K extends keyof Applicant>(field: K): Applicant[K] =>
    applicant[field] === known[field] ? noApplicant[field] : applicant[field];
  return {
    ...draft,
    applicant: {
      ...applicant,
      birthDate: own('birthDate'),
      sex: personalNumberFacts(applicant.idNumber)?.sex ?? own('sex'),
      phone: own('phone'),
      address: own('address'),
      otherNumbers: [],
    },
    applicantSource: 'typed',
  };
}

/** An officer has said whose the number is that stands under another name. */
export const withDecision = (
  draft: Draft,
  decided: ClashDecision['decided'],
  other: { readonly name: string; readonly birthDate: string | null },
  setAside: Applicant,
): Draft => {
  const { applicant } = draft;
  const before = decided === 'samePerson' ? setAside : noApplicant;
  return {
    ...draft,
    applicant: {
      ...applicant,
      birthDate: applicant.birthDate ?? before.birthDate,
      phone: applicant.phone || before.phone,
      address: applicant.address || before.address,
    },
    clash: {
      decided,
      idNumber: tidyIdNumber(applicant.idNumber),
      name: applicant.name,
      otherName: other.name,
      otherBirthDate: other.birthDate,
    },
  };
};

/**
 * A procedure brings its papers. What it demands is taken as handed in, what is only `if any` is not: a receipt must
 * not claim it. Rows typed for another certification are kept.
 */
export const withProcedure = (draft: Draft, procedure: ProcedureView): Draft => ({
  ...draft,
  procedureCode: procedure.code,
  // Another procedure has fees of its own.
  feeChoice: procedure.code === draft.procedureCode ? draft.feeChoice : null,
  papers:
    procedure.intake === 'certification'
      ? []
      : procedure.papers.map((paper) => ({ ...paper, ticked: paper.required })),
});

export const withRow = (draft: Draft, text: string): Draft => ({
  ...draft,
  rows: [...draft.rows, { text: text.trim() }],
});

export const withoutRow = (draft: Draft, index: number): Draft => ({
  ...draft,
  rows: draft.rows.filter((_row, n) => n !== index),
});

export const withPaperTurned = (draft: Draft, index: number): Draft => ({
  ...draft,
  papers: draft.papers.map((paper, n) => (n === index ? { ...paper, ticked: !paper.ticked } : paper)),
});

/** Where the keys go once block 1 is known: to the phone when it is the first visit, else to the procedure. */
export const afterPerson = ({ applicant }: Draft): string =>
  applicant.phone === '' ? 'applicant.phone' : 'procedureCode';

/** Where the keys go once the procedure is known: to the first thing only a person can say, else to F9. */
export function afterProcedure(procedure: ProcedureView, draft: Draft): string {
  if (draft.applicant.name === '') return 'applicant.name';
  if (procedure.intake === 'certification') return 'newRow';
  if (isDatedByHand(procedure)) return 'enteredDueAt';
  const fee = plainFeeOf(procedure.fee, feeQuestion(draft));
  if (fee === null) return 'feeChoice';
  if (fee.kind === 'per-copy') return 'copiesWanted';
  return draft.papers.length > 0 ? 'papers.0' : 'save';
}

/** Terms that run by stages or schedules have no computed date. */
export const isDatedByHand = ({ term }: ProcedureView): boolean =>
  term.unit === 'by_stage' || term.unit === 'by_schedule';
