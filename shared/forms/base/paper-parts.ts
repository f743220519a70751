import { dateOf, type LocalDate, type LocalDateTime } from '../../domain/base/local-date.ts';
import type { Agency } from '../../domain/catalogue/agency.ts';
import { type Applicant, isOrganisation } from '../../domain/people/applicant.ts';
import { printedName } from '../../domain/people/person-name.ts';
import { formatIdNumber, maskIdNumber } from '../../domain/people/personal-number.ts';
import { formatPhone } from '../../domain/people/phone.ts';
import { dateInWords, formatDate, formatMoment } from '../../text/format.ts';
import type { FormOptions } from './form-options.ts';
import { circulars, formTitle } from './form-title.ts';
import type { Block, Cell, FormKind, FormSet, PaperLine, Row, Signature, Slip } from './paper.ts';

/** What every paper is printed with, whatever it says. */
export interface PaperContext {
  readonly agency: Agency;
  /** `Quầy 1` */
  readonly deskName: string;
  /** The set of forms in force on the day of the fact. */
  readonly set: FormSet;
  readonly printedBy: string;
  readonly printedAt: LocalDateTime;
  /** 0 for the original, n for its n-th reprint. */
  readonly copy: number;
  /** A made-up commune: the paper says so. */
  readonly demo: boolean;
  /** On papers of before the first set of forms: the day on which it begins. */
  readonly formsBegin?: LocalDate | null;
  readonly options: FormOptions;
}

/** `………………`: room for a hand to write in. */
export const blank = '………………';
/** Room for the number that another book gives. */
export const shortBlank = '………';

export const orBlank = (text: string): string => (text === '' ? blank : text);
export const isSaid = (text: string): boolean => text !== '';

/** `BỘ PHẬN TIẾP NHẬN` → `Bộ phận tiếp nhận`. */
export const sentenceCase = (line: string): string =>
  line.slice(0, 1) + line.slice(1).toLocaleLowerCase('vi');

/** `ngày 20 tháng 5` → `Ngày 20 tháng 5` */
export const sentenceStart = (text: string): string =>
  text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);

/** Desk and office, as the first line of most papers has it: `Quầy 1, Xã Võng Xuyên`. */
export const deskAndOffice = ({ deskName, agency }: Pick<PaperContext, 'deskName' | 'agency'>): string =>
  `${deskName}, ${agency.name}`;

/** Who answers for a paper, within a sentence: `Ủy ban nhân dân xã Võng Xuyên`. */
export const officeInWords = ({ headerLine, name }: Agency): string =>
  headerLine.startsWith('ỦY BAN NHÂN DÂN ')
    ? `Ủy ban nhân dân ${name.slice(0, 1).toLocaleLowerCase('vi')}${name.slice(1)}`
    : name;

/** The marks above a title. */
export const marksOf = ({
  copy,
  demo,
  formsBegin = null,
}: Pick<PaperContext, 'copy' | 'demo' | 'formsBegin'>): string[] => [
  ...(demo ? ['DỮ LIỆU MẪU'] : []),
  ...(copy > 0 ? [`BẢN IN LẠI – LẦN ${copy}`] : []),
  ...(formsBegin === null ? [] : [`MẪU DÙNG TRƯỚC NGÀY HIỆU LỰC ${formatDate(formsBegin)}`]),
];

/** `In lần 1 · 09:42 20/05/2025` */
export const printedLine = ({ copy, printedAt }: Pick<PaperContext, 'copy' | 'printedAt'>): string =>
  `In lần ${copy + 1} · ${formatMoment(printedAt)}`;

/** The two lines at the top left: the agency's, or those set in their place. */
export const headerLines = (agency: Agency, options: FormOptions): { agency: string; desk: string } =>
  options.header ?? { agency: agency.headerLine, desk: agency.deskLine };

/** What slips and lists have in common. @param at when the fact was recorded; the paper is dated by it */
export function paperHead(context: PaperContext, kind: FormKind, at: LocalDateTime, number: string) {
  const { agency, options, set } = context;
  const { number: formNumber, title } = formTitle(set, kind);
  const official = formNumber === '' ? [] : [`Mẫu số ${formNumber} (${circulars[set]})`];
  return {
    kind,
    set,
    edition: options.edition,
    formNumber,
    marks: marksOf(context),
    header: {
      ...headerLines(agency, options),
      number,
      subject: '',
      placeAndDate: `${agency.placeName}, ${dateInWords(dateOf(at))}`,
    },
    title,
    footer: [[...official, printedLine(context), context.printedBy].join(' · ')],
  };
}

/** What most slips have none of. */
export const plainSlip = ({ options }: PaperContext): Pick<Slip, 'form' | 'paper' | 'recipients' | 'qr'> => ({
  form: 'slip',
  paper: options.paper,
  recipients: [],
  qr: null,
});

export const lines = (...parts: readonly PaperLine[]): Block => ({ kind: 'lines', lines: [...parts] });
export const line = (label: string, value: string): PaperLine => ({ label, value });
export const paragraph = (text: string, look: 'plain' | 'bold' = 'plain'): Block => ({
  kind: 'paragraph',
  text,
  look,
});
export const numbered = (items: readonly string[]): Block => ({ kind: 'numbered', items: [...items] });

export const cell = (text: string, columns = 1, rows = 1): Cell => ({ text, columns, rows });
export const plainRow = (...texts: readonly string[]): Row => ({
  look: 'plain',
  cells: texts.map((text) => cell(text)),
});

export const signHere = '(Ký và ghi rõ họ tên)';
export const signature = (title: string, name: string): Signature => ({
  titles: [title],
  hint: signHere,
  name,
});

/** Address, then phone and e-mail on one line, as all slips have them. */
export const reachLines = ({ address, phone }: Applicant): PaperLine[] => [
  line('Địa chỉ:', orBlank(address)),
  line('Số điện thoại:', `${formatPhone(phone) || blank}  Email: ${blank}`),
];

export const personName = (name: string): string => orBlank(printedName(name));

type Numbered = Pick<Applicant, 'idNumber' | 'idKind'>;

/** The citizen's number as the agency wants it printed; empty for not at all. That of an organisation is no secret. */
export function printedIdNumber({ idNumber, idKind }: Numbered, { idNumber: wish }: FormOptions): string {
  if (isOrganisation({ idKind })) return formatIdNumber(idNumber);
  if (wish === 'none') return '';
  return wish === 'full' ? idNumber : maskIdNumber(idNumber);
}

/** What stands before the number. */
export const idLabel = (one: Pick<Numbered, 'idKind'>): string =>
  isOrganisation(one) ? 'Mã số thuế:' : 'Số CMND/Thẻ căn cước/Hộ chiếu:';
