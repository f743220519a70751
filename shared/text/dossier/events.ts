import type { DossierEventType } from '../../domain/dossier/dossier-events.ts';
import type { Sentence } from '../language.ts';

export const eventSentences: Readonly<Record<DossierEventType, Sentence>> = {
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
  'dossier.recalled': { vi: 'Thu hồi về người chuyển', en: 'Taken back' },
  'dossier.sentToAgency': { vi: 'Chuyển liên thông', en: 'Sent to another agency' },
  'dossier.agencyReturned': { vi: 'Nhận lại từ liên thông', en: 'Back from another agency' },
  'dossier.supplementRequested': { vi: 'Yêu cầu bổ sung', en: 'Additions requested' },
  'dossier.supplementReceived': { vi: 'Nhận giấy bổ sung', en: 'Additions received' },
  'dossier.paymentRequested': { vi: 'Yêu cầu nộp tiền', en: 'Payment requested' },
  'dossier.paymentReceived': { vi: 'Đã nộp tiền', en: 'Paid' },
  'dossier.receiptAssigned': { vi: 'Đã ghi số biên lai', en: 'Receipt number noted' },
  'dossier.refunded': { vi: 'Đã hoàn trả tiền', en: 'Money given back' },
  'dossier.suspended': { vi: 'Dừng xử lý', en: 'Suspended' },
  'dossier.resumed': { vi: 'Tiếp tục xử lý', en: 'Resumed' },
  'dossier.submittedForApproval': { vi: 'Trình ký', en: 'Submitted for signature' },
  'dossier.signed': { vi: 'Lãnh đạo ký', en: 'Signed by the leader' },
  'dossier.resultTakenBack': { vi: 'Lấy lại kết quả để sửa', en: 'Result taken back' },
  'dossier.sentBack': { vi: 'Lãnh đạo trả lại', en: 'Sent back by the leader' },
  'dossier.returnedWithoutResult': { vi: 'Trả lại hồ sơ', en: 'Returned without result' },
  'dossier.withdrawn': { vi: 'Người dân rút hồ sơ', en: 'Withdrawn' },
  'dossier.rescheduled': { vi: 'Xin lỗi và hẹn lại', en: 'Apology and new date' },
  'dossier.redated': { vi: 'Đổi ngày hẹn theo lịch mới', en: 'New date by the new calendar' },
  'dossier.corrected': { vi: 'Đính chính', en: 'Corrected' },
  'consent.given': { vi: 'Người thứ hai đồng ý', en: 'Second person agreed' },
};

/** For types of a newer version. */
export const anyEvent: Sentence = { vi: 'Việc khác', en: 'Something else' };
