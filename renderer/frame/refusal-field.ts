import type { Refusal, RefusalCode } from '../../shared/contract/refusal.ts';

/** The field of the form where a refusal is mended, as `data-field` has it; null when it is not on the form. */
export function fieldOf({ code, field }: Refusal): string | null {
  const named = field?.replace(/^draft\./, '').replace(/\.text$/, '');
  if (named === 'rows') return 'newRow';
  if (named === 'papers') return 'papers.0';
  return named ?? usualFields[code] ?? null;
}

const usualFields: Partial<Record<RefusalCode, string>> = {
  'no-name': 'applicant.name',
  'no-procedure': 'procedureCode',
  'procedure-unknown': 'procedureCode',
  'id-length': 'applicant.idNumber',
  'phone-length': 'applicant.phone',
  'birth-date-bad': 'applicant.birthDate',
  'row-not-understood': 'newRow',
  'no-rows': 'newRow',
  'papers-missing': 'papers.0',
  'due-date-missing': 'enteredDueAt',
  'due-in-past': 'enteredDueAt',
  'due-note-missing': 'dueNote',
};

/** Complaints about how something is written, worth making as soon as the field is left. */
export const isAboutFormat = ({ code }: Refusal): boolean =>
  code === 'id-length' ||
  code === 'phone-length' ||
  code === 'birth-date-bad' ||
  code === 'row-not-understood' ||
  code === 'due-in-past';
