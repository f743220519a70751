import { dateOf, type LocalDate, type LocalDateTime } from '../../domain/base/local-date.ts';
import type { Agency } from '../../domain/catalogue/agency.ts';
import { codeTail, shortCode } from '../../domain/dossier/dossier-code.ts';
import type { DossierReceived } from '../../domain/dossier/dossier-events.ts';
import { receiptCode } from '../../domain/dossier/receipt-code.ts';
import { registerNumber } from '../../domain/dossier/register.ts';
import { isOrganisation } from '../../domain/people/applicant.ts';
import { printedName } from '../../domain/people/person-name.ts';
import { formatPhone } from '../../domain/people/phone.ts';
import {
  dateInWords,
  formatDong,
  formatDueLong,
  formatDueShort,
  formatMoment,
  formatMomentInWords,
  formatVnd,
} from '../../text/format.ts';
import type { ReceiptSlip } from '../base/form.ts';
import { defaultFormOptions, type FormOptions } from '../base/form-options.ts';
import { formTitle } from '../base/form-title.ts';
import {
  blank,
  deskAndOffice,
  headerLines,
  idLabel,
  isSaid,
  marksOf,
  printedIdNumber,
  printedLine,
  sentenceCase,
} from '../base/paper-parts.ts';
import { rollTable, slipTable } from './receipt-table.ts';

/** Everything a receipt is made of: the recorded fact, and who prints it when on what. */
export interface ReceiptRequest {
  readonly received: DossierReceived;
  readonly agency: Agency;
  /** `Quầy 1` */
  readonly deskName: string;
  /** Who received the dossier, and who prints this copy. */
  readonly officerName: string;
  readonly printedBy: string;
  readonly printedAt: LocalDateTime;
  readonly paper: ReceiptSlip['paper'];
  /** 0 for the original, n for its n-th reprint. */
  readonly copy: number;
  /** How often corrections have issued it again; the ones before are void. */
  readonly issue?: number;
  /** A made-up commune: the paper says so. */
  readonly demo: boolean;
  /** On receipts of before the first set of forms: the day on which it begins. */
  readonly formsBegin?: LocalDate | null;
  /** Which of the two copies this is; the citizen's where nothing is said. */
  readonly leaf?: ReceiptLeaf;
  /** What the agency has set; the defaults where nothing is said. */
  readonly options?: FormOptions;
}

/** `stored` goes with the control slip and stays at the desk. */
export type ReceiptLeaf = 'stored' | 'citizen';

/**
 * `Giấy tiếp nhận hồ sơ và hẹn trả kết quả`, form 01 of both sets: labels and order are the official ones, the
 * boxes, the masked number and the QR code are local additions. A4 and A5 share it; a roll of 80 mm says less.
 * @source docs/sources.md#forms
 */
export const receiptSlip = (request: ReceiptRequest): ReceiptSlip =>
  request.paper === '80mm' ? rollSlip(request) : pageSlip(request);

function pageSlip(request: ReceiptRequest): ReceiptSlip {
  const { received, agency, deskName, officerName } = request;
  return {
    ...commonParts(request),
    header: {
      ...headerLines(agency, optionsOf(request)),
      number: `Số: ${codeTail(received.code)}/${agency.numberSuffix}`,
      placeAndDate: `${agency.placeName}, ${dateInWords(dateOf(received.receivedAt))}`,
    },
    lines: pageLines(request),
    papersTitle: '1. Thành phần hồ sơ nộp gồm:',
    table: slipTable(received),
    after: pageAfter(request),
    due: {
      label: 'Hẹn trả kết quả',
      value: formatDueLong(received.dueAt),
      place: `Nhận ${returnPlaces[received.returnAt](deskAndOffice({ deskName, agency }))}`,
    },
    fee: {
      label: 'Phí phải thu',
      ...feeWords(received, formatDong),
    },
    qr: { text: receiptCode(received.code, request.issue), caption: 'Quét để tra cứu' },
    signatures: [
      { title: 'NGƯỜI NỘP HỒ SƠ', hint: '(Ký và ghi rõ họ tên)', name: '' },
      { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', hint: '(Ký và ghi rõ họ tên)', name: officerName },
    ],
    footer: [
      'Mang theo giấy này và căn cước khi nhận kết quả. Người khác nhận thay cần giấy ủy quyền. Kết quả có thể có sớm hơn giờ hẹn.',
      `Quá giờ hẹn mà chưa có kết quả, cơ quan sẽ có phiếu xin lỗi và hẹn lại.${contact(agency, ' Tra cứu, phản ánh: ')}`,
      `${printedLine(request)} · ${request.printedBy}`,
    ],
  };
}

/** Lines a to f of the form; `Người nộp` and the number stand where four provinces print them. */
function pageLines(request: ReceiptRequest): ReceiptSlip['lines'] {
  const { received, agency, deskName } = request;
  const { applicant, submitter } = received;
  const idNumber = printedIdNumber(applicant, optionsOf(request));
  return [
    { label: 'Bộ phận tiếp nhận và trả kết quả:', value: deskAndOffice({ deskName, agency }) },
    { label: 'Tiếp nhận hồ sơ của:', value: printedName(applicant.name) },
    ...(submitter === null
      ? []
      : [
          {
            label: 'Người nộp:',
            value: [printedName(submitter.name), submitter.relation].filter(isSaid).join(', '),
          },
        ]),
    { label: 'Địa chỉ:', value: applicant.address },
    { label: 'Số điện thoại:', value: `${formatPhone(applicant.phone) || blank}  Email: ${blank}` },
    ...(idNumber === '' ? [] : [{ label: idLabel(applicant), value: idNumber }]),
    ...optionsOf(request).localLines,
    { label: 'Nội dung yêu cầu giải quyết:', value: subject(received) },
    ...(received.competentAgency === ''
      ? []
      : [{ label: 'Cơ quan có thẩm quyền giải quyết:', value: received.competentAgency }]),
  ];
}

/** Lines 2 to 6 of the form, the register, and the note. */
function pageAfter({ received }: ReceiptRequest): ReceiptSlip['after'] {
  const { register, sets, procedure, receivedAt, dueAt, returnAt, note } = received;
  return [
    { label: '2. Số lượng hồ sơ:', value: `${String(sets).padStart(2, '0')} (bộ)` },
    { label: '3. Thời gian giải quyết hồ sơ theo quy định là:', value: procedure.termText },
    { label: '4. Thời gian nhận hồ sơ:', value: formatMomentInWords(receivedAt) },
    { label: '5. Thời gian trả kết quả giải quyết hồ sơ:', value: formatMomentInWords(dueAt) },
    ...legLines(received),
    { label: '6. Đăng ký nhận kết quả tại:', value: returnWords[returnAt] },
    {
      label: 'Vào Sổ theo dõi hồ sơ, Quyển số:',
      value: `${register.volume}  Số thứ tự ${registerNumber(register.number)}`,
    },
    { label: 'Ghi chú:', value: [note, twoLeaves].filter(isSaid).join('. ') },
  ];
}

/** Each agency that takes part, and when it must have given its share back. */
const legLines = ({ legs }: DossierReceived): ReceiptSlip['after'] =>
  legs.length === 0
    ? []
    : [
        {
          label: 'Cơ quan phối hợp:',
          value: legs
            .map(({ agency, termText, dueAt }) =>
              [agency, termText, `đến ${formatMoment(dueAt)}`].filter(isSaid).join(', '),
            )
            .join('; '),
        },
      ];

function rollSlip(request: ReceiptRequest): ReceiptSlip {
  const { received, agency, deskName } = request;
  const { applicant, submitter } = received;
  const lines = headerLines(agency, optionsOf(request));
  const idNumber = printedIdNumber(applicant, optionsOf(request));
  const known = [
    applicant.phone === '' ? '' : `ĐT ${formatPhone(applicant.phone)}`,
    idNumber === '' ? '' : `${isOrganisation(applicant) ? 'MST' : 'ĐD'} ${idNumber}`,
  ];
  return {
    ...commonParts(request),
    header: {
      agency: lines.agency.replace(/^ỦY BAN NHÂN DÂN /, 'UBND '),
      desk: `${sentenceCase(lines.desk)} · ${deskName}`,
      number: '',
      placeAndDate: '',
    },
    lines: [
      { label: '', value: printedName(applicant.name) },
      { label: '', value: known.filter(isSaid).join(' · ') },
      { label: '', value: submitter === null ? '' : `Người nộp: ${printedName(submitter.name)}` },
      { label: '', value: subject(received) },
    ].filter(({ value }) => value !== ''),
    papersTitle: '',
    table: rollTable(received),
    after: [],
    due: {
      label: 'HẸN TRẢ',
      value: formatDueShort(received.dueAt),
      place: returnPlaces[received.returnAt](deskName),
    },
    fee: {
      label: received.feeChoice === null ? 'Phí phải thu' : `Phí phải thu (${received.feeChoice.label})`,
      ...feeWords(received, formatVnd),
    },
    qr: { text: receiptCode(received.code, request.issue), caption: 'Quét ở sảnh để xem tiến độ' },
    signatures: [],
    footer: [
      `Nhận ${formatMoment(received.receivedAt)} · ${request.officerName} · ${printedLine(request)}`,
      `Mang giấy này và căn cước khi lấy kết quả. Giấy nhiệt mau phai, nên chụp lại.${contact(agency, ' ĐT ')}`,
    ],
  };
}

const commonParts = (request: ReceiptRequest) => ({
  form: 'receipt' as const,
  set: request.received.formSet,
  edition: optionsOf(request).edition,
  paper: request.paper,
  marks: [...issueMarks(request), ...marksOf(request)],
  title: formTitle(request.received.formSet, 'batchReceipt').title,
  code: request.received.code,
  shortCode: shortCode(request.received.code),
  copyFor: `(${leafWords[request.leaf ?? 'citizen']})`,
});

/** A receipt issued anew is no reprint: it says something else than the one before. */
const issueMarks = ({ issue = 0 }: ReceiptRequest): string[] =>
  issue === 0 ? [] : [`CẤP LẠI LẦN ${issue} – THAY GIẤY CŨ`];

const optionsOf = ({ options }: ReceiptRequest): FormOptions => options ?? defaultFormOptions;

/** The procedure as officers look it up, and how many copies where the fee goes by copies. */
const subject = ({ procedure, copiesWanted }: DossierReceived): string =>
  `${procedure.name} (${procedure.code})${copiesWanted > 1 ? `, ${copiesWanted} bản` : ''}`;

/** What is due, by which of the edition's fees, and when it is paid. */
const feeWords = ({ feeVnd, feeChoice }: DossierReceived, money: (vnd: number) => string) => {
  const note = (paid: string): string => [feeChoice?.label ?? '', paid].filter(isSaid).join('. ');
  if (feeVnd === null) return { value: 'Theo quy định', note: note('Thu khi có thông báo') };
  return feeVnd === 0
    ? { value: 'Không thu', note: note('') }
    : { value: money(feeVnd), note: note('Biên lai: thu khi trả') };
};

/** How the two copies are told apart. @source docs/sources.md#forms */
export const leafWords: Readonly<Record<ReceiptLeaf, string>> = {
  stored: 'Liên 1: Lưu',
  citizen: 'Liên 2: Giao khách hàng',
};

const returnPlaces: Readonly<Record<DossierReceived['returnAt'], (desk: string) => string>> = {
  desk: (desk) => `tại ${desk}`,
  post: () => 'tại nhà, qua bưu chính công ích',
  online: () => 'bản điện tử, qua Cổng dịch vụ công',
};

/** Line 6 of the form. */
export const returnWords: Readonly<Record<DossierReceived['returnAt'], string>> = {
  desk: 'Bộ phận tiếp nhận và trả kết quả',
  post: 'Tại nhà (bưu chính công ích)',
  online: 'Bản điện tử (Cổng dịch vụ công)',
};

/** What stands on every receipt under `Ghi chú`. */
export const twoLeaves =
  'Giấy này lập thành 2 liên: một liên chuyển kèm Phiếu kiểm soát quá trình giải quyết hồ sơ và lưu tại Bộ phận tiếp nhận và trả kết quả, một liên giao người nộp. Nhận kết quả tại Bộ phận hoặc tại nhà qua bưu chính công ích';

const contact = ({ phone }: Agency, lead: string): string => (phone === '' ? '' : `${lead}${phone}`);
