import type { Warning } from '../../contract/intake/views.ts';
import type { Sentence } from '../language.ts';

export const warningSentences: Readonly<Record<Warning['code'], Sentence>> = {
  'same-day-duplicate': {
    vi: 'Trùng thủ tục trong ngày. {name} đã nộp lúc {time} (hồ sơ {code}). Nếu là giấy tờ khác, cứ lưu tiếp.',
    en: 'Same procedure today. {name} came at {time} (dossier {code}). If this is another paper, just save.',
  },
  'open-duplicate': {
    vi: '{name} còn một hồ sơ thủ tục này đang giải quyết ({code}). Nếu là việc khác, cứ lưu tiếp.',
    en: '{name} has an open dossier of this procedure ({code}). If this is another matter, just save.',
  },
  'id-like-passport': {
    vi: 'Số này được ghi là hộ chiếu. Kiểm tra lại giấy tờ.',
    en: 'This number is recorded as a passport. Check the paper.',
  },
  'id-like-tax': {
    vi: 'Số này giống mã số thuế. Nếu người nộp là tổ chức, chọn loại số là mã số thuế.',
    en: 'This looks like a tax number. If an organisation applies, choose tax number as its kind.',
  },
  'id-not-usual': {
    vi: 'Số này không giống số của loại giấy tờ đã chọn. Kiểm tra lại giấy tờ.',
    en: 'This is not what numbers of the chosen kind look like. Check the paper.',
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
  'name-old-font': {
    vi: 'Tên gõ bằng phông chữ cũ (TCVN3, VNI). Gõ lại tên bằng Unicode.',
    en: 'The name was typed for an old font (TCVN3, VNI). Type it again in Unicode.',
  },
  'card-letters-doubtful': {
    vi: 'Chữ trên thẻ đọc chưa chắc đúng, số thì đúng. Xem thẻ, kiểm tra lại tên, địa chỉ và giới tính trước khi lưu.',
    en: 'The letters of the card may be wrong; its numbers are right. Check name, address and sex against the card before saving.',
  },
  'card-differs': {
    vi: 'Thẻ ghi khác lần trước. Lần trước: {before}. Xem thẻ rồi chọn cách ghi đúng.',
    en: 'The card differs from last time. Last time: {before}. Look at the card and keep what is right.',
  },
  'card-birth-unread': {
    vi: 'Không đọc được ngày sinh trên thẻ. Xem thẻ và gõ ngày sinh.',
    en: 'The date of birth on the card could not be read. Type it from the card.',
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
  'due-day-off': {
    vi: 'Ngày hẹn trả là ngày nghỉ. Giờ làm việc gần nhất: {nearest}.',
    en: 'The due date is a day off. The nearest working time is {nearest}.',
  },
  'due-outside-hours': {
    vi: 'Giờ hẹn trả ngoài giờ làm việc. Giờ làm việc gần nhất: {nearest}.',
    en: 'The due time is outside office hours. The nearest working time is {nearest}.',
  },
  'due-past-calendar': {
    vi: 'Chưa có lịch nghỉ năm {year}. Kiểm tra lại ngày hẹn; khi có lịch, hồ sơ bị ảnh hưởng sẽ hiện ở phần cài đặt.',
    en: 'There is no calendar for {year} yet. Check the due date; once there is one, affected dossiers are listed in the settings.',
  },
  'due-not-announced': {
    vi: 'Lịch nghỉ năm {year} chưa có thông báo. Ngày hẹn có thể phải tính lại khi có lịch chính thức.',
    en: 'The days off of {year} have not been announced. The due date may have to be counted again.',
  },
  'zone-off': {
    vi: 'Múi giờ của máy không phải giờ Việt Nam. Giờ ghi trên biên nhận có thể sai. Chọn múi giờ UTC+7 rồi xem lại đồng hồ.',
    en: "The machine's time zone is not Vietnam's. Times on receipts may be wrong. Choose UTC+7 and check the clock.",
  },
  'serials-few': {
    vi: 'Quầy này chỉ còn {left} số trong ngày. Báo cấp trên cấp thêm chữ số cho quầy, hoặc chuyển bớt khách sang quầy khác.',
    en: 'This counter has only {left} numbers left today. Ask the district for a further digit, or send people to another counter.',
  },
  'petition-waiting': {
    vi: 'Đang chờ bổ sung. {name} đã nhận phiếu lúc {at}: {procedure}. Nếu mang giấy đến nộp, bấm F7, 3 để làm tiếp.',
    en: 'Awaiting additions. {name} was given a slip at {at}: {procedure}. If the papers are here, press F7, 3 to go on.',
  },
};
