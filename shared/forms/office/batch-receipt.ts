import { shortCode } from '../../domain/dossier/dossier-code.ts';
import type { DossierReceived } from '../../domain/dossier/dossier-events.ts';
import { registerNumber } from '../../domain/dossier/register.ts';
import { noApplicant } from '../../domain/people/applicant.ts';
import { formatDong, formatMomentInWords } from '../../text/format.ts';
import { moneyWords } from '../../text/money-words.ts';
import type { PaperLine, Slip } from '../base/paper.ts';
import {
  blank,
  deskAndOffice,
  isSaid,
  line,
  lines,
  type PaperContext,
  paperHead,
  paragraph,
  personName,
  plainSlip,
  reachLines,
  shortBlank,
  signature,
} from '../base/paper-parts.ts';
import { leafWords, type ReceiptLeaf, returnWords, twoLeaves } from '../dossier/receipt-slip.ts';

export interface BatchReceiptRequest {
  readonly context: PaperContext;
  readonly officerName: string;
  readonly leaf: ReceiptLeaf;
  /** Of one submitter, received together; at least one. The list that goes with it is `deliveryRecord`. */
  readonly dossiers: readonly [DossierReceived, ...DossierReceived[]];
}

/**
 * One `Giấy tiếp nhận hồ sơ và hẹn trả kết quả` for several dossiers of one submitter: what differs stands in the list
 * that goes with it.
 * @source docs/sources.md#forms
 */
export function batchReceipt({ context, officerName, leaf, dossiers }: BatchReceiptRequest): Slip {
  const [first] = dossiers;
  const { agency, options } = context;
  const submitter = first.submitter?.name ?? first.applicant.name;
  return {
    ...plainSlip(context),
    ...paperHead(context, 'batchReceipt', first.receivedAt, `Số: ${shortBlank}/${agency.numberSuffix}`),
    shortCode: shortCode(first.code),
    subtitle: `Mã hồ sơ: ${dossiers.length > 1 ? 'theo danh sách kèm theo' : first.code} (${leafWords[leaf]})`,
    blocks: [
      lines(
        line('Bộ phận tiếp nhận và trả kết quả:', deskAndOffice(context)),
        line('Tiếp nhận hồ sơ của:', personName(submitter)),
        // Nobody asks the submitter for an address: it is written in.
        ...reachLines(first.submitter === null ? first.applicant : noApplicant),
        ...options.localLines,
        line(
          'Nội dung yêu cầu giải quyết:',
          each(dossiers, ({ procedure }) => procedure.name),
        ),
        line('1. Thành phần hồ sơ nộp gồm:', 'theo danh sách kèm theo'),
        line('2. Số lượng hồ sơ:', `${dossiers.length} (kèm theo danh sách)`),
        line(
          '3. Thời gian giải quyết hồ sơ theo quy định là:',
          each(dossiers, ({ procedure }) => procedure.termText),
        ),
        line('4. Thời gian nhận hồ sơ:', formatMomentInWords(first.receivedAt)),
        line('5. Thời gian trả kết quả giải quyết hồ sơ:', dueWords(dossiers)),
        line(
          '6. Đăng ký nhận kết quả tại:',
          each(dossiers, ({ returnAt }) => returnWords[returnAt]),
        ),
        line('Vào Sổ theo dõi hồ sơ, Quyển số:', registerWords(dossiers)),
        ...feeLines(dossiers),
      ),
      paragraph(`Ghi chú: ${[first.note, twoLeaves].filter(isSaid).join('. ')}`),
    ],
    signatures: [signature('NGƯỜI NỘP HỒ SƠ', ''), signature('NGƯỜI TIẾP NHẬN HỒ SƠ', officerName)],
  };
}

/** What the dossiers say, each thing once. */
const each = (dossiers: readonly DossierReceived[], say: (one: DossierReceived) => string): string =>
  [...new Set(dossiers.map(say))].filter(isSaid).join('; ') || blank;

/** The last promise is the one to come back for; earlier ones stand in the list. */
function dueWords(dossiers: readonly DossierReceived[]): string {
  const dues = dossiers.map(({ dueAt }) => dueAt).toSorted();
  const last = dues.at(-1);
  if (last === undefined) return blank;
  return `${formatMomentInWords(last)}${dues[0] === last ? '' : ' (hồ sơ hẹn sớm hơn: theo danh sách)'}`;
}

/** Numbers that follow each other are said by the first and the last. */
function registerWords(dossiers: readonly DossierReceived[]): string {
  const numbers = dossiers.map(({ register }) => register.number).toSorted((a, b) => a - b);
  const [first = 0, last = first] = [numbers[0], numbers.at(-1)];
  const words =
    last - first === numbers.length - 1 && last > first
      ? `${registerNumber(first)} - ${registerNumber(last)}`
      : numbers.map(registerNumber).join(', ');
  return `${each(dossiers, ({ register }) => register.volume)}  Số thứ tự ${words}`;
}

/** What is known to be due altogether, and of how many dossiers it is not known: the province sets their fee. */
function feeLines(dossiers: readonly DossierReceived[]): PaperLine[] {
  const sum = dossiers.reduce((total, { feeVnd }) => total + (feeVnd ?? 0), 0);
  const unknown = dossiers.filter(({ feeVnd }) => feeVnd === null).length;
  const parts = [
    ...(sum === 0 ? [] : [`${formatDong(sum)} (${moneyWords(sum)})`]),
    ...(unknown === 0 ? [] : [`${unknown} hồ sơ thu theo quy định`]),
  ];
  return parts.length === 0 ? [] : [line('Phí phải thu:', parts.join(', và '))];
}
