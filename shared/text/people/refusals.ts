import type { peopleRefusals } from '../../contract/people/refusals.ts';
import type { Sentence } from '../language.ts';

export const peopleRefusalSentences: Readonly<Record<(typeof peopleRefusals)[number], Sentence>> = {
  'no-name': { vi: 'Nhập họ tên người nộp.', en: "Enter the applicant's name." },
  'representative-missing': {
    vi: 'Ghi họ tên người đại diện của tổ chức.',
    en: 'Enter who represents the organisation.',
  },
  'id-clash': {
    vi: 'Số này đang đứng tên {name}. Kiểm tra thẻ rồi chọn 1 hoặc 2.',
    en: 'This number stands in the name of {name}. Check the card, then choose 1 or 2.',
  },
  'id-clash-birth': {
    vi: 'Số này đang đứng tên {name}, sinh năm {year}. Kiểm tra thẻ rồi chọn 1 hoặc 2.',
    en: 'This number stands in the name of {name}, born {year}. Check the card, then choose 1 or 2.',
  },
  'id-length': {
    vi: 'Số định danh phải có 12 số (đang có {count}).',
    en: 'A personal ID number has 12 digits ({count} now).',
  },
  'phone-length': {
    vi: 'Số điện thoại phải có 10 số. Bỏ trống nếu không có.',
    en: 'A phone number has 10 digits. Leave it empty if there is none.',
  },
  'birth-date-bad': {
    vi: 'Ngày sinh này không có trong lịch. Kiểm tra lại thẻ.',
    en: 'There is no such date of birth. Check the card.',
  },
  'card-letters-unchecked': {
    vi: 'Chữ quét từ thẻ chưa chắc đúng. Xem thẻ, sửa họ tên, địa chỉ, giới tính nếu sai, rồi bấm F9.',
    en: 'The letters of the card may be wrong. Look at the card, mend name, address and sex where they are wrong, then press F9.',
  },
  'scan-health-insurance': {
    vi: 'Đây là thẻ BHYT. Quét mã trên căn cước.',
    en: 'This is a health insurance card. Scan the code of the citizen card.',
  },
  'scan-machine-readable': {
    vi: 'Đây là dòng chữ máy đọc (MRZ) của thẻ. Quét mã QR trên căn cước.',
    en: 'These are the machine-readable lines of the card. Scan its QR code.',
  },
  'scan-driving-licence': {
    vi: 'Đây là giấy phép lái xe. Quét mã trên căn cước.',
    en: 'This is a driving licence. Scan the code of the citizen card.',
  },
  'scan-vehicle-registration': {
    vi: 'Đây là đăng ký xe. Quét mã trên căn cước.',
    en: 'This is a vehicle registration. Scan the code of the citizen card.',
  },
  'scan-link': {
    vi: 'Đây là mã có đường dẫn của giấy tờ khác. Quét mã trên căn cước.',
    en: 'This is the link of another paper. Scan the code of the citizen card.',
  },
  'scan-unreadable': {
    vi: 'Không đọc được mã. Thử lại, hoặc gõ 12 số.',
    en: 'The code could not be read. Try again, or type the 12 digits.',
  },
};
