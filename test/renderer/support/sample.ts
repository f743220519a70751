import type { DossierDetail, DossierRow } from '../../../shared/contract/dossier/views.ts';
import type { DeskView } from '../../../shared/contract/machine/views.ts';
import type { KnownPerson } from '../../../shared/contract/people/views.ts';
import { day, moment } from '../../../shared/domain/base/local-date.ts';

/** A morning at the desk of a made-up commune, as the mockups show it. */

export const now = moment('2025-05-20T09:42');

export const deskView: DeskView = {
  desk: {
    agency: {
      id: '09739',
      code: 'H26.109.25',
      name: 'UBND xã Võng Xuyên',
      headerLine: 'ỦY BAN NHÂN DÂN XÃ VÕNG XUYÊN',
      deskLine: 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
      numberSuffix: 'BPTNTKQ',
      placeName: 'Võng Xuyên',
      phone: '02433640000',
      upperName: 'huyện',
    },
    deskDigit: 1,
    deskName: 'Quầy 1',
  },
  officer: { id: 'trang', name: 'Đỗ Thu Trang', roles: ['reception'] },
  officers: [
    { id: 'trang', name: 'Đỗ Thu Trang' },
    { id: 'hanh', name: 'Kiều Thị Hạnh' },
    { id: 'quy', name: 'Nguyễn Văn Quý' },
  ],
  readingOnly: null,
  demo: false,
  catalogueEdition: '2026-11',
  calendarEdition: '2018-2026',
  rulesEdition: 'ND61-2018',
  formsEdition: '2026-11',
  now,
  clock: { refusal: null, doubts: [] },
};

export const nguyet: KnownPerson = {
  applicant: {
    name: 'Khuất Thị Minh Nguyệt',
    idNumber: '001189012345',
    idKind: null,
    otherNumbers: [],
    birthDate: '1989-03-12',
    sex: 'female',
    phone: '0912345678',
    address: 'Thôn Phúc Trạch, xã Võng Xuyên',
  },
  visits: 7,
  lastVisit: day('2025-04-14'),
};

export const stranger: KnownPerson = {
  applicant: {
    name: 'Bùi Quang Hưng',
    idNumber: '001095011111',
    idKind: null,
    otherNumbers: [],
    birthDate: '1995-07-02',
    sex: 'male',
    phone: '',
    address: 'Thôn Bảo Lộc, xã Võng Xuyên',
  },
  visits: 0,
  lastVisit: null,
};

export const cardOf = ({ applicant }: KnownPerson): string =>
  `${applicant.idNumber}|012345678|${applicant.name}|12031989|Nữ|${applicant.address}|10082021`;

/** The code's figures make the id: the same row is the same dossier in every test. */
const idOf = (code: string): string =>
  `019a0000-0000-7000-8000-${code.replaceAll('-', '').padStart(12, '0')}`;

export const row = (
  code: string,
  applicantName: string,
  procedureName: string,
  received: string,
  due: string,
  part: Partial<DossierRow> = {},
): DossierRow => {
  return {
    id: idOf(code),
    code: `H26.109.25-${code}`,
    applicantName,
    procedureName,
    receivedAt: moment(received),
    dueAt: moment(due),
    shownDueAt: part.dueAt ?? moment(due),
    status: 'received',
    clock: 'runs',
    receivedBy: 'Đỗ Thu Trang',
    deskDigit: 1,
    sent: true,
    needsReview: false,
    overdueDays: 0,
    daysLeft: 0,
    answerBy: null,
    unanswered: false,
    ...part,
  };
};

export const rows: readonly DossierRow[] = [
  row('250505-1014', 'Lê Đình Khôi', 'Xác nhận nguồn gốc đất', '2025-05-05T08:10', '2025-05-16T08:10', {
    overdueDays: 2,
    daysLeft: 0,
  }),
  row(
    '250513-1015',
    'Hoàng Thị Ngọc Ánh',
    'Xác nhận tình trạng hôn nhân',
    '2025-05-13T13:48',
    '2025-05-19T16:30',
    {
      overdueDays: 1,
      daysLeft: 0,
    },
  ),
  row(
    '250514-1022',
    'Nguyễn Hữu Phước',
    'Thay đổi, cải chính hộ tịch',
    '2025-05-14T10:02',
    '2025-05-19T10:02',
    {
      overdueDays: 1,
      daysLeft: 0,
    },
  ),
  row('250520-1041', 'Phùng Thị Lụa', 'Chứng thực chữ ký', '2025-05-20T09:31', '2025-05-20T11:30'),
  row(
    '250515-1036',
    'Đỗ Thị Thanh Huyền',
    'Xác nhận tình trạng hôn nhân',
    '2025-05-15T08:00',
    '2025-05-20T16:30',
    {
      status: 'resultReady',
    },
  ),
  row('250520-1039', 'Trần Thị Hường', 'Chứng thực bản sao', '2025-05-20T09:15', '2025-05-20T16:30'),
  row('250520-1040', 'Doãn Quốc Bảo', 'Đăng ký khai sinh', '2025-05-20T09:24', '2025-05-20T16:30'),
  row('250520-1042', 'Cấn Văn Thịnh', 'Trích lục khai sinh', '2025-05-20T09:38', '2025-05-20T16:30', {
    sent: false,
  }),
  row('250520-1035', 'Khuất Duy Tiến', 'Đăng ký khai tử', '2025-05-20T08:58', '2025-05-20T16:30'),
  row(
    '250519-1033',
    'Đặng Thị Kim Oanh',
    'Chứng thực hợp đồng, giao dịch',
    '2025-05-19T15:20',
    '2025-05-20T16:30',
  ),
  row('250520-1007', 'Khuất Thị Minh Nguyệt', 'Chứng thực bản sao', '2025-05-20T08:12', '2025-05-20T16:30', {
    status: 'resultReady',
    sent: false,
  }),
  row('250512-1018', 'Kiều Văn Đạt', 'Hỗ trợ mai táng phí', '2025-05-12T08:12', '2025-05-21T16:30'),
  row('250513-1020', 'Nguyễn Thị Tuyết Mai', 'Xác nhận hộ nghèo', '2025-05-13T08:12', '2025-05-21T16:30'),
  row('250519-1031', 'Bùi Quang Hưng', 'Đăng ký kết hôn', '2025-05-19T08:12', '2025-05-21T16:30', {
    needsReview: true,
  }),
  row('250508-1027', 'Cấn Thị Thu', 'Xác nhận khuyết tật', '2025-05-08T08:12', '2025-05-21T16:30'),
];

export const counts = { todo: 17, overdue: 3, unanswered: 0, today: 8, ready: 9, all: 1284 };

/** What `dossier.get` knows of a row. */
export const detailOf = (one: DossierRow, part: Partial<DossierDetail> = {}): DossierDetail => ({
  row: one,
  fee: null,
  stillDueVnd: 8000,
  promisedAt: one.dueAt,
  dueAt: one.dueAt,
  shown: { promisedAt: one.dueAt, dueAt: one.dueAt },
  pauses: [],
  duties: [],
  legs: [],
  holder: null,
  steps: [],
  received: {
    code: one.code,
    deskDigit: 1,
    serial: 15,
    register: { volume: '1/2025', number: 1015 },
    receivedAt: one.receivedAt,
    dueAt: one.dueAt,
    dueReason: 'counted',
    dueNote: '',
    procedure: { code: '1.004873', name: one.procedureName, field: 'Hộ tịch', termText: '03 ngày làm việc' },
    applicant: { ...nguyet.applicant, name: one.applicantName },
    clash: null,
    submitter: null,
    papers: [
      { name: 'Tờ khai (mẫu)', originals: 1, certifiedCopies: 0, copies: 0, present: false },
      { name: 'Xuất trình CCCD', originals: 0, certifiedCopies: 0, copies: 0, present: true },
      { name: 'Trích lục ghi chú ly hôn', originals: 0, certifiedCopies: 0, copies: 1, present: false },
    ],
    certified: [],
    copiesWanted: 1,
    sets: 1,
    feeVnd: 8000,
    feeChoice: null,
    returnAt: 'desk',
    note: '',
    channel: 'direct',
    legs: [],
    competentAgency: '',
    formSet: 'TT01-2018',
  },
  readyAt: one.status === 'resultReady' ? moment('2025-05-20T09:00') : null,
  deliveredAt: one.status === 'delivered' ? moment('2025-05-20T09:30') : null,
  deliveredTo: one.status === 'delivered' ? one.applicantName : null,
  copiesPrinted: 2,
  reviews: one.needsReview ? ['delivered-twice'] : [],
  journal: [
    {
      type: 'receipt.reprinted',
      at: moment('2025-05-20T09:40'),
      actorName: 'Đỗ Thu Trang',
      role: 'reception',
      deskDigit: 1,
      sent: false,
      review: null,
      body: { at: '2025-05-20T09:40', copy: 1, reason: 'lost' },
    },
    {
      type: 'dossier.received',
      at: one.receivedAt,
      actorName: 'Đỗ Thu Trang',
      role: 'reception',
      deskDigit: 1,
      sent: true,
      review: null,
      body: { dueAt: one.dueAt, deskDigit: 1 },
    },
  ],
  actions: one.status === 'resultReady' ? ['handOver', 'reprint'] : ['markReady', 'reprint'],
  ...part,
});
