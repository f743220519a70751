import { type Refusal, refuse } from '../../contract/refusal.ts';
import { isRealDate } from '../base/local-date.ts';
import type { FeeRule, Procedure } from '../catalogue/procedure.ts';
import {
  type CertifiedPages,
  certifiedCopyVnd,
  type FeeQuestion,
  feeChoiceOf,
  feeOf,
} from '../dossier/fee.ts';
import { type IdKind, isOrganisation } from '../people/applicant.ts';
import { checkIdNumber } from '../people/personal-number.ts';
import { parsePhone } from '../people/phone.ts';
import { readCertificationRow } from './certification-row.ts';
import type { Draft } from './draft.ts';

/** A certification row with its price, or with the reason why it was not understood. */
export interface FiguredRow {
  readonly text: string;
  readonly name: string;
  readonly pages: number;
  readonly copies: number;
  readonly feePerCopyVnd: number;
  readonly feeVnd: number;
  readonly refusal: Refusal | null;
}

/** What the draft comes to as it stands; rows that are not understood count nothing. */
export interface DraftFigures {
  /** One for each row of the draft, in its order; none for procedures without a certification. */
  readonly rows: readonly FiguredRow[];
  /** Pages to certify, copies counted: two copies of six pages are twelve. */
  readonly pages: number;
  readonly copies: number;
  /** Whole đồng; null without a procedure, or while the fee is not known. */
  readonly feeVnd: number | null;
}

/**
 * Every reason for which the draft cannot be received yet, in the order of the form, each with its field.
 * @param procedure what `draft.procedureCode` names in today's catalogue, null when it names nothing
 */
export const checkDraft = (draft: Draft, procedure: Procedure | null): readonly Refusal[] => [
  ...personRefusals(draft),
  ...(procedure === null ? [noProcedure(draft)] : checkProcedure(draft, procedure)),
];

export function draftFigures(draft: Draft, procedure: Procedure | null): DraftFigures {
  if (procedure === null) return { rows: [], pages: 0, copies: 0, feeVnd: null };
  const rule = procedure.fee;
  const rows =
    rule.kind === 'certified-pages' ? draft.rows.map(({ text }, index) => figuredRow(text, index, rule)) : [];
  const understood = rows.filter((row) => row.refusal === null);
  const fee = feeOf(rule, {
    rows: understood,
    copiesWanted: draft.copiesWanted,
    ...feeQuestion(draft),
    enteredVnd: draft.enteredFeeVnd,
  });
  return {
    rows,
    pages: understood.reduce((sum, row) => sum + row.pages * row.copies, 0),
    copies: understood.reduce((sum, row) => sum + row.copies, 0),
    feeVnd: fee.totalVnd,
  };
}

/** A form is typed at the counter, as long as no fee that was chosen says otherwise. */
export const feeQuestion = ({ feeChoice }: Pick<Draft, 'feeChoice'>): FeeQuestion => ({
  choice: feeChoice,
  channel: 'direct',
});

/** A certification lists what is certified; its papers are shown, not handed in. */
const takesRows = ({ fee }: Procedure): boolean => fee.kind === 'certified-pages';

/** What is wrong with the particulars of the people on a receipt, each with its field. */
export function personRefusals({
  applicant,
  submitter,
}: Pick<Draft, 'applicant' | 'submitter'>): readonly Refusal[] {
  return [
    ...idRefusals(applicant.idNumber, 'applicant.idNumber', applicant.idKind),
    ...(applicant.name.trim() === '' ? [refuse('no-name', 'applicant.name')] : []),
    ...(isDateThatExists(applicant.birthDate) ? [] : [refuse('birth-date-bad', 'applicant.birthDate')]),
    ...phoneRefusals(applicant.phone),
    ...(isOrganisation(applicant) && submitter === null
      ? [refuse('representative-missing', 'submitter.name')]
      : []),
    ...idRefusals(submitter?.idNumber ?? '', 'submitter.idNumber'),
  ];
}

function idRefusals(idNumber: string, field: string, kind: IdKind | null = null): readonly Refusal[] {
  const read = checkIdNumber(idNumber, kind);
  return read.ok ? [] : [{ ...read.error, field }];
}

function phoneRefusals(phone: string): readonly Refusal[] {
  if (phone.trim() === '') return [];
  const read = parsePhone(phone);
  return read.ok ? [] : [{ ...read.error, field: 'applicant.phone' }];
}

/** A year or a month alone is all that some papers say. */
const isDateThatExists = (birthDate: string | null): boolean =>
  birthDate === null || birthDate.length < 10 || isRealDate(birthDate);

/** Why the draft names no procedure of today's catalogue. */
export const noProcedure = ({ procedureCode }: Draft): Refusal =>
  procedureCode === null
    ? refuse('no-procedure', 'procedureCode')
    : refuse('procedure-unknown', 'procedureCode', { code: procedureCode });

const checkProcedure = (draft: Draft, procedure: Procedure): readonly Refusal[] => [
  ...(takesRows(procedure) ? rowRefusals(draft, procedure) : paperRefusals(draft)),
  ...dueRefusals(draft, procedure),
  ...feeRefusals(procedure.fee, feeQuestion(draft)),
];

function rowRefusals(draft: Draft, procedure: Procedure): readonly Refusal[] {
  if (draft.rows.length === 0) return [refuse('no-rows', 'rows')];
  return draftFigures(draft, procedure).rows.flatMap((row) => row.refusal ?? []);
}

/** Papers without which nothing is accepted. What is only shown at the desk cannot be missing from the dossier. */
export const missingPapers = ({ papers }: Draft): Draft['papers'] =>
  papers.filter((paper) => paper.required && !paper.present && !paper.ticked);

function paperRefusals(draft: Draft): readonly Refusal[] {
  const missing = missingPapers(draft);
  const [first] = missing;
  if (first === undefined) return [];
  return [refuse('papers-missing', 'papers', { count: missing.length, name: first.name })];
}

function dueRefusals(draft: Draft, { term }: Procedure): readonly Refusal[] {
  if (term.unit !== 'by_stage' && term.unit !== 'by_schedule') return [];
  return [
    ...(draft.enteredDueAt === null ? [refuse('due-date-missing', 'enteredDueAt')] : []),
    ...(draft.dueNote.trim() === '' ? [refuse('due-note-missing', 'dueNote')] : []),
  ];
}

/** Nobody is told that nothing is due while a condition may make a fee due: somebody says which one it is. */
export const feeRefusals = (rule: FeeRule, question: FeeQuestion): readonly Refusal[] =>
  rule.kind !== 'choices' || feeChoiceOf(rule, question) !== null
    ? []
    : [refuse(question.choice === null ? 'fee-choice-missing' : 'fee-choice-unknown', 'feeChoice')];

function figuredRow(text: string, index: number, rule: CertifiedPages): FiguredRow {
  const read = readCertificationRow(text);
  if (!read.ok) {
    const refusal = { ...read.error, field: `rows.${index}` };
    return { text, name: '', pages: 0, copies: 0, feePerCopyVnd: 0, feeVnd: 0, refusal };
  }
  const { name, pages, copies } = read.value;
  const feePerCopyVnd = certifiedCopyVnd(rule, pages);
  return { text, name, pages, copies, feePerCopyVnd, feeVnd: feePerCopyVnd * copies, refusal: null };
}
