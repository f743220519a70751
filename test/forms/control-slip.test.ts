import { describe, expect, test } from 'vitest';
import { moment } from '../../shared/domain/base/local-date.ts';
import { controlSlip } from '../../shared/forms/dossier/control-slip.ts';
import type { RecordedFact } from '../../shared/forms/dossier/recorded-fact.ts';
import { labelsOf, valueOf } from './labels.ts';
import { aLongDossier, contextOf, fact, nameOf, rescheduled, wholeWay } from './samples.ts';

const received = aLongDossier();
const slipOf = (facts: readonly RecordedFact[]) =>
  controlSlip({ context: contextOf(), received, facts, nameOf });

/** One entry for each block: who gives and takes, when, with what result, and what is noted. */
function blocksOf(facts: readonly RecordedFact[]): string[][] {
  const table = slipOf(facts).blocks.find((block) => block.kind === 'table')?.table;
  const rows = table?.rows ?? [];
  return rows.filter(({ look }) => look === 'plain').map(({ cells }) => cells.map(({ text }) => text));
}

const blankMoment = '… giờ … phút, ngày … tháng … năm …';
const desk = 'Bộ phận tiếp nhận và trả kết quả';
const specialist = 'Công chức Tư pháp - Hộ tịch, Kiều Văn Hưng';

describe('the control slip', () => {
  test('says everything of the official form, word for word and in its order', () => {
    const slip = slipOf(wholeWay(received));
    expect(slip).toMatchObject({
      formNumber: '05',
      title: 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
      header: { number: 'Quyển số: 1/2025, Số thứ tự: 1043' },
      signatures: [],
    });
    expect(labelsOf(slip)).toEqual([
      'Kèm theo hồ sơ của:',
      'Mã hồ sơ:',
      'Ngày nhận:',
      'Ngày, giờ hẹn trả kết quả:',
      'Cơ quan (bộ phận) giải quyết hồ sơ:',
      'Cơ quan phối hợp giải quyết hồ sơ:',
      'TÊN CƠ QUAN',
      'THỜI GIAN GIAO, NHẬN HỒ SƠ',
      'KẾT QUẢ GIẢI QUYẾT HỒ SƠ (Trước hạn/đúng hạn/quá hạn)',
      'GHI CHÚ',
    ]);
    expect(valueOf(slip, 'Ngày nhận:')).toBe('ngày 20 tháng 5 năm 2025');
    expect(valueOf(slip, 'Ngày, giờ hẹn trả kết quả:')).toBe('09 giờ 42 phút, ngày 23 tháng 5 năm 2025');
    expect(valueOf(slip, 'Cơ quan phối hợp giải quyết hồ sơ:')).toBe('Công an xã Võng Xuyên');
  });

  test('starts with the desk, follows the papers, and ends with the desk', () =>
    expect(blocksOf(wholeWay(received))).toEqual([
      [
        `1. Giao: ${desk}, Đỗ Thu Trang\n2. Nhận: ${specialist}`,
        '10 giờ 30 phút, ngày 20 tháng 5 năm 2025',
        '',
        '',
      ],
      [
        `1. Giao: ${specialist}\n2. Nhận: Công an xã Võng Xuyên`,
        '14 giờ 00 phút, ngày 20 tháng 5 năm 2025',
        '',
        '',
      ],
      [
        `1. Giao: Công an xã Võng Xuyên\n2. Nhận: ${specialist}`,
        '08 giờ 15 phút, ngày 22 tháng 5 năm 2025',
        'Quá hạn',
        '',
      ],
      [
        `1. Giao: ${specialist}\n2. Nhận: Lãnh đạo Ủy ban nhân dân xã Võng Xuyên`,
        '09 giờ 00 phút, ngày 22 tháng 5 năm 2025',
        '',
        '',
      ],
      [
        `1. Giao: Lãnh đạo Ủy ban nhân dân xã Võng Xuyên\n2. Nhận: ${desk}`,
        '15 giờ 40 phút, ngày 22 tháng 5 năm 2025',
        'Trước hạn',
        'Trả kết quả ngày 23/05/2025',
      ],
    ]));

  test('has room for each giver and taker to sign', () => {
    const table = slipOf(wholeWay(received)).blocks.find((block) => block.kind === 'table')?.table;
    const signing = table?.rows.filter(({ look }) => look === 'signing') ?? [];
    expect(signing).toHaveLength(5);
    for (const { cells } of signing) {
      expect(cells.map(({ text }) => text)).toEqual(['Người giao\n(Ký)', 'Người nhận\n(Ký)']);
    }
  });

  test('of a dossier just received has four empty blocks, the desk giving first', () =>
    expect(blocksOf(wholeWay(received).slice(0, 1))).toEqual([
      [`1. Giao: ${desk}, Đỗ Thu Trang\n2. Nhận: ………………`, blankMoment, '', ''],
      ...Array.from({ length: 3 }, () => ['1. Giao: ………………\n2. Nhận: ………………', blankMoment, '', '']),
    ]));

  test('of a dossier under way leaves the rest to be written in by whoever has the papers', () => {
    const blocks = blocksOf(wholeWay(received).slice(0, 2));
    expect(blocks).toHaveLength(4);
    expect(blocks[1]?.[0]).toBe(`1. Giao: ${specialist}\n2. Nhận: ………………`);
  });

  test('notes what happened on the way', () => {
    const facts = [
      ...wholeWay(received).slice(0, 2),
      fact('dossier.supplementRequested', 'hung', {
        at: moment('2025-05-21T08:00'),
        items: ['Trích lục ly hôn'],
        reason: 'Thiếu',
        legalBasis: '',
        approvedBy: 'tam',
        answerBy: null,
      }),
      fact('dossier.rescheduled', 'tam', rescheduled),
    ];
    expect(blocksOf(facts)[0]?.[3]).toBe('Yêu cầu bổ sung ngày 21/05/2025\nHẹn lại ngày 22/05/2025');
  });

  test('of a same-day dossier that never left the desk notes what became of it', () => {
    const facts = [
      ...wholeWay(received).slice(0, 1),
      fact('dossier.withdrawn', 'trang', { at: moment('2025-05-20T15:00'), request: 'Rút' }),
    ];
    expect(blocksOf(facts)[0]?.[3]).toBe('Công dân xin rút ngày 20/05/2025');
  });

  test('follows papers that go to a colleague of the same unit, and back to whoever passed them on', () => {
    const unit = 'Công chức Tư pháp - Hộ tịch';
    const facts = [
      ...wholeWay(received).slice(0, 2),
      fact('dossier.forwarded', 'hung', { at: moment('2025-05-20T11:00'), unit, officer: 'tam', note: '' }),
      fact('dossier.recalled', 'hung', { at: moment('2025-05-20T11:10'), reason: 'Chuyển nhầm' }),
    ];
    expect(blocksOf(facts).map(([names]) => names?.replace('\n2. Nhận: ', ' → ').slice(9))).toEqual([
      `${desk}, Đỗ Thu Trang → ${specialist}`,
      `${specialist} → ${unit}, Nguyễn Thị Tâm`,
      `${unit}, Nguyễn Thị Tâm → ${specialist}`,
      `${specialist} → ………………`,
    ]);
  });

  test.each([
    { name: 'after an apology is still late', type: 'dossier.rescheduled', result: 'Quá hạn' },
    {
      name: 'after a supplement is measured by the term that began anew',
      type: 'dossier.supplementReceived',
      result: 'Trước hạn',
    },
  ] as const)('a result $name', ({ type, result }) => {
    const { oldDueAt, newDueAt } = rescheduled;
    const at = moment('2025-05-22T16:00');
    const moved =
      type === 'dossier.rescheduled'
        ? fact(type, 'tam', rescheduled)
        : fact(type, 'trang', { at, items: [], policy: 'restart', oldDueAt, newDueAt, legsDueAt: [] });
    const facts = [
      ...wholeWay(received).slice(0, 2),
      moved,
      fact('dossier.resultReady', 'tam', {
        at: moment('2025-05-26T09:00'),
        note: '',
        result: { kind: '', number: '', abstract: '' },
      }),
    ];
    expect(blocksOf(facts)[1]?.[2]).toBe(result);
  });
});
