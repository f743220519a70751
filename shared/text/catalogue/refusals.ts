import type { catalogueRefusals } from '../../contract/catalogue/refusals.ts';
import type { Sentence } from '../language.ts';

export const catalogueRefusalSentences: Readonly<Record<(typeof catalogueRefusals)[number], Sentence>> = {
  'no-procedure': {
    vi: 'Chọn thủ tục. Bấm số từ 1 đến 9 hoặc gõ tên.',
    en: 'Choose a procedure. Press 1 to 9 or type its name.',
  },
  'procedure-unknown': {
    vi: 'Danh mục trên máy này không có thủ tục {code}. Chọn thủ tục khác.',
    en: 'The catalogue here has no procedure {code}. Choose another one.',
  },
  'procedure-ended': {
    vi: 'Thủ tục {name} đã bãi bỏ, không tiếp nhận nữa.',
    en: 'The procedure {name} has been abolished and is not received any more.',
  },
  'procedure-replaced': {
    vi: 'Thủ tục {name} đã được thay bằng {successor}. Chọn thủ tục mới.',
    en: 'The procedure {name} was replaced by {successor}. Choose the new one.',
  },
  'procedure-not-yet': {
    vi: 'Xã tiếp nhận thủ tục {name} từ ngày {from}, trước ngày đó chưa nhận được. Chọn thủ tục khác.',
    en: 'Communes receive the procedure {name} from {from} on, not before. Choose another one.',
  },
  'procedure-elsewhere': {
    vi: 'Ngày này xã không tiếp nhận thủ tục {name}. Hướng dẫn người dân đến cơ quan có thẩm quyền.',
    en: 'Communes do not receive the procedure {name} on this day. Tell the citizen where to go.',
  },
};
