import type { ProcedureView } from '../../shared/contract/catalogue/views.ts';
import type { KnownPerson } from '../../shared/contract/people/views.ts';
import type { Draft } from '../../shared/domain/intake/draft.ts';

/** How a draft changes under the officer's hands. Pure: the store keeps and sends what comes out. */

export const withPerson = (draft: Draft, person: KnownPerson, source: Draft['applicantSource']): Draft => ({
  ...draft,
  applicant: person.applicant,
  applicantSource: source === 'scan' && person.visits > 0 ? 'known' : source,
});

/**
 * A procedure brings its papers. What it demands is taken as handed in, what is only `if any` is not: a receipt must
 * not claim it. Rows typed for another certification are kept.
 */
export const withProcedure = (draft: Draft, procedure: ProcedureView): Draft => ({
  ...draft,
  procedureCode: procedure.code,
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
  if (procedure.fee.kind === 'per-copy') return 'copiesWanted';
  return draft.papers.length > 0 ? 'papers.0' : 'save';
}

/** Terms that run by stages or schedules have no computed date. */
export const isDatedByHand = ({ term }: ProcedureView): boolean =>
  term.unit === 'by_stage' || term.unit === 'by_schedule';
