import { describe, expect, test } from 'vitest';
import { day, moment } from '../../shared/domain/base/local-date.ts';
import { apologyLetter } from '../../shared/forms/dossier/apology-letter.ts';
import { refusalSlip } from '../../shared/forms/dossier/refusal-slip.ts';
import { stopNotice } from '../../shared/forms/dossier/stop-notice.ts';
import { supplementSlip } from '../../shared/forms/dossier/supplement-slip.ts';
import { aReceivedDossier } from '../domain/dossier/example.ts';
import { labelsOf, valueOf } from './labels.ts';
import { aLongDossier, asked, contextOf, deputy, everyPaper, head, refused, rescheduled } from './samples.ts';

const officerName = 'Đỗ Thu Trang';
const papers = everyPaper(contextOf());

describe('form 02, asked at the counter', () => {
  const slip = papers.supplement;

  test('says everything of the official form, word for word and in its order', () => {
    expect(slip).toMatchObject({
      formNumber: '02',
      title: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      header: { number: 'Số: ………/HDHS', placeAndDate: 'Võng Xuyên, ngày 20 tháng 5 năm 2025' },
    });
    expect(labelsOf(slip)).toEqual([
      'Bộ phận tiếp nhận và trả kết quả:',
      'Tiếp nhận hồ sơ/yêu cầu của Ông/Bà:',
      'Nội dung yêu cầu giải quyết:',
      'Địa chỉ:',
      'Số điện thoại:',
      'Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:',
      'Lý do:',
      'Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với Đỗ Thu Trang, số điện thoại (024) 3364 0000 để được hướng dẫn./.',
      'NGƯỜI HƯỚNG DẪN',
      '(Ký và ghi rõ họ tên)',
    ]);
    expect(valueOf(slip, 'Số điện thoại:')).toMatch(/^0912 345 678 {2}Email: …+$/);
    expect(slip.blocks).toContainEqual({ kind: 'numbered', items: asked.items });
  });

  test('names no dossier: nothing has been accepted', () => {
    expect(slip).toMatchObject({ subtitle: '', shortCode: '', qr: null });
  });

  test('leaves room to write where no reason was given', () => {
    const made = supplementSlip({
      context: contextOf(),
      officerName,
      asked: { stage: 'counter', body: { ...asked, reason: '' } },
    });
    expect(valueOf(made, 'Lý do:')).toBe('………………');
  });

  test('names the page where the rules are, if the office has one', () => {
    const made = everyPaper(contextOf('TT01-2018', { website: 'dichvucong.gov.vn' })).supplement;
    expect(labelsOf(made).join(' ')).toContain('Ông/Bà xem quy định tại dichvucong.gov.vn. Trong quá trình');
  });
});

test('form 02 of a dossier in processing has its code, the legal basis and the last day', () => {
  const slip = supplementSlip({
    context: contextOf(),
    officerName,
    asked: {
      stage: 'processing',
      received: aLongDossier(),
      body: {
        at: moment('2025-05-21T08:00'),
        items: ['Trích lục ly hôn bản chính'],
        reason: 'Bản nộp là bản photo',
        legalBasis: 'Điều 22 Nghị định 123/2015/NĐ-CP',
        approvedBy: 'tam',
        answerBy: day('2025-07-02'),
      },
    },
  });
  expect(slip).toMatchObject({ subtitle: 'Mã hồ sơ: H26.25.39-250520-1043', shortCode: '250520-1043' });
  expect(valueOf(slip, 'Lý do:')).toBe('Bản nộp là bản photo. Căn cứ: Điều 22 Nghị định 123/2015/NĐ-CP');
  expect(valueOf(slip, 'Thời hạn bổ sung, hoàn thiện:')).toBe('đến hết ngày 02/07/2025');
  expect(slip.qr?.text).toMatch(/^MC1\*H26/);
});

describe('form 03', () => {
  test('says everything of the official form, word for word and in its order', () => {
    expect(papers.refusal).toMatchObject({
      formNumber: '03',
      title: 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
    });
    expect(labelsOf(papers.refusal)).toEqual([
      'Bộ phận tiếp nhận và trả kết quả:',
      'Tiếp nhận hồ sơ của:',
      'Địa chỉ:',
      'Số điện thoại:',
      'Nội dung yêu cầu giải quyết:',
      'Qua xem xét, Bộ phận tiếp nhận và trả kết quả Xã Võng Xuyên thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:',
      refused.reason,
      'Xin thông báo cho Ông/Bà được biết và thực hiện.',
      'NGƯỜI NỘP HỒ SƠ',
      '(Ký và ghi rõ họ tên)',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
      '(Ký và ghi rõ họ tên)',
    ]);
  });

  test('is signed by whom the province prints', () => {
    const context = contextOf('TT01-2018', { refuserTitle: 'NGƯỜI TỪ CHỐI' });
    const { signatures } = refusalSlip({ context, officerName, refused });
    expect(signatures.map(({ titles }) => titles)).toEqual([['NGƯỜI NỘP HỒ SƠ'], ['NGƯỜI TỪ CHỐI']]);
  });
});

describe('form 04', () => {
  test('apologises, gives the reason and the new date, and is signed for the head', () => {
    expect(papers.apology).toMatchObject({
      formNumber: '04',
      title: 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
      header: {
        agency: '',
        desk: 'ỦY BAN NHÂN DÂN XÃ VÕNG XUYÊN',
        number: 'Số: ………/PXL',
        subject: 'V/v xin lỗi và hẹn lại ngày trả kết quả',
      },
    });
    expect(labelsOf(papers.apology).map((label) => label.replaceAll('\u{A0}', ' '))).toEqual([
      'Kính gửi:',
      '(Địa chỉ: Thôn Phúc Trạch, xã Võng Xuyên, SĐT: 0912 345 678)',
      'Ngày 20 tháng 5 năm 2025, Bộ phận tiếp nhận và trả kết quả Xã Võng Xuyên tiếp nhận hồ sơ của Ông/Bà về việc Thủ tục cấp Giấy xác nhận tình trạng hôn nhân, mã hồ sơ: H26.25.39-250520-1043.',
      'Thời gian hẹn trả kết quả giải quyết hồ sơ:',
      'Tuy nhiên đến nay Ủy ban nhân dân xã Võng Xuyên chưa trả kết quả giải quyết hồ sơ của Ông/Bà đúng thời gian đã hẹn.',
      'Lý do:',
      'Ủy ban nhân dân xã Võng Xuyên xin lỗi Ông/Bà về sự chậm trễ này, đã gây phiền hà, tốn kém chi phí, công sức của Ông/Bà.',
      'Ủy ban nhân dân xã Võng Xuyên sẽ trả kết quả giải quyết hồ sơ cho Ông/Bà vào ngày 02 tháng 6 năm 2025.',
      'Mong nhận được sự thông cảm của Ông/Bà./.',
      'Nơi nhận:',
      '- Như trên;',
      '- Bộ phận tiếp nhận và trả kết quả;',
      '- Lưu: VT.',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      '(Ký tên, đóng dấu)',
    ]);
    expect(valueOf(papers.apology, 'Thời gian hẹn trả kết quả giải quyết hồ sơ:')).toBe(
      '09 giờ 42 phút, ngày 23 tháng 5 năm 2025.',
    );
  });

  test.each([
    { signer: head, options: {}, titles: ['THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ'] },
    { signer: head, options: { headTitles: ['CHỦ TỊCH'] }, titles: ['CHỦ TỊCH'] },
    { signer: deputy, options: {}, titles: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
  ])('is signed as $titles', ({ signer, options, titles }) => {
    const context = contextOf('TT01-2018', options);
    const { signatures } = apologyLetter({ context, received: aLongDossier(), rescheduled, signer });
    expect(signatures).toEqual([{ titles, hint: '(Ký tên, đóng dấu)', name: 'Nguyễn Thị Tâm' }]);
  });

  test('has no empty brackets for a person without address and phone', () => {
    const applicant = { ...aReceivedDossier().applicant, address: '', phone: '' };
    const received = aLongDossier({ applicant });
    const letter = apologyLetter({ context: contextOf(), received, rescheduled, signer: head });
    expect(labelsOf(letter).slice(0, 2)).toEqual(['Kính gửi:', expect.stringMatching(/^Ngày 20/)]);
  });

  test('asks for more time under the newer set', () => {
    const letter = everyPaper(contextOf('TT03-2025')).apology;
    expect(letter).toMatchObject({
      formNumber: '04',
      title: 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
      header: { subject: 'V/v xin lỗi và đề nghị gia hạn thời gian giải quyết' },
    });
  });
});

describe('form 05 of 2025', () => {
  const received = aLongDossier();
  const context = contextOf('TT03-2025');
  const nothing = { takings: [], refunds: [] };
  const withdrawn = { at: moment('2025-05-21T10:00'), request: 'Tôi xin rút hồ sơ để nộp sau' };

  test('tells stage, decision, reason and what becomes of the fee', () => {
    const notice = everyPaper(context).stop;
    expect(notice).toMatchObject({ formNumber: '05', title: 'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ' });
    expect(valueOf(notice, 'Giai đoạn giải quyết:')).toBe('Đang xử lý');
    expect(valueOf(notice, 'Lý do:')).toBe('Chờ kết luận của cơ quan có thẩm quyền');
    const eight = '8.000 đồng (Viết bằng chữ: Tám nghìn đồng)';
    expect(valueOf(notice, 'Phí, lệ phí:')).toBe(
      `Đã thu ${eight}, biên lai 28AA-17T số 0001234. Giữ ${eight} để tiếp tục giải quyết; hoàn trả nếu không giải quyết nữa.`,
    );
    expect(labelsOf(notice)).toContain(
      'Ủy ban nhân dân xã Võng Xuyên thông báo dừng giải quyết hồ sơ nêu trên kể từ ngày 21 tháng 5 năm 2025.',
    );
  });

  test('goes by the citizen’s own request, and nothing was paid', () => {
    const stopped = { by: 'citizen', body: withdrawn } as const;
    const notice = stopNotice({ context, received, stopped, stage: '', money: nothing, signer: head });
    expect(valueOf(notice, 'Theo đề nghị của Ông/Bà:')).toBe(withdrawn.request);
    expect(valueOf(notice, 'Giai đoạn giải quyết:')).toBe('………………');
    expect(valueOf(notice, 'Phí, lệ phí:')).toBe('Chưa thu, không phải nộp');
  });

  test('says what was taken and what of it has gone back to whoever withdraws', () => {
    const stopped = { by: 'citizen', body: withdrawn } as const;
    const at = moment('2025-05-20T10:00');
    const takings = [{ at, vnd: 15_000, receipt: null, shift: null }];
    const feeWith = (refunded: number) => {
      const refunds = refunded === 0 ? [] : [{ at, vnd: refunded, reason: 'rút', shift: null }];
      const money = { takings, refunds };
      return valueOf(
        stopNotice({ context, received, stopped, stage: '', money, signer: head }),
        'Phí, lệ phí:',
      );
    };
    const fifteen = '15.000 đồng (Viết bằng chữ: Mười lăm nghìn đồng)';
    expect(feeWith(0)).toBe(`Đã thu ${fifteen}. Còn giữ ${fifteen}, chờ hoàn trả.`);
    expect(feeWith(15_000)).toBe(`Đã thu ${fifteen}. Đã hoàn trả ${fifteen}.`);
  });

  test('is a local paper under the older set, which has none', () =>
    expect(papers.stop).toMatchObject({ formNumber: '', title: 'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ' }));
});
