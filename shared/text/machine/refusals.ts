import type { machineRefusals } from '../../contract/machine/refusals.ts';
import type { Sentence } from '../language.ts';

export const machineRefusalSentences: Readonly<Record<(typeof machineRefusals)[number], Sentence>> = {
  'not-signed-in': {
    vi: 'Chưa có ai đăng nhập ở máy này. Chọn tên và nhập mã PIN.',
    en: 'Nobody is signed in here. Choose a name and enter the PIN.',
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
  'clock-behind': {
    vi: 'Giờ máy sớm hơn việc đã ghi hoặc giờ máy chủ {minutes} phút. Chỉnh lại giờ máy. Nếu đồng hồ đã đúng, ghi lý do rồi chọn Đồng hồ đã đúng.',
    en: "The clock is {minutes} minutes before what was recorded here or the server's time. Set it. If it is right, say why and choose The clock is right.",
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
  'desk-in-use': {
    vi: 'Quầy này đang mở ở một cửa sổ khác trên máy. Dùng cửa sổ đó, hoặc đóng nó rồi mở lại.',
    en: 'This desk is open in another window on this machine. Use that one, or close it and open again.',
  },
  'newer-schema': {
    vi: 'Dữ liệu trên máy do bản mới hơn ghi. Cài bản mới rồi mở lại, hồ sơ vẫn an toàn.',
    en: 'A newer version wrote the data here. Install it and open again; the dossiers are safe.',
  },
  'data-damaged': {
    vi: 'Dữ liệu trên máy bị hỏng nên chưa mở được. Không xóa gì, gọi hỗ trợ ngay.',
    en: 'The data on this machine is damaged and cannot be opened. Delete nothing and call support now.',
  },
  'data-gone': {
    vi: 'Máy này đã có hồ sơ nhưng tệp dữ liệu không còn. Không đăng ký lại, gọi hỗ trợ ngay.',
    en: 'This machine had dossiers, and its data file is gone. Do not enrol it again; call support now.',
  },
  'key-missing': {
    vi: 'Không còn khóa của máy này nên chưa mở được. Hồ sơ vẫn còn trên máy, gọi hỗ trợ ngay.',
    en: 'The key of this machine is missing, so it cannot be opened. Its dossiers are still here; call support now.',
  },
  'folder-closed': {
    vi: 'Thư mục dữ liệu không đọc hoặc ghi được. Hồ sơ vẫn còn trên máy, gọi hỗ trợ ngay.',
    en: 'The data folder cannot be read or written. The dossiers are still here; call support now.',
  },
  'start-disk-full': {
    vi: 'Ổ đĩa đã đầy nên chưa mở được. Giải phóng ổ đĩa rồi mở lại, hồ sơ vẫn an toàn.',
    en: 'The disk is full, so the desk cannot open. Free some space and open again; the dossiers are safe.',
  },
};
