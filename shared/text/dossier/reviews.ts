import type { ReviewCode } from '../../domain/dossier/dossier.ts';
import type { Sentence } from '../language.ts';

export const reviewSentences: Readonly<Record<ReviewCode, Sentence>> = {
  'unknown-dossier': {
    vi: 'Có việc ghi cho một hồ sơ mà máy này chưa nhận được.',
    en: 'Something was recorded for a dossier that has not arrived here.',
  },
  'received-twice': {
    vi: 'Hồ sơ này được ghi tiếp nhận hai lần. Giữ lần đầu, kiểm tra lần sau.',
    en: 'This dossier was recorded twice. The first record stands; check the second.',
  },
  'delivered-twice': {
    vi: 'Kết quả được ghi đã trả hai lần. Kiểm tra ai đã nhận.',
    en: 'The result was recorded as handed over twice. Check who received it.',
  },
  'ready-twice': {
    vi: 'Hai người cùng ghi đã có kết quả. Giữ lần đầu.',
    en: 'Two people recorded the result as ready. The first record stands.',
  },
  'closed-elsewhere': {
    vi: 'Hồ sơ đã kết thúc ở máy khác trước khi ghi việc này. Kiểm tra lại.',
    en: 'The dossier was closed on another machine before this was recorded. Check it.',
  },
  'out-of-order': {
    vi: 'Có việc ghi không đúng bước của hồ sơ. Việc đó được giữ lại, kiểm tra với người đã ghi.',
    en: 'Something was recorded out of order. It is kept; check it with whoever recorded it.',
  },
  'not-cancellable': {
    vi: 'Hồ sơ được ghi hủy khi đã có kết quả. Báo lãnh đạo.',
    en: 'The dossier was voided after its result was ready. Tell the supervisor.',
  },
  'no-consent': {
    vi: 'Có đính chính hoặc hủy mà chưa có người thứ hai đồng ý. Chưa được áp dụng. Báo lãnh đạo.',
    en: 'A correction or a void came without the second person it needs. It was not applied. Tell the supervisor.',
  },
  'not-permitted': {
    vi: 'Việc này do người không có quyền ghi. Chưa được áp dụng. Báo lãnh đạo.',
    en: 'Somebody recorded this who may not. It was not applied. Tell the supervisor.',
  },
  'money-held': {
    vi: 'Hồ sơ được ghi hủy khi tiền đã thu chưa hoàn trả. Chưa hủy. Hoàn trả tiền hoặc báo lãnh đạo.',
    en: 'The dossier was voided while money taken for it was not given back. It was not voided. Refund it or tell the supervisor.',
  },
  'refund-too-much': {
    vi: 'Có khoản hoàn trả nhiều hơn số tiền còn giữ. Chưa được tính. Kiểm tra quỹ.',
    en: 'A refund came to more than what was held. It was not counted. Check the drawer.',
  },
};

/** For codes of a newer version or of the district. */
export const anyReview: Sentence = {
  vi: 'Có việc ghi chưa khớp. Hồ sơ vẫn an toàn. Báo lãnh đạo.',
  en: 'A record does not fit. The dossier is safe. Tell the supervisor.',
};
