import { dateOf, type LocalDateTime } from '../../domain/base/local-date.ts';
import type { DossierEventType, DossierFact, DossierReceived } from '../../domain/dossier/dossier-events.ts';
import { type Promised, promisedAfter } from '../../domain/dossier/promised.ts';
import { formatDate } from '../../text/format.ts';

/** A fact of one dossier and the officer who recorded it, by id. Papers take them in the order of the ledger. */
export interface RecordedFact {
  readonly fact: DossierFact;
  readonly actor: string;
}

/** The printed name of an officer. */
export type NameOf = (officer: string) => string;

/** What was done, as papers say it; these words do not follow the screen's language. */
export const actionWords: Readonly<Record<DossierEventType, string>> = {
  'intake.supplementRequested': 'Yêu cầu bổ sung trước khi tiếp nhận',
  'intake.refused': 'Từ chối tiếp nhận',
  'intake.lapsed': 'Hết hạn bổ sung',
  'dossier.received': 'Tiếp nhận',
  'dossier.forwarded': 'Chuyển xử lý',
  'dossier.recalled': 'Thu hồi',
  'dossier.sentToAgency': 'Chuyển liên thông',
  'dossier.agencyReturned': 'Cơ quan phối hợp trả về',
  'dossier.supplementRequested': 'Yêu cầu bổ sung',
  'dossier.supplementReceived': 'Nhận bổ sung',
  'dossier.paymentRequested': 'Yêu cầu nộp phí',
  'dossier.paymentReceived': 'Đã nộp phí',
  'dossier.refunded': 'Hoàn trả tiền',
  'dossier.receiptAssigned': 'Ghi số biên lai',
  'dossier.suspended': 'Dừng xử lý',
  'dossier.resumed': 'Tiếp tục xử lý',
  'dossier.submittedForApproval': 'Trình ký',
  'dossier.signed': 'Lãnh đạo ký',
  'dossier.resultTakenBack': 'Lấy lại kết quả để sửa',
  'dossier.sentBack': 'Trả lại bước trước',
  'dossier.resultReady': 'Đã có kết quả',
  'dossier.returnedWithoutResult': 'Trả lại hồ sơ',
  'dossier.withdrawn': 'Công dân xin rút',
  'dossier.rescheduled': 'Hẹn lại',
  'dossier.delivered': 'Trả kết quả',
  'dossier.cancelled': 'Hủy',
  'dossier.redated': 'Đổi ngày hẹn theo lịch mới',
  'dossier.corrected': 'Đính chính',
  'consent.given': 'Đồng ý',
  'receipt.reprinted': 'In lại giấy tiếp nhận',
};

/** When a fact happened on the desk's clock. */
export const momentOf = ({ type, body }: DossierFact): LocalDateTime =>
  type === 'dossier.received' ? body.receivedAt : body.at;

/** `Yêu cầu bổ sung ngày 21/05/2025` */
export const actionOn = (fact: DossierFact): string =>
  `${actionWords[fact.type]} ngày ${formatDate(dateOf(momentOf(fact)))}`;

/** What the receipt promised. */
export const firstPromise = ({ dueAt }: DossierReceived): Promised => ({
  dueAt,
  measuredDueAt: dueAt,
  stoppedAt: null,
});

/** The promises of a dossier after each of its facts; the first is the receipt's own. */
export const promises = (received: DossierReceived, facts: readonly RecordedFact[]): Promised =>
  facts.reduce((promised, { fact }) => promisedAfter(promised, fact), firstPromise(received));
