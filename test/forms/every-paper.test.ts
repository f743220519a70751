import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../shared/domain/base/local-date.ts';
import { formDocument } from '../../shared/forms/base/form.ts';
import { defaultFormOptions, formOptions } from '../../shared/forms/base/form-options.ts';
import { formTitle } from '../../shared/forms/base/form-title.ts';
import { jobName } from '../../shared/forms/base/job-name.ts';
import { formKind, type List, type Slip, type Table } from '../../shared/forms/base/paper.ts';
import { receiptLeaves } from '../../shared/forms/dossier/receipt-leaves.ts';
import { aReceivedDossier, vongXuyen } from '../domain/dossier/example.ts';
import { contextOf, everyPaper } from './samples.ts';

const all = (...parameters: Parameters<typeof everyPaper>): (Slip | List)[] =>
  Object.values(everyPaper(...parameters));

test('there is a sample of every kind', () =>
  expect(Object.keys(everyPaper(contextOf())).toSorted()).toEqual(formKind.options.toSorted()));

describe('the two sets', () => {
  test.each([
    ['batchReceipt', '01', '01'],
    ['supplement', '02', '02'],
    ['refusal', '03', '03'],
    ['apology', '04', '04'],
    ['stop', '', '05'],
    ['control', '05', '06'],
    ['register', '06', '07'],
    ['resultReceipt', '', ''],
    ['cashList', '', ''],
  ] as const)('%s is form %s of 2018 and %s of 2025', (kind, older, newer) => {
    expect(formTitle('TT01-2018', kind).number).toBe(older);
    expect(formTitle('TT03-2025', kind).number).toBe(newer);
  });

  test('stand in the papers made by them, with the edition of their words', () => {
    for (const set of ['TT01-2018', 'TT03-2025'] as const) {
      for (const paper of all(contextOf(set, { edition: 'Võng Xuyên 3' }))) {
        expect(paper).toMatchObject({ set, edition: 'Võng Xuyên 3' });
        const cited = `Mẫu số ${paper.formNumber} (${set === 'TT01-2018' ? 'TT 01/2018' : 'TT 03/2025'}/TT-VPCP)`;
        if (paper.formNumber !== '') expect(paper.footer.join()).toContain(cited);
      }
    }
  });
});

test.each([
  { copy: 0, demo: false, marks: [] },
  { copy: 2, demo: false, marks: ['BẢN IN LẠI – LẦN 2'] },
  { copy: 1, demo: true, marks: ['DỮ LIỆU MẪU', 'BẢN IN LẠI – LẦN 1'] },
  {
    copy: 0,
    demo: false,
    formsBegin: day('2019-01-06'),
    marks: ['MẪU DÙNG TRƯỚC NGÀY HIỆU LỰC 06/01/2019'],
  },
])('print $copy of a demo ($demo) is marked $marks on every paper', ({ marks, ...printed }) => {
  for (const paper of all(contextOf('TT01-2018', {}, printed))) {
    expect(paper.marks).toEqual(marks);
    expect(paper.footer.join()).toContain(`In lần ${printed.copy + 1} · 10:05 22/05/2025 · Đỗ Thu Trang`);
  }
});

describe('an agency may set', () => {
  test('its two lines at the top left, on every paper', () => {
    const header = { agency: 'ỦY BAN NHÂN DÂN XÃ PHÚC THỌ', desk: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG' };
    for (const paper of all(contextOf('TT03-2025', { header }))) expect(paper.header).toMatchObject(header);
  });

  test('lines of its own, on every slip', () => {
    const localLines = [{ label: 'Đường dây nóng:', value: '(024) 3364 1111' }];
    for (const paper of all(contextOf('TT01-2018', { localLines }))) {
      if (paper.form === 'slip')
        expect(paper.blocks).toContainEqual(
          expect.objectContaining({ lines: expect.arrayContaining(localLines) }),
        );
    }
  });

  test('the sheet of its slips; lists have theirs', () => {
    for (const paper of ['a5', 'a4'] as const) {
      const slips = all(contextOf('TT01-2018', { paper })).filter(({ form }) => form === 'slip');
      expect(new Set(slips.map((slip) => slip.paper))).toEqual(new Set([paper]));
    }
  });

  test('nothing that is not known', () => {
    expect(formOptions.parse(defaultFormOptions)).toEqual(defaultFormOptions);
    expect(formOptions.safeParse({ ...defaultFormOptions, title: 'GIẤY HẸN' }).success).toBe(false);
  });
});

/** The head and the rows of a table as a grid: how often each place is covered. */
function coverage(rows: readonly { readonly cells: Table['head'][number] }[], width: number): number[][] {
  const grid = rows.map(() => Array.from({ length: width }, () => 0));
  for (const [y, { cells }] of rows.entries()) {
    let x = 0;
    for (const cell of cells) {
      while (grid[y]?.[x] === 1) x += 1;
      for (let below = 0; below < cell.rows; below += 1) {
        const line = grid[y + below] ?? [];
        for (let right = 0; right < cell.columns; right += 1) line[x + right] = (line[x + right] ?? 0) + 1;
      }
    }
  }
  return grid;
}

test('every table covers each of its places once, and its columns fill the width', () => {
  const official = contextOf('TT03-2025', { registerColumns: 'official' });
  for (const paper of [...all(contextOf()), ...all(official)]) {
    const tables: Table[] =
      paper.form === 'list'
        ? [{ columns: paper.columns, head: paper.head, rows: paper.pages.flatMap(({ rows }) => rows) }]
        : paper.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
    for (const { columns, head, rows } of tables) {
      expect(columns.reduce((sum, { width }) => sum + width, 0)).toBe(100);
      const heading = head.map((cells) => ({ cells }));
      expect(new Set(coverage(heading, columns.length).flat())).toEqual(new Set([1]));
      expect(new Set(coverage(rows, columns.length).flat())).toEqual(new Set([1]));
    }
  }
});

test('a job is named by kind and code, in plain letters and without a person', () => {
  expect(Object.values(everyPaper(contextOf())).map(jobName)).toEqual([
    'phieu-bo-sung',
    'phieu-tu-choi',
    'phieu-xin-loi-250520-1043',
    'thong-bao-dung-250520-1043',
    'phieu-kiem-soat-250520-1043',
    'so-theo-doi-1-2025',
    'khoa-so-1-2025',
    'bien-nhan-tra-ket-qua-250520-1043',
    'phieu-ban-giao-2025-05-23',
    'bien-ban-giao-nhan-2025-05-23',
    'bang-ke-thu-phi-2025-05-23',
    'qua-trinh-xu-ly-250520-1043',
    'bien-nhan-nhieu-ho-so-250520-1001',
  ]);
});

test('whatever was recorded, every paper is whole, and none but a wish gives the personal number away', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  const idNumber = '001189012345';
  const applicant = fc.record({
    name: text,
    idNumber: fc.constant(idNumber),
    idKind: fc.constant(null),
    otherNumbers: fc.constant([]),
    birthDate: fc.constant(null),
    sex: fc.constant('unknown' as const),
    phone: fc.constantFrom('', '0912345678'),
    address: text,
  });
  fc.assert(
    fc.property(
      applicant,
      fc.nat({ max: 12 }),
      fc.constantFrom('TT01-2018', 'TT03-2025'),
      (who, rows, set) => {
        for (const paper of all(contextOf(set), { applicant: who }, rows + 1)) {
          expect(formDocument.safeParse(paper).success).toBe(true);
          expect(JSON.stringify(paper)).not.toContain(idNumber);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('the two copies of a receipt differ in nothing but whose they are', () => {
  const { printedAt, printedBy } = contextOf();
  const both = receiptLeaves(
    {
      received: aReceivedDossier(),
      agency: vongXuyen,
      deskName: 'Quầy 1',
      officerName: 'Đỗ Thu Trang',
      printedBy,
      printedAt,
      copy: 0,
      demo: false,
    },
    'a4-landscape',
  );
  expect(formDocument.parse(both)).toEqual(both);
  expect(both.leaves.map(({ copyFor }) => copyFor)).toEqual(['(Liên 1: Lưu)', '(Liên 2: Giao khách hàng)']);
  const [stored, given] = both.leaves.map(({ copyFor: _copyFor, ...rest }) => rest);
  expect(stored).toEqual(given);
  expect(jobName(both)).toBe('bien-nhan-250520-1043');
});
