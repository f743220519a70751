import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moment } from '../../shared/domain/base/local-date.ts';
import type { DossierReceived } from '../../shared/domain/dossier/dossier-events.ts';
import { readReceiptCode } from '../../shared/domain/dossier/receipt-code.ts';
import { receiptSlip as slipSchema } from '../../shared/forms/base/form.ts';
import { defaultFormOptions, type FormOptions } from '../../shared/forms/base/form-options.ts';
import { type ReceiptRequest, receiptSlip } from '../../shared/forms/dossier/receipt-slip.ts';
import { aReceivedDossier, vongXuyen } from '../domain/dossier/example.ts';

const request = (
  received: Partial<DossierReceived> = {},
  changes: Partial<ReceiptRequest> = {},
): ReceiptRequest => ({
  received: aReceivedDossier(received),
  agency: vongXuyen,
  deskName: 'Quầy 1',
  officerName: 'Đỗ Thu Trang',
  printedBy: 'Đỗ Thu Trang',
  printedAt: moment('2025-05-20T09:42'),
  paper: 'a5',
  copy: 0,
  demo: false,
  ...changes,
});

const birth: Partial<DossierReceived> = {
  procedure: {
    code: '1.001193',
    name: 'Thủ tục đăng ký khai sinh',
    field: 'Hộ tịch',
    termText: 'trong ngày',
  },
  certified: [],
  papers: [
    { name: 'Tờ khai đăng ký khai sinh', originals: 1, certifiedCopies: 0, copies: 0, present: false },
    { name: 'Giấy chứng sinh', originals: 1, certifiedCopies: 0, copies: 2, present: false },
    { name: 'Căn cước công dân', originals: 0, certifiedCopies: 0, copies: 0, present: true },
  ],
  feeVnd: 0,
  feeChoice: null,
};

describe('form 01 on A5', () => {
  const slip = receiptSlip(request());

  test('says everything of the official form, word for word and in its order', () => {
    expect(slip.title).toBe('GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ');
    expect([
      ...slip.lines.map((line) => line.label),
      slip.papersTitle,
      ...slip.after.map((line) => line.label),
    ]).toEqual([
      'Bộ phận tiếp nhận và trả kết quả:',
      'Tiếp nhận hồ sơ của:',
      'Địa chỉ:',
      'Số điện thoại:',
      'Số CMND/Thẻ căn cước/Hộ chiếu:',
      'Nội dung yêu cầu giải quyết:',
      '1. Thành phần hồ sơ nộp gồm:',
      '2. Số lượng hồ sơ:',
      '3. Thời gian giải quyết hồ sơ theo quy định là:',
      '4. Thời gian nhận hồ sơ:',
      '5. Thời gian trả kết quả giải quyết hồ sơ:',
      '6. Đăng ký nhận kết quả tại:',
      'Vào Sổ theo dõi hồ sơ, Quyển số:',
      'Ghi chú:',
    ]);
    expect(slip.signatures).toEqual([
      { title: 'NGƯỜI NỘP HỒ SƠ', hint: '(Ký và ghi rõ họ tên)', name: '' },
      { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', hint: '(Ký và ghi rõ họ tên)', name: 'Đỗ Thu Trang' },
    ]);
    expect(slip.copyFor).toBe('(Liên 2: Giao khách hàng)');
  });

  test('is headed by the office of its day', () =>
    expect(slip.header).toEqual({
      agency: 'ỦY BAN NHÂN DÂN XÃ VÕNG XUYÊN',
      desk: 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
      number: 'Số: 1043/BPTN&TKQ',
      placeAndDate: 'Võng Xuyên, ngày 20 tháng 5 năm 2025',
    }));

  test('says when to come back and what to pay in its boxes', () => {
    expect(slip.due).toEqual({
      label: 'Hẹn trả kết quả',
      value: '17 giờ 30, thứ Ba 20/05/2025',
      place: 'Nhận tại Quầy 1, Xã Võng Xuyên',
    });
    expect(slip.fee).toEqual({ label: 'Phí phải thu', value: '22.000 đồng', note: 'Biên lai: thu khi trả' });
  });

  test('lists a certification by pages, copies and money', () => {
    expect(slip.table.columns.map((column) => column.title)).toEqual([
      'TT',
      'Thành phần hồ sơ',
      'Số trang',
      'Số bản giấy',
      'Thành tiền',
    ]);
    expect(slip.table.rows).toEqual([
      ['1', 'Giấy khai sinh (xuất trình bản chính)', '1', '3', '6.000'],
      ['2', 'Học bạ (xuất trình bản chính)', '6', '2', '16.000'],
    ]);
  });

  test('lists other papers by what was handed in', () => {
    const { table, fee } = receiptSlip(request(birth));
    expect(table.columns.map((column) => column.title)).toEqual([
      'TT',
      'Thành phần hồ sơ',
      'Bản chính',
      'Bản chứng thực',
      'Bản photo',
    ]);
    expect(table.rows).toEqual([
      ['1', 'Tờ khai đăng ký khai sinh', '1', '', ''],
      ['2', 'Giấy chứng sinh', '1', '', '2'],
      ['3', 'Căn cước công dân (xuất trình, trả lại)', '', '', ''],
    ]);
    expect(fee.value).toBe('Không thu');
  });

  test('carries a code that reads back as its dossier', () => {
    expect(readReceiptCode(slip.qr.text)).toEqual({
      ok: true,
      value: { kind: 'receipt', code: slip.code, issue: 0 },
    });
    expect(slip.shortCode).toBe('250520-1043');
  });
});

const line = (made: ReturnType<typeof receiptSlip>, label: string) =>
  made.lines.find((one) => one.label === label)?.value;

describe('an interlinked dossier', () => {
  const legs = [
    { agency: 'Phòng LĐ-TB&XH', termText: '56 giờ làm việc', dueAt: moment('2025-05-22T17:30') },
    { agency: 'UBND cấp huyện', termText: '', dueAt: moment('2025-05-23T09:42') },
  ];

  test('says when each agency must have given its share back, after the whole', () => {
    const made = receiptSlip(request({ legs }));
    const labels = made.after.map(({ label }) => label);
    expect(labels.indexOf('Cơ quan phối hợp:')).toBe(
      labels.indexOf('5. Thời gian trả kết quả giải quyết hồ sơ:') + 1,
    );
    expect(made.after.find(({ label }) => label === 'Cơ quan phối hợp:')?.value).toBe(
      'Phòng LĐ-TB&XH, 56 giờ làm việc, đến 17:30 22/05/2025; UBND cấp huyện, đến 09:42 23/05/2025',
    );
  });

  test('and who decides when it is not the office that receives; otherwise neither is said', () => {
    const competent = receiptSlip(request({ competentAgency: 'UBND xã Sen Phương' }));
    expect(line(competent, 'Cơ quan có thẩm quyền giải quyết:')).toBe('UBND xã Sen Phương');
    const plain = receiptSlip(request({}));
    expect(line(plain, 'Cơ quan có thẩm quyền giải quyết:')).toBeUndefined();
    expect(plain.after.map(({ label }) => label)).not.toContain('Cơ quan phối hợp:');
  });
});

describe('the slip of', () => {
  test.each([
    {
      name: 'a fee that the province sets',
      feeVnd: null,
      value: 'Theo quy định',
      note: 'Thu khi có thông báo',
    },
    { name: 'a free procedure', feeVnd: 0, value: 'Không thu', note: '' },
    { name: 'a fee', feeVnd: 8000, value: '8.000 đồng', note: 'Biên lai: thu khi trả' },
  ])('$name', ({ feeVnd, value, note }) =>
    expect(receiptSlip(request({ feeVnd })).fee).toMatchObject({ value, note }),
  );

  test('somebody who comes for another names both', () => {
    const submitter = { name: 'Đỗ Văn Bảy', idNumber: '', relation: 'con' };
    const made = receiptSlip(request({ submitter }));
    expect(line(made, 'Tiếp nhận hồ sơ của:')).toBe('KHUẤT THỊ MINH NGUYỆT');
    expect(line(made, 'Người nộp:')).toBe('ĐỖ VĂN BẢY, con');
  });

  test('a person without number or phone leaves room to write', () => {
    const { applicant } = aReceivedDossier();
    const made = receiptSlip(request({ applicant: { ...applicant, idNumber: '', phone: '' } }));
    expect(line(made, 'Số CMND/Thẻ căn cước/Hộ chiếu:')).toBeUndefined();
    expect(line(made, 'Số điện thoại:')).toMatch(/^…+ {2}Email: …+$/);
  });

  test('three copies of an extract says so', () =>
    expect(line(receiptSlip(request({ ...birth, copiesWanted: 3 })), 'Nội dung yêu cầu giải quyết:')).toBe(
      'Thủ tục đăng ký khai sinh (1.001193), 3 bản',
    ));

  test.each([
    ['desk', 'Nhận tại Quầy 1, Xã Võng Xuyên', 'Bộ phận tiếp nhận và trả kết quả'],
    ['post', 'Nhận tại nhà, qua bưu chính công ích', 'Tại nhà (bưu chính công ích)'],
    ['online', 'Nhận bản điện tử, qua Cổng dịch vụ công', 'Bản điện tử (Cổng dịch vụ công)'],
  ] as const)('a result by %s', (returnAt, place, registered) => {
    const made = receiptSlip(request({ returnAt }));
    expect(made.due.place).toBe(place);
    expect(made.after.find((one) => one.label === '6. Đăng ký nhận kết quả tại:')?.value).toBe(registered);
  });

  test('an office without a phone number leaves it out', () => {
    const made = receiptSlip(request({}, { agency: { ...vongXuyen, phone: '' } }));
    expect(made.footer.join(' ')).not.toMatch(/Tra cứu|undefined| $/);
  });
});

const slipWith = (options: Partial<FormOptions>, paper: ReceiptRequest['paper'] = 'a5') =>
  receiptSlip(request({}, { paper, options: { ...defaultFormOptions, ...options } }));

describe('an agency may set', () => {
  test.each([
    ['masked', '001189***345'],
    ['full', '001189012345'],
    ['none', undefined],
  ] as const)('how the citizen’s number stands: %s', (idNumber, printed) => {
    expect(line(slipWith({ idNumber }), 'Số CMND/Thẻ căn cước/Hộ chiếu:')).toBe(printed);
    expect(slipWith({ idNumber }, '80mm').lines[1]?.value).toBe(
      ['ĐT 0912 345 678', ...(printed === undefined ? [] : [`ĐD ${printed}`])].join(' · '),
    );
  });

  test('lines of its own, the lines at the top, and A4', () => {
    const localLines = [{ label: 'Đường dây nóng:', value: '(024) 3364 1111' }];
    const header = { agency: 'ỦY BAN NHÂN DÂN XÃ PHÚC THỌ', desk: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG' };
    const slip = slipWith({ localLines, header }, 'a4');
    expect(slip.lines).toContainEqual(localLines[0]);
    expect(slip).toMatchObject({ paper: 'a4', edition: '2026-11', header });
  });
});

describe('marks', () => {
  test.each([
    { name: 'an original', copy: 0, demo: false, marks: [], printed: 'In lần 1' },
    { name: 'a second reprint', copy: 2, demo: false, marks: ['BẢN IN LẠI – LẦN 2'], printed: 'In lần 3' },
    { name: 'a demo', copy: 0, demo: true, marks: ['DỮ LIỆU MẪU'], printed: 'In lần 1' },
    {
      name: 'a reprint of a demo',
      copy: 1,
      demo: true,
      marks: ['DỮ LIỆU MẪU', 'BẢN IN LẠI – LẦN 1'],
      printed: 'In lần 2',
    },
  ])('of $name', ({ copy, demo, marks, printed }) => {
    for (const paper of ['a5', '80mm'] as const) {
      const slip = receiptSlip(request({}, { copy, demo, paper }));
      expect(slip.marks).toEqual(marks);
      expect(slip.footer.join(' ')).toContain(printed);
    }
  });
});

test('a roll of 80 mm says what a citizen needs', () => {
  const slip = receiptSlip(request({}, { paper: '80mm' }));
  expect(slip).toMatchObject({
    header: { agency: 'UBND XÃ VÕNG XUYÊN', desk: 'Bộ phận tiếp nhận và trả kết quả · Quầy 1' },
    lines: [
      { label: '', value: 'KHUẤT THỊ MINH NGUYỆT' },
      { label: '', value: 'ĐT 0912 345 678 · ĐD 001189***345' },
      { label: '', value: 'Chứng thực bản sao từ bản chính (2.000815)' },
    ],
    after: [],
    signatures: [],
    due: { label: 'HẸN TRẢ', value: '17:30 thứ Ba 20/05', place: 'tại Quầy 1' },
    fee: { value: '22.000 đ' },
  });
  expect(slip.table.rows).toEqual([
    ['1', 'Giấy khai sinh, 1 trang × 3 bản', '6.000'],
    ['2', 'Học bạ, 6 trang × 2 bản', '16.000'],
  ]);
  expect(receiptSlip(request(birth, { paper: '80mm' })).table.rows[1]).toEqual([
    '2',
    'Giấy chứng sinh, 1 bản chính, 2 bản photo',
    '',
  ]);
});

test('whatever was received, the slip is whole and never gives the personal number away', () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  const received = fc.record({
    applicant: fc.record({
      name: text,
      idNumber: fc.constantFrom('', '001189012345', '012345678', 'B1234567'),
      idKind: fc.constant(null),
      otherNumbers: fc.constant([]),
      birthDate: fc.constant(null),
      sex: fc.constantFrom('male', 'female', 'unknown'),
      phone: fc.constantFrom('', '0912345678', '01691234567'),
      address: text,
    }),
    certified: fc.array(
      fc.record({
        name: text,
        pages: fc.integer({ min: 1, max: 99 }),
        copies: fc.integer({ min: 1, max: 9 }),
        feeVnd: fc.nat(),
      }),
      { maxLength: 12 },
    ),
    feeVnd: fc.option(fc.nat()),
    returnAt: fc.constantFrom('desk', 'post', 'online'),
    note: text,
  });
  fc.assert(
    fc.property(received, fc.constantFrom('a5', '80mm'), fc.nat({ max: 5 }), (parts, paper, copy) => {
      const slip = receiptSlip(request(parts, { paper, copy }));
      expect(slipSchema.safeParse(slip).success).toBe(true);
      for (const row of slip.table.rows) expect(row).toHaveLength(slip.table.columns.length);
      const { idNumber } = parts.applicant;
      const said = JSON.stringify({ ...slip, code: '', qr: '' }).replaceAll(JSON.stringify(parts.note), '');
      if (idNumber !== '') expect(said).not.toContain(idNumber);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  { name: 'nothing for a reason', feeVnd: 0, label: 'Miễn lệ phí', value: 'Không thu', note: 'Miễn lệ phí' },
  {
    name: 'online',
    feeVnd: 7000,
    label: 'Nộp trực tuyến',
    value: '7.000 đồng',
    note: 'Nộp trực tuyến. Biên lai: thu khi trả',
  },
  {
    name: 'late',
    feeVnd: null,
    label: 'Đăng ký quá hạn',
    value: 'Theo quy định',
    note: 'Đăng ký quá hạn. Thu khi có thông báo',
  },
])(
  'a fee that was chosen is named where it stands, without its reason: $name',
  ({ feeVnd, label, value, note }) => {
    const feeChoice = { key: 'one', label, condition: 'Người thuộc hộ nghèo' };
    const page = receiptSlip(request({ ...birth, feeVnd, feeChoice }));
    expect(page.fee).toEqual({ label: 'Phí phải thu', value, note });
    expect(JSON.stringify(page)).not.toContain('hộ nghèo');
    const roll = receiptSlip({ ...request({ ...birth, feeVnd, feeChoice }), paper: '80mm' });
    expect(roll.fee.label).toBe(`Phí phải thu (${label})`);
  },
);
