import type { FeeChoice, Procedure } from '../../../shared/domain/catalogue/procedure.ts';

const paper = (
  name: string,
  part: Partial<Procedure['papers'][number]> = {},
): Procedure['papers'][number] => ({
  name,
  originals: 1,
  certifiedCopies: 0,
  copies: 0,
  present: false,
  required: true,
  ...part,
});

const procedure = (code: string, shortName: string, part: Partial<Procedure> = {}): Procedure => ({
  code,
  name: shortName,
  shortName,
  field: 'Hộ tịch',
  term: { unit: 'working_day', value: 3 },
  fee: { kind: 'flat', amountVnd: 0 },
  papers: [paper('Tờ khai (mẫu)'), paper('Xuất trình CCCD', { originals: 0, present: true })],
  interlinkedWith: [],
  result: 'Giấy',
  legalBasis: '',
  confidence: 'memory',
  ...part,
});

const flat = (amountVnd: number): FeeChoice['fee'] => ({ kind: 'flat', amountVnd });
const choice = (key: string, label: string, part: Partial<FeeChoice>): FeeChoice => ({
  key,
  label,
  condition: '',
  channels: [],
  usual: false,
  fee: flat(0),
  ...part,
});

export const procedures: readonly Procedure[] = [
  procedure('2.000815', 'Chứng thực bản sao', {
    name: 'Chứng thực bản sao từ bản chính',
    field: 'Chứng thực',
    term: { unit: 'same_day', cutoffHour: 15 },
    fee: { kind: 'certified-pages', firstPages: 2, firstVnd: 2000, nextVnd: 1000, capVnd: 200_000 },
    papers: [],
  }),
  procedure('2.000884', 'Chứng thực chữ ký', {
    field: 'Chứng thực',
    term: { unit: 'same_day', cutoffHour: 15 },
    fee: { kind: 'per-copy', amountVnd: 10_000, unit: 'bản' },
  }),
  procedure('1.004873', 'Xác nhận tình trạng hôn nhân', {
    name: 'Cấp Giấy xác nhận tình trạng hôn nhân',
    fee: { kind: 'per-copy', amountVnd: 8000, unit: 'bản' },
    papers: [
      paper('Tờ khai (mẫu)'),
      paper('Xuất trình CCCD', { originals: 0, present: true }),
      paper('Trích lục ghi chú ly hôn', { copies: 1, originals: 0, required: false }),
      paper('Xác nhận nơi cư trú trước', { required: false }),
    ],
  }),
  procedure('1.001193', 'Đăng ký khai sinh', { interlinkedWith: ['Công an'], term: { unit: 'on_receipt' } }),
  procedure('2.000635', 'Trích lục hộ tịch', { term: { unit: 'same_day', cutoffHour: 15 } }),
  procedure('1.000656', 'Đăng ký khai tử'),
  procedure('1.000894', 'Đăng ký kết hôn'),
  procedure('1.003554', 'Hòa giải tranh chấp đất', {
    field: 'Đất đai',
    term: { unit: 'by_stage' },
    fee: { kind: 'set-locally', note: 'HĐND tỉnh' },
  }),
  procedure('1.004194', 'Đăng ký tạm trú', {
    field: 'Cư trú',
    papers: [],
    fee: {
      kind: 'choices',
      choices: [
        choice('direct', 'Nộp trực tiếp', { usual: true, channels: ['direct', 'post'], fee: flat(15_000) }),
        choice('online', 'Nộp trực tuyến', { usual: true, channels: ['online'], fee: flat(7000) }),
        choice('exempt-poor', 'Miễn lệ phí', { condition: 'Người thuộc hộ nghèo' }),
      ],
    },
  }),
  procedure('1.001022', 'Khai sinh lưu động', {
    fee: {
      kind: 'choices',
      choices: [
        choice('on-time', 'Đăng ký đúng hạn', { condition: 'Trong 60 ngày' }),
        choice('late', 'Đăng ký quá hạn', { fee: { kind: 'set-locally', note: '' } }),
      ],
    },
  }),
];
