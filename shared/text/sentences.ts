import type { Refusal } from '../contract/refusal.ts';
import type { Warning } from '../contract/views.ts';
import { type LocalDateTime, localDateTime } from '../domain/base/local-date.ts';
import type { DueReason } from '../domain/calendar/due-date.ts';
import type { ReviewCode } from '../domain/dossier/dossier.ts';
import { dossierCodePattern, shortCode } from '../domain/dossier/dossier-code.ts';
import type { DossierEventType } from '../domain/dossier/dossier-events.ts';
import { formatMoment } from './format.ts';
import { fill, type Language, type Sentence } from './language.ts';
import { refusalSentences } from './refusal-sentences.ts';

/** Why the desk declined, ready to be shown. */
export const refusalText = ({ code, values }: Refusal, language: Language): string =>
  fill(refusalSentences[code][language], shownValues(values, language));

/** A hint beside the form. */
export const warningText = ({ code, values }: Pick<Warning, 'code' | 'values'>, language: Language): string =>
  fill(warningSentences[code][language], shownValues(values, language));

/** Why the promised date is what it is; empty where there is nothing to explain. */
export const dueReasonText = (reason: DueReason, language: Language): string =>
  dueReasonSentences[reason][language];

/** Why a recorded fact waits for a person. Codes of a newer version or of the district have a general sentence. */
export const reviewText = (code: string, language: Language): string =>
  lookUp(reviewSentences, code, anyReview)[language];

/** What an entry of the journal is called; types of a newer version have a general name. */
export const eventText = (type: string, language: Language): string =>
  lookUp(eventSentences, type, anyEvent)[language];

/** Why paper did not come out. */
export const printFaultText = (fault: string, language: Language): string =>
  lookUp(printFaultSentences, fault, anyPrintFault)[language];

const lookUp = (table: Readonly<Record<string, Sentence>>, code: string, other: Sentence): Sentence =>
  Object.hasOwn(table, code) ? (table[code] ?? other) : other;

/** Minutes as people write them, dossier codes in their short form, the sex in words. */
function shownValues(values: Refusal['values'], language: Language): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [name, shownValue(name, value, language)]),
  );
}

function shownValue(name: string, value: string | number, language: Language): string | number {
  if (typeof value === 'number') return value;
  if (name === 'idSex') return lookUp(sexWords, value, { vi: value, en: value })[language];
  if (localDateTime.safeParse(value).success) return formatMoment(value as LocalDateTime);
  return dossierCodePattern.test(value) ? shortCode(value) : value;
}

const sexWords = { male: { vi: 'nam', en: 'male' }, female: { vi: 'nữ', en: 'female' } } as const;

const warningSentences: Readonly<Record<Warning['code'], Sentence>> = {
  'same-day-duplicate': {
    vi: 'Trùng thủ tục trong ngày. {name} đã nộp lúc {time} (hồ sơ {code}). Nếu là giấy tờ khác, cứ lưu tiếp.',
    en: 'Same procedure today. {name} came at {time} (dossier {code}). If this is another paper, just save.',
  },
  'open-duplicate': {
    vi: '{name} còn một hồ sơ thủ tục này đang giải quyết ({code}). Nếu là việc khác, cứ lưu tiếp.',
    en: '{name} has an open dossier of this procedure ({code}). If this is another matter, just save.',
  },
  'id-other-name': {
    vi: 'Số định danh này đang thuộc {name}. Kiểm tra thẻ.',
    en: 'This ID number belongs to {name}. Check the card.',
  },
  'id-other-birth-year': {
    vi: 'Số định danh cho biết sinh năm {idYear}, ngày sinh đang là {year}. Kiểm tra lại thẻ.',
    en: 'The ID number says born {idYear}, the date says {year}. Check the card.',
  },
  'id-other-sex': {
    vi: 'Số định danh cho biết là {idSex}, giới tính đang ghi khác. Kiểm tra lại thẻ.',
    en: 'The ID number says {idSex}, the form says otherwise. Check the card.',
  },
  'name-lost-marks': {
    vi: 'Bộ gõ tiếng Việt làm sai chữ khi quét. Số căn cước đã đọc đúng, kiểm tra lại tên.',
    en: 'The Vietnamese keyboard garbled the letters. The ID number is right; check the name.',
  },
  'phone-missing': {
    vi: 'Chưa có số điện thoại. Nên hỏi để báo khi có kết quả.',
    en: 'There is no phone number. Ask for one, to call when the result is ready.',
  },
  'paper-missing': {
    vi: 'Chưa xem: {paper}.',
    en: 'Not shown yet: {paper}.',
  },
  'fee-unknown': {
    vi: 'Mức phí do cấp tỉnh quy định, chưa có trong danh mục. Thu khi có thông báo.',
    en: 'The province sets this fee and the catalogue does not have it yet. Collect it when it is known.',
  },
  'clock-off': {
    vi: 'Đồng hồ máy lệch {minutes} phút so với máy chủ. Ngày hẹn có thể sai. Chỉnh lại giờ.',
    en: 'The clock is {minutes} minutes off the server. Due dates may be wrong. Set the clock.',
  },
  'petition-waiting': {
    vi: 'Đang chờ bổ sung. {name} đã nhận phiếu lúc {at}: {procedure}. Nếu mang giấy đến nộp, bấm F7, 3 để làm tiếp.',
    en: 'Awaiting additions. {name} was given a slip at {at}: {procedure}. If the papers are here, press F7, 3 to go on.',
  },
};

const dueReasonSentences: Readonly<Record<DueReason, Sentence>> = {
  'same-day': { vi: 'Giải quyết trong ngày.', en: 'Done the same day.' },
  'after-cutoff': {
    vi: 'Nộp sau 15:00 nên hẹn ngày làm việc tiếp theo.',
    en: 'Handed in after 15:00, so the next working day.',
  },
  'next-working-day': {
    vi: 'Nộp ngày nghỉ nên hẹn ngày làm việc tiếp theo.',
    en: 'Handed in on a day off, so the next working day.',
  },
  'next-opening': {
    vi: 'Nộp ngoài giờ làm việc nên tính từ lúc mở cửa lại.',
    en: 'Handed in outside office hours, so counted from the next opening.',
  },
  counted: {
    vi: 'Tính theo ngày làm việc, không kể ngày nộp.',
    en: 'Counted in working days from the day after.',
  },
  'moved-from-rest-day': {
    vi: 'Hết hạn vào ngày nghỉ nên hẹn ngày làm việc tiếp theo.',
    en: 'The last day is a day off, so the next working day.',
  },
  'on-receipt': { vi: 'Xong ngay khi tiếp nhận.', en: 'Done on receipt.' },
  entered: { vi: 'Ngày hẹn do cán bộ nhập.', en: 'Entered by the officer.' },
};

const reviewSentences: Readonly<Record<ReviewCode, Sentence>> = {
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
};
const anyReview: Sentence = {
  vi: 'Có việc ghi chưa khớp. Hồ sơ vẫn an toàn. Báo lãnh đạo.',
  en: 'A record does not fit. The dossier is safe. Tell the supervisor.',
};

const eventSentences: Readonly<Record<DossierEventType, Sentence>> = {
  'dossier.received': { vi: 'Tiếp nhận', en: 'Received' },
  'dossier.resultReady': { vi: 'Đã có kết quả', en: 'Result ready' },
  'dossier.delivered': { vi: 'Đã trả kết quả', en: 'Handed over' },
  'dossier.cancelled': { vi: 'Đã hủy', en: 'Voided' },
  'receipt.reprinted': { vi: 'In lại biên nhận', en: 'Receipt reprinted' },
  'intake.supplementRequested': {
    vi: 'Yêu cầu bổ sung khi tiếp nhận',
    en: 'Additions requested at the counter',
  },
  'intake.refused': { vi: 'Từ chối tiếp nhận', en: 'Refused' },
  'intake.lapsed': { vi: 'Không nộp lại, thôi theo dõi', en: 'Did not come back' },
  'dossier.forwarded': { vi: 'Chuyển xử lý', en: 'Passed on' },
  'dossier.recalled': { vi: 'Thu hồi về bộ phận một cửa', en: 'Taken back' },
  'dossier.sentToAgency': { vi: 'Chuyển liên thông', en: 'Sent to another agency' },
  'dossier.agencyReturned': { vi: 'Nhận lại từ liên thông', en: 'Back from another agency' },
  'dossier.supplementRequested': { vi: 'Yêu cầu bổ sung', en: 'Additions requested' },
  'dossier.supplementReceived': { vi: 'Nhận giấy bổ sung', en: 'Additions received' },
  'dossier.paymentRequested': { vi: 'Yêu cầu nộp tiền', en: 'Payment requested' },
  'dossier.paymentReceived': { vi: 'Đã nộp tiền', en: 'Paid' },
  'dossier.suspended': { vi: 'Dừng xử lý', en: 'Suspended' },
  'dossier.resumed': { vi: 'Tiếp tục xử lý', en: 'Resumed' },
  'dossier.submittedForApproval': { vi: 'Trình ký', en: 'Submitted for signature' },
  'dossier.sentBack': { vi: 'Lãnh đạo trả lại', en: 'Sent back by the leader' },
  'dossier.returnedWithoutResult': { vi: 'Trả lại hồ sơ', en: 'Returned without result' },
  'dossier.withdrawn': { vi: 'Người dân rút hồ sơ', en: 'Withdrawn' },
  'dossier.rescheduled': { vi: 'Xin lỗi và hẹn lại', en: 'Apology and new date' },
  'dossier.redated': { vi: 'Đổi ngày hẹn theo lịch mới', en: 'New date by the new calendar' },
  'dossier.corrected': { vi: 'Đính chính', en: 'Corrected' },
  'consent.given': { vi: 'Người thứ hai đồng ý', en: 'Second person agreed' },
};
const anyEvent: Sentence = { vi: 'Việc khác', en: 'Something else' };

/** What `DeskPorts.print` and the drawing of a paper may answer. */
type PrintFault =
  | 'paper-out'
  | 'no-printer'
  | 'offline'
  | 'not-drawn'
  | 'drawing-failed'
  | 'interrupted'
  | 'disk-full'
  | 'disk-error'
  | 'read-only';
const printFaultSentences: Readonly<Record<PrintFault, Sentence>> = {
  'paper-out': {
    vi: 'Máy in hết giấy. Cho giấy rồi bấm F8.',
    en: 'The printer is out of paper. Add paper, press F8.',
  },
  'no-printer': {
    vi: 'Máy này chưa có máy in. Cắm máy in rồi bấm F8.',
    en: 'This machine has no printer. Connect one, press F8.',
  },
  offline: {
    vi: 'Máy in đang tắt hoặc chưa nối dây. Bật máy in rồi bấm F8.',
    en: 'The printer is off or not connected. Turn it on, press F8.',
  },
  'not-drawn': {
    vi: 'Chưa dựng được trang in. Bấm F8 để in lại.',
    en: 'The page was not drawn. Press F8 to retry.',
  },
  'drawing-failed': {
    vi: 'Chưa dựng được trang in. Bấm F8 để in lại.',
    en: 'The page was not drawn. Press F8 to retry.',
  },
  interrupted: {
    vi: 'Máy tắt khi đang in. Xem giấy đã ra chưa; nếu chưa, bấm F8.',
    en: 'The machine stopped while printing. See whether the paper came out; if not, press F8.',
  },
  'disk-full': refusalSentences['disk-full'],
  'disk-error': refusalSentences['disk-error'],
  'read-only': refusalSentences['read-only'],
};
const anyPrintFault: Sentence = refusalSentences['printer-down'];
