import type { cashRefusals } from '../../contract/cash/refusals.ts';
import type { Sentence } from '../language.ts';

export const cashRefusalSentences: Readonly<Record<(typeof cashRefusals)[number], Sentence>> = {
  'shift-open': {
    vi: 'Còn một ca thu chưa đóng. Đếm và đóng ca đó trước.',
    en: 'You have a shift that is not closed. Count and close that one first.',
  },
  'no-shift': { vi: 'Chưa mở ca thu.', en: 'No shift is open.' },
  'book-wrong': {
    vi: 'Quyển biên lai chưa đúng: ký hiệu, số đầu và số cuối cùng số chữ số, số đầu không lớn hơn số cuối.',
    en: 'The receipt book is not right: symbol, first and last number with as many digits, the first not above the last.',
  },
  'serial-wrong': {
    vi: 'Gõ ký hiệu và số biên lai như in trên biên lai, ví dụ 28AA-17T và 0001234.',
    en: 'Type symbol and number as printed on the finance receipt, for example 28AA-17T and 0001234.',
  },
  'serial-used': {
    vi: 'Biên lai {symbol} {serial} đã ghi rồi.',
    en: 'Receipt {symbol} {serial} has been recorded already.',
  },
  'serial-not-in-books': {
    vi: 'Biên lai {symbol} {serial} không thuộc quyển của ca thu. Xem lại số in trên cuống.',
    en: 'Receipt {symbol} {serial} is of no book of the shift. Look at the number on the stub.',
  },
  'receipt-known': {
    vi: 'Khoản này đã có số biên lai. Biên lai hỏng thì ghi ở mục Biên lai hỏng.',
    en: 'This taking has its receipt number. A spoilt form is noted under spoilt receipts.',
  },
  'taking-gone': {
    vi: 'Khoản này đã hoàn trả hoặc không còn. Không ghi biên lai cho khoản đó.',
    en: 'This money was given back or is not there any more. No receipt is noted for it.',
  },
  'pieces-wrong': {
    vi: 'Mệnh giá chưa đúng. Mỗi loại tiền ghi một lần.',
    en: 'The notes are not right. Each kind is counted once.',
  },
  'difference-unexplained': {
    vi: 'Đếm được lệch {difference} đ so với sổ. Ghi giải trình rồi mới đóng ca.',
    en: 'The count differs from the books by {difference} đ. Explain it before closing.',
  },
  'hand-to-self': {
    vi: 'Không tự giao cho mình. Chọn người nhận khác, hoặc để trống nếu cất két.',
    en: 'Nobody hands over to himself. Choose somebody else, or none when it goes into the safe.',
  },
  'amount-unclear': {
    vi: 'Gõ số tiền bằng đồng, không có dấu phẩy và phần lẻ, ví dụ 8000 hoặc 8.000.',
    en: 'Type whole đồng without comma or decimals, for example 8000 or 8.000.',
  },
  'amount-nothing': {
    vi: 'Số tiền phải lớn hơn 0.',
    en: 'The amount must be more than 0.',
  },
  'amount-too-large': {
    vi: 'Số tiền lớn quá mức có thể thu. Xem lại các số 0.',
    en: 'That is more money than can be taken. Look at the zeros again.',
  },
  'money-held': {
    vi: 'Hồ sơ này đã thu {vnd} đ. Bấm F7, hoàn trả tiền trước, rồi mới hủy.',
    en: '{vnd} đ was taken for this dossier. Press F7 and give the money back first, then void it.',
  },
  'refund-too-much': {
    vi: 'Chỉ còn giữ {vnd} đ của hồ sơ này. Không hoàn trả nhiều hơn.',
    en: 'Only {vnd} đ is still held for this dossier. No more than that can be given back.',
  },
};
