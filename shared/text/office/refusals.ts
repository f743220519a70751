import type { officeRefusals } from '../../contract/office/refusals.ts';
import type { Sentence } from '../language.ts';

export const officeRefusalSentences: Readonly<Record<(typeof officeRefusals)[number], Sentence>> = {
  'nothing-to-print': {
    vi: 'Không có hồ sơ nào để in vào giấy này.',
    en: 'There is no dossier to print on this paper.',
  },
  'too-many-pages': {
    vi: 'Mỗi lần in tối đa {max} trang, để biên nhận của người đang chờ không phải đợi máy in.',
    en: 'At most {max} pages at a time, so that the receipts of those waiting get to the printer.',
  },
};
