import { day, moment } from '../../shared/domain/base/local-date.ts';
import { dossierCode } from '../../shared/domain/dossier/dossier-code.ts';
import type { DossierReceived } from '../../shared/domain/dossier/dossier-events.ts';
import type { FeeReceipt } from '../../shared/domain/dossier/taking.ts';
import type { EventEnvelope } from '../../shared/protocol/event.ts';
import type { TestDevice } from './device.ts';

/** The nth dossier of a test, a UUIDv7. */
export const dossierId = (n: number): string => `0196ec00-0000-7000-8000-${String(n).padStart(12, '0')}`;

const receivedBody: DossierReceived = {
  code: 'H26.25.39-250520-1001',
  deskDigit: 1,
  serial: 1,
  register: { volume: '1/2025', number: 1 },
  receivedAt: moment('2025-05-20T09:00'),
  dueAt: moment('2025-05-20T17:30'),
  dueReason: 'same-day',
  dueNote: '',
  procedure: {
    code: '2.000815',
    name: 'Chứng thực bản sao từ bản chính',
    field: 'Chứng thực',
    termText: 'trong ngày',
  },
  applicant: {
    name: 'Nguyễn Thị Hoa',
    idNumber: '001189012345',
    idKind: null,
    otherNumbers: [],
    birthDate: '1989',
    sex: 'female',
    phone: '0912345678',
    address: 'Thôn Phúc Trạch',
  },
  clash: null,
  submitter: null,
  papers: [],
  certified: [{ name: 'Học bạ', pages: 2, copies: 5, feeVnd: 20_000 }],
  copiesWanted: 1,
  sets: 1,
  feeVnd: 20_000,
  feeChoice: null,
  returnAt: 'desk',
  note: '',
  channel: 'direct',
  legs: [],
  competentAgency: '',
  formSet: 'TT03-2025',
};

export const receive = (
  device: TestDevice,
  n: number,
  changed: Partial<DossierReceived> = {},
  envelope: Partial<EventEnvelope> = {},
): void =>
  device.write({
    ...envelope,
    type: 'dossier.received',
    basedOn: { dossier: dossierId(n), version: 0 },
    body: {
      ...receivedBody,
      code: dossierCode({
        agencyCode: 'H26.25.39',
        date: day('2025-05-20'),
        digits: [device.deskDigit],
        serial: n,
      }),
      deskDigit: device.deskDigit,
      serial: n,
      register: { volume: `${device.deskDigit}/2025`, number: n },
      ...changed,
    },
  });

export const ready = (device: TestDevice, n: number): void =>
  device.write({
    type: 'dossier.resultReady',
    basedOn: { dossier: dossierId(n), version: 1 },
    body: { at: '2025-05-22T10:00', note: '', result: { kind: '', number: '', abstract: '' } },
  });

export const deliver = (device: TestDevice, n: number, receipt: FeeReceipt | null = null): void =>
  device.write({
    type: 'dossier.delivered',
    basedOn: { dossier: dossierId(n), version: 2 },
    body: {
      at: '2025-05-23T08:30',
      receiver: { kind: 'applicant', name: 'Nguyễn Thị Hoa', idNumber: '', relation: '', authorisation: '' },
      feeCollectedVnd: 20_000,
      receipt,
      shift: null,
    },
  });
