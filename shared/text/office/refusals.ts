import type { officeRefusals } from '../../contract/office/refusals.ts';
import type { Sentence } from '../language.ts';

export const officeRefusalSentences: Readonly<Record<(typeof officeRefusals)[number], Sentence>> = {
  'nothing-to-print': {
    vi: 'Không có hồ sơ nào để in vào giấy này.',
    en: 'There is no dossier to print on this paper.',
  },
  'register-unknown': {
    vi: 'Không có quyển sổ này, hoặc sổ chưa có hồ sơ nào.',
    en: 'There is no such register, or it has no dossier yet.',
  },
  'register-elsewhere': {
    vi: 'Sổ này của quầy {counter}. Khóa sổ tại quầy đó, nơi có đủ mọi dòng.',
    en: 'This is the register of counter {counter}. Close it there, where no line is missing.',
  },
  'register-closed-already': {
    vi: 'Sổ {volume} đã khóa rồi. In lại trang khóa sổ nếu cần.',
    en: 'Register {volume} is closed already. Print its closing page again if it is needed.',
  },
  'register-not-closed': {
    vi: 'Sổ {volume} chưa khóa.',
    en: 'Register {volume} is not closed.',
  },
  'year-not-over': {
    vi: 'Sổ năm {year} còn ghi đến hết năm. Khóa sổ khi sang năm mới.',
    en: 'The register of {year} takes lines to the end of that year. Close it in the new year.',
  },
  'year-is-over': {
    vi: 'Năm {year} đã hết nên sổ đã khóa thì không mở lại.',
    en: 'The year {year} is over, so its closed register is not opened again.',
  },
  'too-many-pages': {
    vi: 'Mỗi lần in tối đa {max} trang, để biên nhận của người đang chờ không phải đợi máy in.',
    en: 'At most {max} pages at a time, so that the receipts of those waiting get to the printer.',
  },
};
