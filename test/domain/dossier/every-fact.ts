import { day, moment } from '../../../shared/domain/base/local-date.ts';
import { type DossierState, type FactOrigin } from '../../../shared/domain/dossier/dossier.ts';
import type { DossierEventType, DossierFact } from '../../../shared/domain/dossier/dossier-events.ts';
import { evolve } from '../../../shared/domain/dossier/evolve.ts';
import { type Status, transitions } from '../../../shared/domain/dossier/lifecycle.ts';
import { aReceivedDossier } from './example.ts';

export const dossier = '0197a000-0000-7000-8000-000000000001';
const at = moment('2025-05-20T16:00');
const oldDueAt = moment('2025-05-20T17:30');
const newDueAt = moment('2025-05-23T17:30');
const received = aReceivedDossier({
  legs: [
    { agency: 'Phòng LĐ-TB&XH', termText: '', dueAt: oldDueAt },
    { agency: 'UBND cấp huyện', termText: '', dueAt: newDueAt },
  ],
});
const { applicant } = received;
const procedure = { code: '2.000815', name: 'Chứng thực bản sao từ bản chính', field: 'Chứng thực' };
const approvedBy = 'quy';

type Facts = { readonly [T in DossierEventType]: Extract<DossierFact, { type: T }>['body'] };

const bodies: Facts = {
  'intake.supplementRequested': { at, applicant, procedure, items: ['Giấy chứng sinh'], reason: '' },
  'intake.refused': { at, applicant, procedure, reason: 'Không thuộc thẩm quyền của xã' },
  'intake.lapsed': { at },
  'dossier.received': received,
  'dossier.forwarded': { at, unit: 'Tư pháp – Hộ tịch', officer: 'hanh', note: '' },
  'dossier.recalled': { at, reason: 'chuyển nhầm' },
  'dossier.sentToAgency': { at, leg: 0 },
  'dossier.agencyReturned': { at, leg: 0, missing: '', note: '' },
  'dossier.supplementRequested': {
    at,
    items: ['Trích lục'],
    reason: 'thiếu giấy',
    legalBasis: 'Điều 36 Luật Hộ tịch',
    approvedBy,
    answerBy: day('2025-07-01'),
  },
  'dossier.supplementReceived': {
    at,
    items: ['Trích lục'],
    policy: 'resume',
    oldDueAt,
    newDueAt,
    legsDueAt: [],
  },
  'dossier.paymentRequested': { at, amountVnd: 50_000, reason: '' },
  'dossier.paymentReceived': {
    at,
    receipt: { symbol: '28AA-17T', serial: '0001234' },
    collectedVnd: 50_000,
    shift: null,
    oldDueAt,
    newDueAt,
    legsDueAt: [],
  },
  'dossier.refunded': { at, vnd: 50_000, reason: 'rút hồ sơ', shift: null },
  'dossier.receiptAssigned': {
    at,
    takenAt: at,
    vnd: 6000,
    receipt: { symbol: '28AA-17T', serial: '0001201' },
    shift: null,
  },
  'dossier.suspended': { at, reason: 'chờ bản án', decidedBy: approvedBy },
  'dossier.resumed': { at, oldDueAt, newDueAt, legsDueAt: [] },
  'dossier.submittedForApproval': { at, note: '' },
  'dossier.sentBack': { at, reason: 'thiếu ý kiến' },
  'dossier.signed': { at, note: '' },
  'dossier.resultTakenBack': { at, reason: 'sai tên' },
  'dossier.returnedWithoutResult': { at, reason: 'không đủ điều kiện', decidedBy: approvedBy },
  'dossier.withdrawn': { at, request: 'đơn xin rút' },
  'dossier.rescheduled': { at, reason: 'chờ xác minh', signedBy: approvedBy, oldDueAt, newDueAt },
  'dossier.redated': {
    at,
    reason: 'nghỉ bù',
    calendarEdition: '2025-b',
    oldDueAt,
    newDueAt,
    measuredDueAt: newDueAt,
    legsDueAt: [],
  },
  'dossier.corrected': {
    at,
    reason: 'sai tên',
    approvedBy,
    changes: {
      applicant: { ...applicant, name: 'Khuất Thị Minh Nguyệt Ánh' },
      clash: null,
      submitter: null,
      procedure: null,
      legs: null,
      due: null,
      papers: null,
      certified: null,
      fee: null,
      note: null,
    },
  },
  'consent.given': { at, to: { act: 'dossier.cancelled', body: { at, reason: 'nhập sai' } } },
  'dossier.resultReady': {
    at,
    note: '',
    result: { kind: 'Giấy khai sinh', number: '12/2025', abstract: '' },
  },
  'dossier.delivered': {
    at,
    receiver: { kind: 'applicant', name: 'Nguyễn Văn An', idNumber: '', relation: '', authorisation: '' },
    feeCollectedVnd: 6000,
    receipt: null,
    shift: null,
  },
  'dossier.cancelled': { at, reason: 'nhập sai' },
  'receipt.reprinted': { at, copy: 1, reason: 'lost' },
};

export const everyType = Object.keys(bodies) as readonly DossierEventType[];

export const factOf = (type: DossierEventType): DossierFact =>
  ({ type, dossier, body: bodies[type] }) as DossierFact;

/** The counter receives; what follows is done by one person in the role it takes, who needs nobody's consent. */
export const originAt = (seq: number, type: DossierEventType = 'dossier.forwarded'): FactOrigin => ({
  device: '7d444840-9dc0-41d1-8245-5ffdce74fad2',
  epoch: 1,
  seq,
  ...(type === 'dossier.received' || type.startsWith('intake.')
    ? { actor: 'trang', role: 'reception' as const }
    : {
        actor: 'quy',
        role: transitions[type].by.find((role) => role === 'supervisor') ?? transitions[type].by[0],
      }),
  at: '2025-05-20T09:00:00.000Z',
});

export const tell = (from: DossierState, types: readonly DossierEventType[]): DossierState =>
  types.reduce((state, type, index) => evolve(state, factOf(type), originAt(index + 1, type)), from);

const taken: readonly DossierEventType[] = ['dossier.received', 'dossier.forwarded'];

/** A shortest way into every state. */
export const wayTo: Readonly<Record<Status | 'absent', readonly DossierEventType[]>> = {
  absent: [],
  intakeSupplement: ['intake.supplementRequested'],
  refused: ['intake.refused'],
  lapsed: ['intake.supplementRequested', 'intake.lapsed'],
  received: ['dossier.received'],
  processing: taken,
  interlinked: [...taken, 'dossier.sentToAgency'],
  awaitingSupplement: [...taken, 'dossier.supplementRequested'],
  awaitingPayment: [...taken, 'dossier.paymentRequested'],
  suspended: [...taken, 'dossier.suspended'],
  awaitingApproval: [...taken, 'dossier.submittedForApproval'],
  resultReady: ['dossier.received', 'dossier.resultReady'],
  returnedWithoutResult: [...taken, 'dossier.returnedWithoutResult'],
  withdrawn: ['dossier.received', 'dossier.withdrawn'],
  delivered: ['dossier.received', 'dossier.resultReady', 'dossier.delivered'],
  cancelled: ['dossier.received', 'dossier.cancelled'],
};
