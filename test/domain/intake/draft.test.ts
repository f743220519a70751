import { expect, test } from 'vitest';
import { type Draft, draft, emptyDraft, isEmptyDraft } from '../../../shared/domain/intake/draft.ts';

const empty = emptyDraft('019a0000-0000-7000-8000-000000000001');

test('a fresh form is a form, and worth nothing', () => {
  expect(draft.parse(empty)).toEqual(empty);
  expect(isEmptyDraft(empty)).toBe(true);
});

test.each<{ what: string; part: Partial<Draft> }>([
  { what: 'a name', part: { applicant: { ...empty.applicant, name: 'Kiều Thị Hạnh' } } },
  { what: 'a number', part: { applicant: { ...empty.applicant, idNumber: '0' } } },
  { what: 'a phone', part: { applicant: { ...empty.applicant, phone: '0912' } } },
  { what: 'a procedure', part: { procedureCode: '2.000815' } },
  { what: 'a row', part: { rows: [{ text: 'gks' }] } },
  { what: 'a note', part: { note: 'hẹn chiều' } },
])('a form with only $what is worth offering again', ({ part }) => {
  expect(isEmptyDraft({ ...empty, ...part })).toBe(false);
});
