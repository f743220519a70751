import { moment } from '../../../shared/domain/base/local-date.ts';
import type { Agency } from '../../../shared/domain/catalogue/agency.ts';
import type { DossierReceived } from '../../../shared/domain/dossier/dossier-events.ts';

/** A made-up desk of a real commune, and a dossier of it. */
export const vongXuyen: Agency = {
  id: '09739',
  code: 'H26.25.39',
  name: 'Xã Võng Xuyên',
  headerLine: 'ỦY BAN NHÂN DÂN XÃ VÕNG XUYÊN',
  deskLine: 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
  numberSuffix: 'BPTN&TKQ',
  placeName: 'Võng Xuyên',
  phone: '(024) 3364 0000',
  upperName: 'huyện Phúc Thọ',
};

export const aReceivedDossier = (changes: Partial<DossierReceived> = {}): DossierReceived => ({
  code: 'H26.25.39-250520-1043',
  deskDigit: 1,
  serial: 43,
  register: { volume: '1/2025', number: 1043 },
  receivedAt: moment('2025-05-20T09:42'),
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
    name: 'Khuất Thị Minh Nguyệt',
    idNumber: '001189012345',
    idKind: null,
    otherNumbers: [],
    birthDate: '1989-03-12',
    sex: 'female',
    phone: '0912345678',
    address: 'Thôn Phúc Trạch, xã Võng Xuyên',
  },
  clash: null,
  submitter: null,
  papers: [],
  certified: [
    { name: 'Giấy khai sinh', pages: 1, copies: 3, feeVnd: 6000 },
    { name: 'Học bạ', pages: 6, copies: 2, feeVnd: 16_000 },
  ],
  copiesWanted: 1,
  sets: 1,
  feeVnd: 22_000,
  feeChoice: null,
  returnAt: 'desk',
  note: '',
  channel: 'direct',
  legs: [],
  competentAgency: '',
  formSet: 'TT01-2018',
  ...changes,
});
