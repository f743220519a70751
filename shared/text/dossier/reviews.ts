import type { ReviewCode } from '../../domain/dossier/dossier.ts';
import type { DoubtCode } from '../../domain/dossier/doubt.ts';
import type { Sentence } from '../language.ts';

export const reviewSentences: Readonly<Record<ReviewCode | DoubtCode, Sentence>> = {
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
    vi: 'Có đính chính, hủy hoặc yêu cầu bổ sung mà chưa có người thứ hai đồng ý. Chưa được áp dụng. Báo lãnh đạo.',
    en: 'A correction, a void or a request for papers came without the second person it needs. It was not applied. Tell the supervisor.',
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
  'receipt-known': {
    vi: 'Khoản thu này đã có số biên lai khác. Số ghi sau chưa được tính. Xem lại cuống biên lai.',
    en: 'This taking has another receipt number already. The later one was not counted. Look at the stubs.',
  },
  'no-taking': {
    vi: 'Có số biên lai ghi cho khoản thu không còn: đã hoàn trả hoặc không có. Xem lại cuống biên lai.',
    en: 'A receipt number was noted for money that was given back or never taken. Look at the stubs.',
  },
  'serial-not-in-books': {
    vi: 'Số biên lai ghi sau không thuộc quyển nào của ca thu đó. Xem lại cuống biên lai.',
    en: 'The receipt number noted later is of no book of that shift. Look at the stubs.',
  },
  'fee-not-of-edition': {
    vi: 'Mức phí của hồ sơ không có trong danh mục đang áp dụng. Kiểm tra rồi đính chính.',
    en: 'The fee of this dossier is none of the catalogue in force. Check and correct it.',
  },
  'officer-unknown': {
    vi: 'Việc này ghi tên một người mà cấp trên không có trong danh sách. Báo lãnh đạo.',
    en: 'This names an officer whom the district does not know. Tell the supervisor.',
  },
  'officer-left': {
    vi: 'Việc này ghi tên một người đã thôi làm ở đây vào lúc đó. Báo lãnh đạo.',
    en: 'This names an officer who had left by then. Tell the supervisor.',
  },
  'role-not-held': {
    vi: 'Người ghi việc này không giữ vai trò đó vào lúc đó. Báo lãnh đạo.',
    en: 'Whoever recorded this did not hold that role then. Tell the supervisor.',
  },
  'other-counter': {
    vi: 'Mã hồ sơ không phải của cơ quan, quầy hoặc ngày này. Kiểm tra giấy đã đưa.',
    en: 'The code is not of this office, counter or day. Check the paper that was given.',
  },
  'code-twice': {
    vi: 'Mã hồ sơ này đã cấp cho hồ sơ khác. Kiểm tra cả hai giấy tiếp nhận.',
    en: 'This code was given to another dossier already. Check both receipts.',
  },
  'due-before-receipt': {
    vi: 'Ngày hẹn trả ghi trước lúc nhận. Đính chính ngày hẹn và in lại giấy.',
    en: 'The due date lies before the receipt. Correct it and print the paper anew.',
  },
  'date-unreal': {
    vi: 'Có ngày không có trong lịch. Kiểm tra và đính chính.',
    en: 'There is a date that no calendar has. Check and correct it.',
  },
  'consent-doubtful': {
    vi: 'Người ghi là đã duyệt không giữ vai trò cần thiết vào lúc đó, hoặc không tự mình đồng ý. Báo lãnh đạo.',
    en: 'Whoever is said to have approved this did not hold the role it takes, or did not agree themselves. Tell the supervisor.',
  },
  'result-unsigned': {
    vi: 'Ghi có kết quả khi lãnh đạo chưa ký. Chưa trả cho người dân. Báo lãnh đạo.',
    en: 'The result was recorded as ready before a leader had signed it. Do not hand it over. Tell the supervisor.',
  },
  'register-closed': {
    vi: 'Hồ sơ được ghi vào sổ sau khi sổ đã khóa. Kiểm tra rồi khóa lại sổ.',
    en: 'The dossier was entered into a register that was closed. Check it and close the register again.',
  },
  'register-line-twice': {
    vi: 'Số thứ tự này trong sổ đã ghi cho hồ sơ khác. Kiểm tra cả hai giấy tiếp nhận.',
    en: 'This line of the register holds another dossier already. Check both receipts.',
  },
  'serial-twice': {
    vi: 'Số biên lai này đã được ghi cho một lần thu khác hoặc đã hủy. Kiểm tra cuống biên lai ở các quầy.',
    en: 'This receipt was written down for another payment already, or as spoilt. Check the stubs of all counters.',
  },
  'rescheduled-twice': {
    vi: 'Hồ sơ đã xin lỗi và hẹn lại đủ số lần, nay lại hẹn lần nữa. Báo lãnh đạo.',
    en: 'The office had given a new date as often as it may, and gave another. Tell the supervisor.',
  },
  'not-offered': {
    vi: 'Ngày tiếp nhận, xã không nhận thủ tục này. Đính chính thủ tục hoặc báo lãnh đạo.',
    en: 'Communes did not receive this procedure on the day of receipt. Correct it or tell the supervisor.',
  },
};

/** For codes of a newer version or of the district. */
export const anyReview: Sentence = {
  vi: 'Có việc ghi chưa khớp. Hồ sơ vẫn an toàn. Báo lãnh đạo.',
  en: 'A record does not fit. The dossier is safe. Tell the supervisor.',
};
