import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowView } from '../../../shared/contract/intake/views.ts';
import { refusal } from '../../../shared/contract/refusal.ts';
import { moment } from '../../../shared/domain/base/local-date.ts';
import { type Draft, emptyDraft } from '../../../shared/domain/intake/draft.ts';
import { checkDraft, draftFigures } from '../../../shared/domain/intake/draft-check.ts';
import { seedCatalogue, seedCatalogues } from '../../../shared/seed/editions.ts';

const { procedures } = seedCatalogue();
const procedureOf = ({ procedureCode }: Draft) =>
  procedures.find(({ code }) => code === procedureCode) ?? null;

const empty = emptyDraft('0197a000-0000-7000-8000-000000000001');
const nguyet = {
  ...empty.applicant,
  name: 'Khuất Thị Minh Nguyệt',
  idNumber: '001189012345',
  birthDate: '1989-03-12',
};
const certification: Draft = {
  ...empty,
  applicant: nguyet,
  procedureCode: '2.000815',
  rows: [{ text: 'gks 1*3' }, { text: 'hb 6*2' }],
};
const birth: Draft = { ...empty, applicant: nguyet, procedureCode: '1.001193' };
const staged: Draft = {
  ...empty,
  applicant: nguyet,
  procedureCode: procedures.find((one) => one.term.unit === 'by_stage')?.code ?? '',
};
const paper = { name: 'Tờ khai', originals: 1, certifiedCopies: 0, copies: 0, present: false };

const told = (draft: Draft) =>
  checkDraft(draft, procedureOf(draft)).map(({ code, field }) => [code, field].join(' '));

describe('what F9 declines, in the order of the form', () => {
  test.each<{ name: string; draft: Draft; refusals: string[] }>([
    { name: 'a complete certification', draft: certification, refusals: [] },
    { name: 'a complete registration', draft: birth, refusals: [] },
    {
      name: 'an empty form',
      draft: empty,
      refusals: ['no-name applicant.name', 'no-procedure procedureCode'],
    },
    {
      name: 'everything wrong at once',
      draft: {
        ...certification,
        applicant: { ...nguyet, name: ' ', idNumber: '123', birthDate: '1989-02-30', phone: '0912' },
        rows: [{ text: 'gks 1x' }],
      },
      refusals: [
        'id-length applicant.idNumber',
        'no-name applicant.name',
        'birth-date-bad applicant.birthDate',
        'phone-length applicant.phone',
        'row-not-understood rows.0',
      ],
    },
    {
      name: 'a birth year alone is enough',
      draft: { ...birth, applicant: { ...nguyet, birthDate: '1950' } },
      refusals: [],
    },
    {
      name: "the submitter's number",
      draft: { ...birth, submitter: { name: 'Đỗ Văn Bảy', idNumber: '12', relation: 'con' } },
      refusals: ['id-length submitter.idNumber'],
    },
    {
      name: 'a procedure that the catalogue has dropped',
      draft: { ...birth, procedureCode: '9.999999' },
      refusals: ['procedure-unknown procedureCode'],
    },
    { name: 'a certification of nothing', draft: { ...certification, rows: [] }, refusals: ['no-rows rows'] },
    {
      name: 'the second row',
      draft: { ...certification, rows: [{ text: 'gks 1*3' }, { text: '' }] },
      refusals: ['row-not-understood rows.1'],
    },
    {
      name: 'a required paper that is not there',
      draft: { ...birth, papers: [{ ...paper, required: true, ticked: false }] },
      refusals: ['papers-missing papers'],
    },
    {
      name: 'papers that may be missing',
      draft: {
        ...birth,
        papers: [
          { ...paper, required: false, ticked: false },
          { ...paper, required: true, present: true, ticked: false },
          { ...paper, required: true, ticked: true },
        ],
      },
      refusals: [],
    },
    {
      name: 'a term that a person must date',
      draft: staged,
      refusals: ['due-date-missing enteredDueAt', 'due-note-missing dueNote'],
    },
    {
      name: 'a term that a person has dated',
      draft: { ...staged, enteredDueAt: moment('2026-12-30T16:00'), dueNote: 'Theo thông báo 12/TB' },
      refusals: [],
    },
  ])('$name', ({ draft, refusals }) => expect(told(draft)).toEqual(refusals));

  test('the sentence gets the number of digits and the name of the paper', () => {
    const short = { ...birth, applicant: { ...nguyet, idNumber: '00118901234' } };
    expect(checkDraft(short, procedureOf(short))[0]?.values).toEqual({ count: 11 });
    const lacking = { ...birth, papers: [{ ...paper, required: true, ticked: false }] };
    expect(checkDraft(lacking, procedureOf(lacking))[0]?.values).toEqual({ count: 1, name: 'Tờ khai' });
  });
});

describe('what the draft comes to', () => {
  test('two papers of a certification: 5 copies, 15 pages, 22.000 đ', () => {
    const figures = draftFigures(certification, procedureOf(certification));
    expect(figures).toMatchObject({ copies: 5, pages: 15, feeVnd: 22_000 });
    expect(figures.rows).toMatchObject([
      { name: 'Giấy khai sinh', pages: 1, copies: 3, feePerCopyVnd: 2000, feeVnd: 6000, refusal: null },
      { name: 'Học bạ', pages: 6, copies: 2, feePerCopyVnd: 8000, feeVnd: 16_000, refusal: null },
    ]);
  });

  test('a row that is not understood keeps its place and costs nothing', () => {
    const draft = { ...certification, rows: [{ text: 'gks 1x' }, { text: '1*3' }] };
    const figures = draftFigures(draft, procedureOf(draft));
    expect(figures.feeVnd).toBe(6000);
    expect(figures.rows[0]?.refusal).toEqual({
      code: 'row-not-understood',
      field: 'rows.0',
      values: { text: 'gks 1x' },
    });
    expect(figures.rows[1]?.feeVnd).toBe(6000);
  });

  test.each<{ name: string; draft: Draft; feeVnd: number | null }>([
    { name: 'nothing chosen', draft: empty, feeVnd: null },
    { name: 'a free procedure', draft: birth, feeVnd: 0 },
    { name: 'by copies', draft: { ...birth, procedureCode: '2.000635', copiesWanted: 3 }, feeVnd: 24_000 },
    { name: 'set by the province', draft: { ...birth, procedureCode: '1.001612' }, feeVnd: null },
    {
      name: 'set by the province and entered',
      draft: { ...birth, procedureCode: '1.001612', enteredFeeVnd: 50_000 },
      feeVnd: 50_000,
    },
    {
      name: 'rows left over from another procedure',
      draft: { ...certification, procedureCode: '1.001193' },
      feeVnd: 0,
    },
  ])('$name', ({ draft, feeVnd }) => {
    const figures = draftFigures(draft, procedureOf(draft));
    expect(figures.feeVnd).toBe(feeVnd);
    expect(figures.rows).toEqual([]);
  });
});

test('whatever is typed anywhere, the answer fits the contract and agrees with itself', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('gks 1*3', '0912345678', ''),
  );
  const drafts = fc.record({
    name: text,
    idNumber: text,
    phone: text,
    rows: fc.array(
      text.map((typed) => ({ text: typed })),
      { maxLength: 4 },
    ),
    procedureCode: fc.constantFrom(
      null,
      '2.000815',
      '1.001193',
      '2.000635',
      '1.001612',
      staged.procedureCode,
    ),
  });
  fc.assert(
    fc.property(drafts, ({ name, idNumber, phone, rows, procedureCode }) => {
      const draft = { ...empty, applicant: { ...nguyet, name, idNumber, phone }, rows, procedureCode };
      const refusals = checkDraft(draft, procedureOf(draft));
      const figures = draftFigures(draft, procedureOf(draft));
      for (const one of refusals) expect(refusal.safeParse(one).success).toBe(true);
      for (const row of figures.rows) expect(rowView.safeParse(row).success).toBe(true);
      if (figures.rows.length > 0) expect(figures.rows).toHaveLength(rows.length);
      const badRows = figures.rows.filter((row) => row.refusal !== null).length;
      expect(refusals.filter((one) => one.code === 'row-not-understood')).toHaveLength(badRows);
    }),
    { numRuns: 10_000 },
  );
});

describe('a fee that hangs on the case', () => {
  const changed = new Map((seedCatalogues().at(-1)?.procedures ?? []).map((one) => [one.code, one]));
  const draft: Draft = { ...empty, applicant: nguyet };
  test.each<{
    name: string;
    code: string;
    feeChoice: string | null;
    refusal: string | null;
    vnd: number | null;
  }>([
    {
      name: 'a birth while nobody says whether it is late',
      code: '1.001193',
      feeChoice: null,
      refusal: 'fee-choice-missing',
      vnd: null,
    },
    { name: 'a birth in time', code: '1.001193', feeChoice: 'on-time', refusal: null, vnd: 0 },
    { name: 'a late birth', code: '1.001193', feeChoice: 'late', refusal: null, vnd: null },
    {
      name: 'a late birth of a family with merit',
      code: '1.001193',
      feeChoice: 'exempt-merit',
      refusal: null,
      vnd: 0,
    },
    {
      name: 'a death while nobody says whether it is late',
      code: '1.000656',
      feeChoice: null,
      refusal: 'fee-choice-missing',
      vnd: null,
    },
    {
      name: 'temporary residence at the counter',
      code: '1.004194',
      feeChoice: null,
      refusal: null,
      vnd: 15_000,
    },
    {
      name: 'temporary residence handed in online',
      code: '1.004194',
      feeChoice: 'online',
      refusal: null,
      vnd: 7000,
    },
    {
      name: 'permanent residence of a child',
      code: '1.004222',
      feeChoice: 'exempt-child',
      refusal: null,
      vnd: 0,
    },
    {
      name: 'marital status, which the province sets',
      code: '1.004873',
      feeChoice: null,
      refusal: null,
      vnd: null,
    },
    {
      name: 'a fee of another procedure',
      code: '1.004194',
      feeChoice: 'late',
      refusal: 'fee-choice-unknown',
      vnd: null,
    },
  ])('$name', ({ code, feeChoice, refusal: expected, vnd }) => {
    const procedure = changed.get(code) ?? null;
    const one = { ...draft, procedureCode: code, feeChoice };
    expect(checkDraft(one, procedure)[0] ?? null).toEqual(
      expected === null ? null : { code: expected, field: 'feeChoice' },
    );
    expect(draftFigures(one, procedure).feeVnd).toBe(vnd);
  });
});
