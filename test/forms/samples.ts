import { day, moment } from '../../shared/domain/base/local-date.ts';
import type { DossierFact, DossierReceived } from '../../shared/domain/dossier/dossier-events.ts';
import type { Closing } from '../../shared/domain/office/register-closing.ts';
import { defaultFormOptions, type FormOptions } from '../../shared/forms/base/form-options.ts';
import type { FormSet } from '../../shared/forms/base/paper.ts';
import type { PaperContext } from '../../shared/forms/base/paper-parts.ts';
import { cashList } from '../../shared/forms/cash/cash-list.ts';
import { apologyLetter } from '../../shared/forms/dossier/apology-letter.ts';
import { controlSlip } from '../../shared/forms/dossier/control-slip.ts';
import { progressList } from '../../shared/forms/dossier/progress-list.ts';
import type { RecordedFact } from '../../shared/forms/dossier/recorded-fact.ts';
import { refusalSlip } from '../../shared/forms/dossier/refusal-slip.ts';
import { resultReceipt } from '../../shared/forms/dossier/result-receipt.ts';
import { stopNotice } from '../../shared/forms/dossier/stop-notice.ts';
import { supplementSlip } from '../../shared/forms/dossier/supplement-slip.ts';
import { batchReceipt } from '../../shared/forms/office/batch-receipt.ts';
import { deliveryRecord } from '../../shared/forms/office/delivery-record.ts';
import { handOverList } from '../../shared/forms/office/hand-over-list.ts';
import { type RegisterEntry, register } from '../../shared/forms/office/register.ts';
import { registerClosing } from '../../shared/forms/office/register-closing.ts';
import { aReceivedDossier, vongXuyen } from '../domain/dossier/example.ts';

/** Made-up facts of one dossier, and every paper that can be printed of them. */

type Body<T extends DossierFact['type']> = Extract<DossierFact, { type: T }>['body'];

export const names: Readonly<Record<string, string>> = {
  trang: 'Đỗ Thu Trang',
  hung: 'Kiều Văn Hưng',
  tam: 'Nguyễn Thị Tâm',
};
export const nameOf = (officer: string): string => names[officer] ?? officer;

export const contextOf = (
  set: FormSet = 'TT01-2018',
  options: Partial<FormOptions> = {},
  changes: Partial<PaperContext> = {},
): PaperContext => ({
  agency: vongXuyen,
  deskName: 'Quầy 1',
  set,
  printedBy: 'Đỗ Thu Trang',
  printedAt: moment('2025-05-22T10:05'),
  copy: 0,
  demo: false,
  options: { ...defaultFormOptions, ...options },
  ...changes,
});

export const extract = {
  code: '1.004873',
  name: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân',
  field: 'Hộ tịch',
};

/** A dossier of three working days that another agency takes part in. */
export const aLongDossier = (changes: Partial<DossierReceived> = {}): DossierReceived =>
  aReceivedDossier({
    procedure: { ...extract, termText: '03 ngày làm việc' },
    dueAt: moment('2025-05-23T09:42'),
    dueReason: 'counted',
    certified: [],
    feeVnd: 8000,
    legs: [
      { agency: 'Công an xã Võng Xuyên', termText: '01 ngày làm việc', dueAt: moment('2025-05-21T17:30') },
    ],
    ...changes,
  });

export const fact = <T extends DossierFact['type']>(type: T, actor: string, body: Body<T>): RecordedFact => ({
  fact: { type, dossier: '01980000-0000-7000-8000-000000000001', body } as DossierFact,
  actor,
});

/** Desk, specialist, another agency and back, leader, desk, citizen. */
export const wholeWay = (received: DossierReceived = aLongDossier()): RecordedFact[] => [
  fact('dossier.received', 'trang', received),
  fact('dossier.forwarded', 'trang', {
    at: moment('2025-05-20T10:30'),
    unit: 'Công chức Tư pháp - Hộ tịch',
    officer: 'hung',
    note: '',
  }),
  fact('dossier.sentToAgency', 'hung', { at: moment('2025-05-20T14:00'), leg: 0 }),
  fact('dossier.agencyReturned', 'hung', { at: moment('2025-05-22T08:15'), leg: 0, missing: '', note: '' }),
  fact('dossier.submittedForApproval', 'hung', { at: moment('2025-05-22T09:00'), note: '' }),
  fact('dossier.resultReady', 'tam', {
    at: moment('2025-05-22T15:40'),
    note: '',
    result: { kind: '', number: '', abstract: '' },
  }),
  fact('dossier.delivered', 'trang', { ...delivered, at: moment('2025-05-23T08:30') }),
];

export const delivered: Body<'dossier.delivered'> = {
  at: moment('2025-05-23T08:30'),
  receiver: {
    kind: 'other',
    name: 'Đỗ Văn Bảy',
    idNumber: '001090012345',
    relation: 'con',
    authorisation: 'Giấy ủy quyền số 12 ngày 20/05/2025',
  },
  feeCollectedVnd: 8000,
  receipt: null,
  shift: null,
};

export const rescheduled: Body<'dossier.rescheduled'> = {
  at: moment('2025-05-22T16:00'),
  reason: 'Cơ quan phối hợp chưa có văn bản trả lời',
  signedBy: 'tam',
  oldDueAt: moment('2025-05-23T09:42'),
  newDueAt: moment('2025-06-02T17:30'),
};

export const asked: Body<'intake.supplementRequested'> = {
  at: moment('2025-05-20T09:42'),
  applicant: aReceivedDossier().applicant,
  procedure: extract,
  items: ['Tờ khai theo mẫu, ký và ghi rõ họ tên', 'Trích lục ly hôn bản chính'],
  reason: 'Thiếu thành phần hồ sơ theo quy định',
};

export const refused: Body<'intake.refused'> = {
  at: moment('2025-05-20T09:42'),
  applicant: aReceivedDossier().applicant,
  procedure: extract,
  reason: 'Ông/Bà thường trú tại xã khác; đề nghị nộp hồ sơ tại Ủy ban nhân dân xã nơi thường trú.',
};

/** Of a register of 25 lines. */
export const aClosing: Closing = {
  at: moment('2026-01-02T08:00'),
  by: 'quy',
  entries: 25,
  lastNumber: 25,
  pages: 3,
  rowsPerPage: 10,
  doubt: '',
};

export const head = { name: 'Nguyễn Thị Tâm', rank: 'head' } as const;
export const deputy = { name: 'Nguyễn Thị Tâm', rank: 'deputy' } as const;

/** Rows of a register: every tenth was entered by mistake. */
export const entries = (count: number, changes: Partial<DossierReceived> = {}): RegisterEntry[] =>
  Array.from({ length: count }, (_, n): RegisterEntry => {
    const number = n + 1;
    const code = `H26.25.39-250520-${String(1000 + number)}`;
    const received = aLongDossier({ code, register: { volume: '1/2025', number }, ...changes });
    const wrong = fact('dossier.cancelled', 'tam', { at: moment('2025-05-20T09:50'), reason: 'Nhập sai' });
    return {
      received,
      facts: number % 10 === 0 ? [...wholeWay(received).slice(0, 1), wrong] : wholeWay(received),
      officerName: 'Đỗ Thu Trang',
      area: 'Phúc Trạch',
    };
  });

/** One paper of each kind. `changes` go into every dossier, `rows` is the length of lists. */
export function everyPaper(context: PaperContext, changes: Partial<DossierReceived> = {}, rows = 12) {
  const received = aLongDossier(changes);
  const { applicant } = received;
  const dossiers = entries(rows, changes).map((entry) => entry.received);
  const first = dossiers[0] ?? received;
  const at = moment('2025-05-23T16:30');
  const suspended = {
    at: moment('2025-05-21T10:00'),
    reason: 'Chờ kết luận của cơ quan có thẩm quyền',
    decidedBy: 'tam',
  };
  return {
    supplement: supplementSlip({
      context,
      officerName: 'Đỗ Thu Trang',
      asked: { stage: 'counter', body: { ...asked, applicant, procedure: withoutTerm(received) } },
    }),
    refusal: refusalSlip({
      context,
      officerName: 'Đỗ Thu Trang',
      refused: { ...refused, applicant, procedure: withoutTerm(received) },
    }),
    apology: apologyLetter({ context, received, rescheduled, signer: deputy }),
    stop: stopNotice({
      context,
      received,
      stopped: { by: 'office', body: suspended },
      stage: 'Đang xử lý',
      money: {
        takings: [
          {
            at: moment('2025-05-20T10:00'),
            vnd: 8000,
            receipt: { symbol: '28AA-17T', serial: '0001234' },
            shift: null,
          },
        ],
        refunds: [],
      },
      signer: head,
    }),
    control: controlSlip({ context, received, facts: wholeWay(received), nameOf }),
    register: register({
      context,
      volume: '1/2025',
      entries: entries(rows, changes),
      openedOn: day('2025-01-02'),
      closing: null,
      firstPage: 1,
    }),
    registerClosing: registerClosing({
      context,
      volume: '1/2025',
      openedOn: day('2025-01-02'),
      closing: { ...aClosing, entries: dossiers.length, lastNumber: dossiers.length },
      voided: 1,
      closedBy: changes.applicant?.name ?? 'Nguyễn Văn Quý',
    }),
    resultReceipt: resultReceipt({
      context,
      received,
      delivered: { ...delivered, receiver: { ...delivered.receiver, name: applicant.name } },
      officerName: 'Đỗ Thu Trang',
      result: { kind: 'Giấy xác nhận', number: '125/UBND-XNTTHN', abstract: 'Tình trạng hôn nhân' },
    }),
    handOverList: handOverList({
      context,
      at,
      from: { unit: 'Công chức Tư pháp - Hộ tịch', officer: 'Kiều Văn Hưng' },
      to: { unit: 'Bộ phận tiếp nhận và trả kết quả', officer: 'Đỗ Thu Trang' },
      results: dossiers.map((one) => ({ received: one, result: 'Giấy xác nhận' })),
    }),
    deliveryRecord: deliveryRecord({
      context,
      at,
      giver: applicant.name,
      taker: 'Đỗ Thu Trang',
      dossiers: dossiers.map((one) => ({ received: one, unit: 'Tư pháp - Hộ tịch' })),
    }),
    cashList: cashList({
      context,
      shift: {
        id: '0196ec00-0000-7000-8000-000000000001',
        officer: 'trang',
        openedAt: moment('2025-05-22T08:00'),
        openingVnd: 200_000,
        books: [{ symbol: '28AA-17T', from: '0001201', to: '0001250' }],
        voided: [
          {
            at,
            shift: '0196ec00-0000-7000-8000-000000000001',
            receipt: { symbol: '28AA-17T', serial: '0001203' },
            reason: 'kẹt giấy',
          },
        ],
        closed: null,
        misfits: 0,
      },
      closed: {
        at,
        shift: '0196ec00-0000-7000-8000-000000000001',
        pieces: [],
        countedVnd: 205_000,
        expectedVnd: 208_000,
        explanation: 'Trả nhầm tiền lẻ',
        handedTo: 'hung',
      },
      takings: dossiers.map((one, n) => ({
        code: one.code,
        payer: one.applicant.name,
        at,
        vnd: 8000,
        receipt: n === 1 ? null : { symbol: '28AA-17T', serial: String(1201 + n).padStart(7, '0') },
      })),
      giver: 'Đỗ Thu Trang',
      taker: 'Kiều Văn Hưng',
    }),
    progress: progressList({ context, received, facts: wholeWay(received), nameOf, at }),
    batchReceipt: batchReceipt({
      context,
      officerName: 'Đỗ Thu Trang',
      leaf: 'citizen',
      dossiers: [first, ...dossiers.slice(1)],
    }),
  } as const;
}

const withoutTerm = ({ procedure: { termText: _termText, ...procedure } }: DossierReceived) => procedure;
