import type { RefusalCode } from '../contract/refusal.ts';
import type { Sentence } from './language.ts';

/**
 * Why the desk declines: what is the matter, whether anything is lost, what to do. No blame, no exclamation
 * marks, no computer words. A code without a sentence does not compile.
 */
export const refusalSentences: Readonly<Record<RefusalCode, Sentence>> = {
  'not-signed-in': {
    vi: 'Chưa có ai đăng nhập ở máy này. Chọn tên và nhập mã PIN.',
    en: 'Nobody is signed in here. Choose a name and enter the PIN.',
  },
  'not-permitted': {
    vi: 'Việc này do người khác được giao. Nhờ lãnh đạo hoặc người được giao làm.',
    en: 'Somebody else is in charge of this. Ask the supervisor or the officer in charge.',
  },
  'bad-input': {
    vi: 'Có ô ghi chưa đúng. Kiểm tra lại rồi làm tiếp, chưa có gì thay đổi.',
    en: 'A field is not filled in correctly. Check it and go on; nothing has changed.',
  },
  'unknown-method': {
    vi: 'Máy này chưa biết việc đó. Cần bản cập nhật.',
    en: 'This machine does not know how to do that yet. It needs an update.',
  },
  'wrong-pin': {
    vi: 'Mã PIN chưa đúng. Còn {left} lần thử.',
    en: 'The PIN is not right. {left} tries left.',
  },
  'locked-out': {
    vi: 'Đã thử mã PIN nhiều lần. Chờ {seconds} giây rồi thử lại.',
    en: 'The PIN was tried many times. Wait {seconds} seconds and try again.',
  },
  'unknown-officer': {
    vi: 'Không có người này ở máy. Chọn lại tên.',
    en: 'This person is not known here. Choose a name again.',
  },
  'not-enrolled': {
    vi: 'Máy này chưa đăng ký với cấp trên. Nhập mã đăng ký 9 số.',
    en: 'This machine is not enrolled yet. Enter the 9-digit code.',
  },
  'already-enrolled': {
    vi: 'Máy này đã đăng ký rồi. Không cần làm lại.',
    en: 'This machine is enrolled already. There is nothing to do.',
  },
  'enrol-code-unknown': {
    vi: 'Không có mã đăng ký này. Kiểm tra đủ 9 số, mã chỉ dùng trong 24 giờ.',
    en: 'There is no such enrolment code. Check all 9 digits; a code is good for 24 hours.',
  },
  'enrol-code-used': {
    vi: 'Mã đăng ký này đã dùng cho máy khác. Xin mã mới.',
    en: 'This enrolment code has been used for another machine. Ask for a new one.',
  },
  'district-unreachable': {
    vi: 'Chưa liên lạc được với máy chủ. Kiểm tra mạng rồi thử lại, hồ sơ trên máy vẫn an toàn.',
    en: 'The server cannot be reached. Check the network and try again; dossiers here are safe.',
  },
  'not-the-district': {
    vi: 'Địa chỉ này không phải máy chủ một cửa. Kiểm tra lại địa chỉ.',
    en: 'This address is not a one-stop server. Check the address.',
  },
  'district-refused': {
    vi: 'Máy chủ chưa nhận máy này. Hồ sơ vẫn an toàn trên máy này. Báo lãnh đạo.',
    en: 'The server did not accept this machine. Dossiers here are safe. Tell the supervisor.',
  },
  'district-not-durable': {
    vi: 'Máy chủ này chỉ để thử, có thể mất dữ liệu. Không đăng ký máy thật vào đây.',
    en: 'This server is for trials and may lose data. Do not enrol a real machine with it.',
  },
  'update-needed': {
    vi: 'Máy này cần bản cập nhật trước khi gửi. Vẫn tiếp nhận bình thường.',
    en: 'This machine needs an update before it can send. Intake goes on as usual.',
  },
  'no-name': { vi: 'Nhập họ tên người nộp.', en: "Enter the applicant's name." },
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
  'clock-behind': {
    vi: 'Đồng hồ máy chậm {minutes} phút. Ngày hẹn sẽ sai. Chỉnh lại giờ rồi tiếp tục.',
    en: 'The clock is {minutes} minutes slow. The due date would be wrong. Set it and go on.',
  },
  'serial-used-up': {
    vi: 'Quầy này đã dùng hết {last} số trong ngày. Tiếp nhận ở quầy khác.',
    en: 'This counter has used all {last} numbers of the day. Use another counter.',
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
  'scan-unreadable': {
    vi: 'Không đọc được mã. Thử lại, hoặc gõ 12 số.',
    en: 'The code could not be read. Try again, or type the 12 digits.',
  },
  'receipt-unknown': {
    vi: 'Không có hồ sơ này trên máy. Có thể ở quầy khác, sẽ rõ khi có mạng.',
    en: 'This dossier is not on this machine. It may be at another counter; the network will tell.',
  },
  'receipt-code-broken': {
    vi: 'Mã biên nhận đọc chưa đúng. Quét lại, hoặc gõ 4 số cuối của mã.',
    en: 'The receipt code was misread. Scan again, or type the last 4 digits.',
  },
  'dossier-unknown': {
    vi: 'Không có hồ sơ này trên máy.',
    en: 'This dossier is not on this machine.',
  },
  'not-ready-yet': {
    vi: 'Chưa xong, hẹn {due}.',
    en: 'Not ready yet, due {due}.',
  },
  'already-ready': {
    vi: 'Hồ sơ này đã có kết quả rồi.',
    en: 'The result of this dossier is ready already.',
  },
  'already-delivered': {
    vi: 'Kết quả đã trả cho {to}.',
    en: 'The result was handed over to {to}.',
  },
  closed: {
    vi: 'Hồ sơ này đã kết thúc, không làm thêm được.',
    en: 'This dossier is closed; nothing more can be done to it.',
  },
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
  'undo-too-late': {
    vi: 'Đã quá 60 giây nên không hoàn tác được. Nhờ lãnh đạo hủy hồ sơ.',
    en: 'The 60 seconds are over. Ask the supervisor to void the dossier.',
  },
  'receiver-missing': {
    vi: 'Ghi người nhận kết quả và quan hệ với người nộp.',
    en: 'Enter who receives the result, and how they are related to the applicant.',
  },
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
  'nothing-to-print': {
    vi: 'Không có hồ sơ nào để in vào giấy này.',
    en: 'There is no dossier to print on this paper.',
  },
  'too-many-pages': {
    vi: 'Mỗi lần in tối đa {max} trang, để biên nhận của người đang chờ không phải đợi máy in.',
    en: 'At most {max} pages at a time, so that the receipts of those waiting get to the printer.',
  },
  'disk-full': {
    vi: 'Ổ đĩa đã đầy, chưa lưu được việc này. Hồ sơ đã lưu vẫn an toàn. Gọi hỗ trợ ngay.',
    en: 'The disk is full and this was not saved. Saved dossiers are safe. Call support now.',
  },
  'disk-error': {
    vi: 'Ổ đĩa bị lỗi, chưa lưu được việc này. Gọi hỗ trợ ngay, đừng tắt máy.',
    en: 'The disk failed and this was not saved. Call support now and leave the machine on.',
  },
  'read-only': {
    vi: 'Máy chỉ đang xem được, chưa lưu được việc này. Vẫn tìm và in lại được. Gọi hỗ trợ.',
    en: 'This machine can only read now; this was not saved. Search and reprint still work. Call support.',
  },
  'printer-down': {
    vi: 'Máy in chưa sẵn sàng. Hồ sơ vẫn an toàn, bấm F8 để in khi có giấy.',
    en: 'The printer is not ready. Dossiers are safe; press F8 once there is paper.',
  },
  'not-now': {
    vi: 'Hồ sơ đang ở bước khác nên chưa làm được việc này. Xem Nhật ký.',
    en: 'The dossier is at another step; this cannot be done now. See the journal.',
  },
  'not-processed': {
    vi: 'Thủ tục này không giải quyết ngay tại quầy. Bấm F7, chuyển xử lý và trình ký trước.',
    en: 'This procedure is not resolved at the counter. Press F7: forward it and submit it for approval first.',
  },
  'supplement-limit': {
    vi: 'Đã yêu cầu bổ sung {count} lần, theo quy định không yêu cầu thêm. Trình lãnh đạo.',
    en: 'Additions were requested {count} times already; the rules allow no more. Ask the leader.',
  },
  'reschedule-limit': {
    vi: 'Đã hẹn lại {count} lần, theo quy định không hẹn thêm. Trình lãnh đạo.',
    en: 'A new date was given {count} times already; the rules allow no more. Ask the leader.',
  },
  'new-due-not-later': {
    vi: 'Ngày hẹn mới phải sau ngày hẹn cũ.',
    en: 'The new date must lie after the old one.',
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
