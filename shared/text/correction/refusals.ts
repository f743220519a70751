import type { correctionRefusals } from '../../contract/correction/refusals.ts';
import type { Sentence } from '../language.ts';

export const correctionRefusalSentences: Readonly<Record<(typeof correctionRefusals)[number], Sentence>> = {
  'procedure-fixed': {
    vi: 'Hồ sơ đã chuyển cơ quan khác hoặc đã có kết quả nên không đổi thủ tục được. Rút hồ sơ này và tiếp nhận lại.',
    en: 'Another agency has the dossier or its result stands: the procedure cannot change. Withdraw it and receive it anew.',
  },
  'consent-needed': {
    vi: 'Việc này cần người thứ hai đồng ý: chọn tên và gõ mã PIN của người đó.',
    en: 'This needs a second person: choose the name and type that person’s PIN.',
  },
  'consent-wrong-person': {
    vi: 'Người này không được duyệt việc này. Cần lãnh đạo hoặc phụ trách, không phải người đang làm.',
    en: 'This person may not approve it. It takes a leader or a supervisor who is not the one acting.',
  },
  'void-too-late': {
    vi: 'Chỉ hủy được trong ngày tiếp nhận. Từ hôm sau, cho rút hồ sơ hoặc trả lại hồ sơ.',
    en: 'A dossier can only be voided on the day it was received. Later it is withdrawn or returned.',
  },
};
