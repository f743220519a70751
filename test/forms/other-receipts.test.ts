import { describe, expect, test } from 'vitest';
import { moment } from '../../shared/domain/base/local-date.ts';
import { resultReceipt } from '../../shared/forms/dossier/result-receipt.ts';
import { batchReceipt } from '../../shared/forms/office/batch-receipt.ts';
import { labelsOf, valueOf } from './labels.ts';
import { aLongDossier, contextOf, delivered, entries } from './samples.ts';

const officerName = 'Đỗ Thu Trang';

describe('the receipt for a result', () => {
  const slip = resultReceipt({
    context: contextOf(),
    received: aLongDossier(),
    delivered,
    officerName,
    result: { kind: 'Giấy xác nhận', number: '', abstract: '' },
  });

  test('names who gives, who takes, and what', () => {
    expect(slip).toMatchObject({ formNumber: '', title: 'GIẤY BIÊN NHẬN TRẢ KẾT QUẢ' });
    expect(labelsOf(slip)).toEqual([
      'Tên thủ tục hành chính:',
      'Chủ hồ sơ:',
      'Người trả kết quả:',
      'Số điện thoại:',
      'Người nhận kết quả:',
      'Số điện thoại:',
      'Số CMND/Thẻ căn cước/Hộ chiếu:',
      'Giấy ủy quyền:',
      'Loại kết quả:',
      'Số:',
      'Trích yếu:',
      'Ngày trả:',
      'Phí, lệ phí đã thu:',
      'Viết bằng chữ:',
      'NGƯỜI NHẬN KẾT QUẢ',
      '(Ký và ghi rõ họ tên)',
      'NGƯỜI TRẢ KẾT QUẢ',
      '(Ký và ghi rõ họ tên)',
    ]);
    expect(valueOf(slip, 'Người nhận kết quả:')).toBe('ĐỖ VĂN BẢY, con');
    expect(valueOf(slip, 'Số:')).toBe('………………');
    expect(valueOf(slip, 'Ngày trả:')).toBe('08 giờ 30 phút, ngày 23 tháng 5 năm 2025');
  });

  test.each([
    { feeCollectedVnd: 8000, words: 'Tám nghìn đồng' },
    { feeCollectedVnd: 105_000, words: 'Một trăm linh năm nghìn đồng' },
    { feeCollectedVnd: 0, words: undefined },
  ])('says $feeCollectedVnd đồng as "$words"', ({ feeCollectedVnd, words }) => {
    const made = resultReceipt({
      context: contextOf(),
      received: aLongDossier(),
      delivered: { ...delivered, feeCollectedVnd },
      officerName,
      result: { kind: '', number: '', abstract: '' },
    });
    expect(valueOf(made, 'Viết bằng chữ:')).toBe(words);
  });

  test.each([
    ['masked', '001090***345'],
    ['full', '001090012345'],
    ['none', undefined],
  ] as const)('prints the receiver’s number %s', (idNumber, printed) => {
    const made = resultReceipt({
      context: contextOf('TT01-2018', { idNumber }),
      received: aLongDossier(),
      delivered,
      officerName,
      result: { kind: '', number: '', abstract: '' },
    });
    expect(valueOf(made, 'Số CMND/Thẻ căn cước/Hộ chiếu:')).toBe(printed);
  });
});

describe('one receipt for several dossiers', () => {
  const [one, two, three] = entries(3).map(({ received }) => received);
  if (one === undefined || two === undefined || three === undefined) throw new Error('Three dossiers');

  test('says what they share, and leaves the rest to the list', () => {
    const later = { ...three, dueAt: moment('2025-05-27T09:42'), register: { volume: '1/2025', number: 3 } };
    const slip = batchReceipt({
      context: contextOf(),
      officerName,
      leaf: 'stored',
      dossiers: [one, later, two],
    });
    expect(slip).toMatchObject({
      formNumber: '01',
      title: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      subtitle: 'Mã hồ sơ: theo danh sách kèm theo (Liên 1: Lưu)',
      qr: null,
    });
    expect(labelsOf(slip).slice(0, 12)).toEqual([
      'Bộ phận tiếp nhận và trả kết quả:',
      'Tiếp nhận hồ sơ của:',
      'Địa chỉ:',
      'Số điện thoại:',
      'Nội dung yêu cầu giải quyết:',
      '1. Thành phần hồ sơ nộp gồm:',
      '2. Số lượng hồ sơ:',
      '3. Thời gian giải quyết hồ sơ theo quy định là:',
      '4. Thời gian nhận hồ sơ:',
      '5. Thời gian trả kết quả giải quyết hồ sơ:',
      '6. Đăng ký nhận kết quả tại:',
      'Vào Sổ theo dõi hồ sơ, Quyển số:',
    ]);
    expect(valueOf(slip, '2. Số lượng hồ sơ:')).toBe('3 (kèm theo danh sách)');
    expect(valueOf(slip, '5. Thời gian trả kết quả giải quyết hồ sơ:')).toBe(
      '09 giờ 42 phút, ngày 27 tháng 5 năm 2025 (hồ sơ hẹn sớm hơn: theo danh sách)',
    );
    expect(valueOf(slip, 'Vào Sổ theo dõi hồ sơ, Quyển số:')).toBe('1/2025  Số thứ tự 01 - 03');
    expect(valueOf(slip, 'Phí phải thu:')).toBe('24.000 đồng (Hai mươi tư nghìn đồng)');
  });

  test('tells of dossiers whose fee nobody knows yet, beside what is known', () => {
    const due = (...dossiers: [typeof one, ...(typeof one)[]]) =>
      valueOf(batchReceipt({ context: contextOf(), officerName, leaf: 'stored', dossiers }), 'Phí phải thu:');
    const unknown = { ...two, feeVnd: null };
    expect(due(one, unknown)).toBe('8.000 đồng (Tám nghìn đồng), và 1 hồ sơ thu theo quy định');
    expect(due(unknown)).toBe('1 hồ sơ thu theo quy định');
    expect(due({ ...one, feeVnd: 0 })).toBeUndefined();
  });

  test('names numbers with a gap one by one', () => {
    const slip = batchReceipt({ context: contextOf(), officerName, leaf: 'citizen', dossiers: [one, three] });
    expect(valueOf(slip, 'Vào Sổ theo dõi hồ sơ, Quyển số:')).toBe('1/2025  Số thứ tự 01, 03');
  });

  test('is the submitter’s, whoever the dossiers are for', () => {
    const submitter = { name: 'Đỗ Văn Bảy', idNumber: '', relation: 'con' };
    const slip = batchReceipt({
      context: contextOf(),
      officerName,
      leaf: 'citizen',
      dossiers: [{ ...one, submitter }, two],
    });
    expect(valueOf(slip, 'Tiếp nhận hồ sơ của:')).toBe('ĐỖ VĂN BẢY');
    expect(valueOf(slip, 'Địa chỉ:')).toBe('………………');
  });
});
