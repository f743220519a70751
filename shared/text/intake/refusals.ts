import type { intakeRefusals } from '../../contract/intake/refusals.ts';
import type { Sentence } from '../language.ts';

export const intakeRefusalSentences: Readonly<Record<(typeof intakeRefusals)[number], Sentence>> = {
  'row-not-understood': {
    vi: 'Chưa hiểu "{text}". Ví dụ đúng: gks 1*3 (1 trang, 3 bản).',
    en: '"{text}" is not understood. Write for example gks 1*3 (1 page, 3 copies).',
  },
  'no-rows': {
    vi: 'Ghi giấy tờ cần chứng thực. Ví dụ: gks 1*3 (1 trang, 3 bản).',
    en: 'Enter the papers to certify, for example gks 1*3 (1 page, 3 copies).',
  },
  'papers-missing': {
    vi: 'Còn thiếu {count} giấy tờ bắt buộc: {name}. Nhận đủ rồi mới in biên nhận.',
    en: '{count} required papers are missing: {name}. The receipt waits until they are there.',
  },
  'due-date-missing': {
    vi: 'Thủ tục này không tính được ngày hẹn. Nhập ngày hẹn trả.',
    en: 'The date cannot be computed for this procedure. Enter the due date.',
  },
  'due-note-missing': {
    vi: 'Ghi lý do chọn ngày hẹn này.',
    en: 'Say why this due date was chosen.',
  },
  'due-in-past': {
    vi: 'Ngày hẹn trả đã qua. Chọn ngày khác.',
    en: 'The due date has passed. Choose another one.',
  },
  'fee-choice-missing': {
    vi: 'Chưa rõ mức phí. Chọn trường hợp đúng của hồ sơ này.',
    en: 'The fee is not clear. Choose the case that this dossier is.',
  },
  'fee-choice-unknown': {
    vi: 'Mức phí đã chọn không còn trong danh mục. Chọn lại.',
    en: 'The chosen fee is not in the catalogue any more. Choose again.',
  },
  'serial-used-up': {
    vi: 'Quầy này đã cấp hết {last} số của ngày. Chuyển khách sang quầy khác, hoặc báo cấp trên cấp thêm chữ số cho quầy (máy tự nhận khi có mạng).',
    en: 'This counter has given out all {last} numbers of the day. Send people to another counter, or ask the district for a further digit (it comes when this machine next reaches it).',
  },
  'draft-unknown': {
    vi: 'Không còn bản nháp này. Mở hồ sơ mới.',
    en: 'This draft is gone. Open a new dossier.',
  },
  'nothing-listed': {
    vi: 'Ghi ít nhất một nội dung cần bổ sung, hoặc bỏ dấu giấy còn thiếu.',
    en: 'List at least one thing to add, or untick the paper that is missing.',
  },
  'already-accepted': {
    vi: 'Hồ sơ này đã tiếp nhận, mã {code}. Mở hồ sơ rồi bấm F7 để yêu cầu bổ sung.',
    en: 'This dossier has been accepted as {code}. Open it and press F7 to ask for additions.',
  },
  'petition-unknown': {
    vi: 'Trên máy này không còn ai chờ bổ sung với phiếu đó. Có thể đã tiếp nhận ở quầy khác.',
    en: 'Nobody is waiting here on that slip any more. It may have been received at another counter.',
  },
  'petition-closed': {
    vi: 'Lần nộp này đã khép lại (từ chối hoặc không nộp lại). Bấm F2 để lập hồ sơ mới.',
    en: 'This visit is closed (refused, or nobody came back). Press F2 for a new dossier.',
  },
  'paper-not-asked': {
    vi: 'Không được yêu cầu giấy này nữa: {name}. Bỏ dòng đó ra.',
    en: 'This paper may not be asked for any more: {name}. Take the line out.',
  },
  'undo-too-late': {
    vi: 'Đã quá 60 giây nên không hoàn tác được. Nhờ lãnh đạo hủy hồ sơ.',
    en: 'The 60 seconds are over. Ask the supervisor to void the dossier.',
  },
  'register-closed': {
    vi: 'Sổ theo dõi {volume} đã khóa nên không ghi thêm được. Xem lại ngày giờ của máy. Nếu khóa nhầm, lãnh đạo mở lại sổ ở mục Sổ sách.',
    en: 'Register {volume} is closed and takes no line more. Check the date of this machine. If it was closed by mistake, a leader reopens it under Books.',
  },
  'code-taken': {
    vi: 'Số {code} đã cấp cho hồ sơ khác nên chưa lưu hồ sơ này. Bản nháp vẫn còn. Gọi hỗ trợ trước khi tiếp nhận tiếp.',
    en: 'The number {code} is given to another dossier, so this one was not saved. Its draft is kept. Call support before going on.',
  },
};
