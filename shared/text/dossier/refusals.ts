import type { dossierRefusals } from '../../contract/dossier/refusals.ts';
import type { Sentence } from '../language.ts';

export const dossierRefusalSentences: Readonly<Record<(typeof dossierRefusals)[number], Sentence>> = {
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
  'receiver-id-missing': {
    vi: 'Ghi số giấy tờ tùy thân của người nhận thay.',
    en: 'Enter the ID number of whoever receives in place of the applicant.',
  },
  'receiver-differs': {
    vi: 'Thẻ này không phải của {name}. Nếu người khác nhận thay, chọn "Người khác nhận thay".',
    en: 'This is not the card of {name}. If somebody else receives, choose "Somebody else".',
  },
  'authorisation-missing': {
    vi: 'Ghi giấy ủy quyền của người nhận thay (số, ngày, nơi chứng thực).',
    en: 'Enter the authorisation paper of whoever receives (number, day, where it was certified).',
  },
  'no-submitter': {
    vi: 'Hồ sơ này không có người nộp thay. Chọn người nộp hoặc người khác nhận thay.',
    en: 'Nobody brought this dossier for the applicant. Choose the applicant or somebody else.',
  },
  'receiver-missing': {
    vi: 'Ghi người nhận kết quả và quan hệ với người nộp.',
    en: 'Enter who receives the result, and how they are related to the applicant.',
  },
  'not-now': {
    vi: 'Hồ sơ đang ở bước khác nên chưa làm được việc này. Xem Nhật ký.',
    en: 'The dossier is at another step; this cannot be done now. See the journal.',
  },
  'not-signed': {
    vi: 'Lãnh đạo chưa ký kết quả này. Chờ ký xong mới ghi có kết quả.',
    en: 'The leader has not signed this result yet. It is ready once it is signed.',
  },
  'recall-not-yours': {
    vi: 'Chỉ người đã chuyển, lãnh đạo hoặc phụ trách thu hồi được hồ sơ này.',
    en: 'Only whoever passed it on, a leader or the supervisor can call it back.',
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
  'answer-in-past': {
    vi: 'Hạn bổ sung phải từ hôm nay trở đi.',
    en: 'The last day for what is missing must not lie before today.',
  },
  'new-due-not-later': {
    vi: 'Ngày hẹn mới phải sau ngày hẹn cũ.',
    en: 'The new date must lie after the old one.',
  },
};
