import { describe, expect, test } from 'vitest';
import { day } from '../../shared/domain/base/local-date.ts';
import { pagesOf } from '../../shared/forms/base/pages.ts';
import { plainRow } from '../../shared/forms/base/paper-parts.ts';
import { register } from '../../shared/forms/office/register.ts';
import { labelsOf, rowsOf } from './labels.ts';
import {
  aClosing,
  aLongDossier,
  contextOf,
  entries,
  everyPaper,
  fact,
  rescheduled,
  wholeWay,
} from './samples.ts';

const bookOf = (count: number, changes: Partial<Parameters<typeof register>[0]> = {}) =>
  register({
    context: contextOf(),
    volume: '1/2025',
    entries: entries(count),
    openedOn: day('2025-01-02'),
    closing: null,
    firstPage: 1,
    ...changes,
  });

describe('the register', () => {
  test('has the columns of practice, those of one group side by side', () => {
    const [top = [], below = []] = bookOf(1).head;
    expect(top.map(({ text }) => text)).toEqual([
      'STT',
      'Mã hồ sơ',
      'Nội dung hồ sơ',
      'Số lượng (bộ)',
      'Họ tên chủ hồ sơ',
      'Địa chỉ chủ hồ sơ',
      'Số điện thoại',
      'Ngày, tháng, năm',
      'Trả kết quả',
      'Người nhận hồ sơ',
      'Địa bàn phát sinh hồ sơ',
      'Ghi chú',
    ]);
    expect(below.map(({ text }) => text)).toEqual([
      'Nhận hồ sơ',
      'Hẹn trả kết quả',
      'Ngày nhận kết quả',
      'Bên giao (Ký tên)',
      'Bên nhận (Ký tên)',
    ]);
    expect(top.map(({ columns, rows }) => `${columns}x${rows}`).join(' ')).toBe(
      '1x2 1x2 1x2 1x2 1x2 1x2 1x2 2x1 3x1 1x2 1x2 1x2',
    );
  });

  test('has the columns of the circular where an office wants them', () => {
    const context = contextOf('TT03-2025', { registerColumns: 'official' });
    const [top = [], below = []] = bookOf(1, { context }).head;
    expect(top.map(({ text }) => text)).toEqual([
      'TT',
      'Mã hồ sơ',
      'Tên TTHC',
      'Số lượng hồ sơ (bộ)',
      'Tên cá nhân, tổ chức',
      'Địa chỉ, số điện thoại',
      'Cơ quan chủ trì giải quyết',
      'Ngày, tháng, năm',
      'Trả kết quả',
      'Ghi chú',
    ]);
    expect(below.map(({ text }) => text)).toEqual([
      'Nhận hồ sơ',
      'Hẹn trả kết quả',
      'Trả kết quả',
      'Phương thức nhận kết quả',
      'Ký nhận',
    ]);
  });

  test('says of each dossier what is known of it', () =>
    expect(rowsOf(bookOf(1))[0]).toEqual([
      '01',
      'H26.25.39-250520-1001',
      'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân',
      '1',
      'KHUẤT THỊ MINH NGUYỆT',
      'Thôn Phúc Trạch, xã Võng Xuyên',
      '0912 345 678',
      '20/05/2025',
      '23/05/2025',
      '23/05/2025',
      '',
      '',
      'Đỗ Thu Trang',
      'Phúc Trạch',
      '',
    ]));

  test('strikes a wrong entry through and keeps it', () => {
    const rows = bookOf(12).pages.flatMap((page) => page.rows);
    expect(rows.map(({ look }) => look).indexOf('struck')).toBe(9);
    expect(rows).toHaveLength(12);
    expect(rowsOf(bookOf(12))[9]?.at(-1)).toBe('Hủy ngày 20/05/2025');
  });

  test('notes a new date, which is then the promised one', () => {
    const received = aLongDossier();
    const facts = [...wholeWay(received).slice(0, 2), fact('dossier.rescheduled', 'tam', rescheduled)];
    const [row] = rowsOf(bookOf(0, { entries: [{ received, facts, officerName: '', area: '' }] }));
    expect([row?.[8], row?.at(-1)]).toEqual(['02/06/2025', 'Hẹn lại ngày 22/05/2025']);
  });

  test('opens with its volume and serials; pages printed later have no cover and go on counting', () => {
    const book = bookOf(25);
    expect(book).toMatchObject({ title: 'SỔ THEO DÕI HỒ SƠ', formNumber: '06', shortCode: '1/2025' });
    expect(book.cover).toEqual([
      { label: 'Quyển số:', value: '1/2025' },
      { label: 'Từ số thứ tự:', value: '01' },
      { label: 'Đến số thứ tự:', value: '………………' },
      { label: 'Số trang:', value: '………………' },
      { label: 'Ngày mở sổ:', value: '02/01/2025' },
      { label: 'Ngày khóa sổ:', value: '………………' },
    ]);
    expect(book.pages.map(({ label }) => label)).toEqual(['Trang 1', 'Trang 2', 'Trang 3']);
    const later = bookOf(5, { firstPage: 4 });
    expect(later.cover).toBeNull();
    expect(later.pages.map(({ label }) => label)).toEqual(['Trang 4']);
  });

  test('says where it ends once it is closed, also on pages that are printed alone', () => {
    const closed = bookOf(20, { closing: aClosing });
    expect(closed.cover).toEqual([
      { label: 'Quyển số:', value: '1/2025' },
      { label: 'Từ số thứ tự:', value: '01' },
      { label: 'Đến số thứ tự:', value: '25' },
      { label: 'Số trang:', value: '3' },
      { label: 'Ngày mở sổ:', value: '02/01/2025' },
      { label: 'Ngày khóa sổ:', value: '02/01/2026' },
    ]);
    expect(closed.pages.map(({ label }) => label)).toEqual(['Trang 1/3', 'Trang 2/3']);
  });

  test('is closed by a page for the head of the desk to sign and seal', () => {
    const page = everyPaper(contextOf(), {}, 25).registerClosing;
    expect(page).toMatchObject({
      title: 'TRANG KHÓA SỔ',
      subtitle: 'Sổ theo dõi hồ sơ, quyển số: 1/2025',
      header: { placeAndDate: 'Võng Xuyên, ngày 02 tháng 01 năm 2026' },
    });
    expect(rowsOf(page)).toEqual([['01', '25', '25', '1', '3']]);
    expect(page.signatures.map(({ titles, name }) => [titles[0], name])).toEqual([
      ['NGƯỜI KHÓA SỔ', 'Nguyễn Văn Quý'],
      ['NGƯỜI ĐỨNG ĐẦU BỘ PHẬN', ''],
    ]);
  });

  test('goes by serial, in whatever order the entries come', () => {
    const book = bookOf(0, { entries: entries(11).toReversed() });
    expect(rowsOf(book).map(([serial]) => Number(serial))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });
});

describe('the other lists', () => {
  const papers = everyPaper(contextOf(), {}, 2);

  test('results handed between units', () => {
    expect(papers.handOverList).toMatchObject({
      title: 'PHIẾU BÀN GIAO KẾT QUẢ GIẢI QUYẾT TTHC',
      formNumber: '',
    });
    expect(labelsOf(papers.handOverList)).toEqual([
      'Bên giao:',
      'Bên nhận:',
      'TT',
      'Mã hồ sơ',
      'Nội dung giải quyết',
      'Kết quả',
      'Họ tên chủ hồ sơ',
      'Địa chỉ',
      'Phí/lệ phí (X là có)',
      'Trả qua bưu điện (X là có)',
      'Tổng số:',
      'BÊN GIAO',
      '(Ký và ghi rõ họ tên)',
      'BÊN NHẬN',
      '(Ký và ghi rõ họ tên)',
    ]);
  });

  test.each([
    { feeVnd: 8000, returnAt: 'desk', crosses: ['X', ''] },
    { feeVnd: 0, returnAt: 'post', crosses: ['', 'X'] },
    { feeVnd: null, returnAt: 'online', crosses: ['X', ''] },
  ] as const)('a result with fee $feeVnd by $returnAt', ({ feeVnd, returnAt, crosses }) => {
    const { handOverList } = everyPaper(contextOf(), { feeVnd, returnAt }, 1);
    expect(rowsOf(handOverList)[0]?.slice(-2)).toEqual(crosses);
  });

  test('dossiers given and taken', () => {
    expect(papers.deliveryRecord.title).toBe('BIÊN BẢN GIAO NHẬN HỒ SƠ');
    expect(labelsOf(papers.deliveryRecord).slice(2, 10)).toEqual([
      'STT',
      'Nội dung',
      'Đơn vị',
      'Ngày nhận',
      'Ngày hẹn trả',
      'Thời hạn xử lý',
      'Số lượng hồ sơ',
      'Họ và tên',
    ]);
    expect(rowsOf(papers.deliveryRecord)[0]).toEqual([
      '1',
      'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân\nH26.25.39-250520-1001',
      'Tư pháp - Hộ tịch',
      '20/05/2025',
      '23/05/2025',
      '03 ngày làm việc',
      '1',
      'KHUẤT THỊ MINH NGUYỆT',
    ]);
  });

  test('every step of a dossier, with the promise that held then', () => {
    const { progress } = papers;
    expect(progress.title).toBe('QUÁ TRÌNH XỬ LÝ HỒ SƠ');
    expect(labelsOf(progress).slice(2)).toEqual([
      'STT',
      'Ngày xử lý',
      'Người xử lý',
      'Thao tác',
      'Người nhận',
      'Thời hạn',
    ]);
    expect(rowsOf(progress).map((cells) => cells.slice(2, 5))).toEqual([
      ['Đỗ Thu Trang', 'Tiếp nhận', ''],
      ['Đỗ Thu Trang', 'Chuyển xử lý', 'Kiều Văn Hưng, Công chức Tư pháp - Hộ tịch'],
      ['Kiều Văn Hưng', 'Chuyển liên thông', 'Công an xã Võng Xuyên'],
      ['Kiều Văn Hưng', 'Cơ quan phối hợp trả về', ''],
      ['Kiều Văn Hưng', 'Trình ký', ''],
      ['Nguyễn Thị Tâm', 'Đã có kết quả', ''],
      ['Đỗ Thu Trang', 'Trả kết quả', 'ĐỖ VĂN BẢY'],
    ]);
  });
});

test.each([
  { rows: 0, perPage: 10, sizes: [0] },
  { rows: 10, perPage: 10, sizes: [10] },
  { rows: 11, perPage: 10, sizes: [10, 1] },
])('$rows rows by $perPage fill pages of $sizes', ({ rows, perPage, sizes }) => {
  const made = Array.from({ length: rows }, (_, n) => plainRow(String(n)));
  expect(pagesOf(made, perPage).map((page) => page.rows.length)).toEqual(sizes);
});
