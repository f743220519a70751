import type { frameRefusals } from '../../contract/frame/refusals.ts';
import type { Sentence } from '../language.ts';

export const frameRefusalSentences: Readonly<Record<(typeof frameRefusals)[number], Sentence>> = {
  'not-permitted': {
    vi: 'Việc này do người khác được giao. Nhờ lãnh đạo hoặc người được giao làm.',
    en: 'Somebody else is in charge of this. Ask the supervisor or the officer in charge.',
  },
  'bad-input': {
    vi: 'Có ô ghi chưa đúng. Kiểm tra lại rồi làm tiếp, chưa có gì thay đổi.',
    en: 'A field is not filled in correctly. Check it and go on; nothing has changed.',
  },
  'text-too-long': {
    vi: 'Ô này ghi được nhiều nhất {most} chữ. Ghi ngắn lại, chưa có gì thay đổi.',
    en: 'This field holds {most} characters at most. Shorten it; nothing has changed.',
  },
  'unknown-method': {
    vi: 'Máy này chưa biết việc đó. Cần bản cập nhật.',
    en: 'This machine does not know how to do that yet. It needs an update.',
  },
  'reason-missing': {
    vi: 'Ghi lý do để người dân biết.',
    en: 'Write down the reason, for the citizen to know.',
  },
  'nothing-changed': {
    vi: 'Chưa có gì khác so với bản đang có.',
    en: 'Nothing differs from what is recorded.',
  },
};
