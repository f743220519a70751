import { dateOf } from '../../domain/base/local-date.ts';
import { shortCode } from '../../domain/dossier/dossier-code.ts';
import type { DossierReceived } from '../../domain/dossier/dossier-events.ts';
import type { Punctuality } from '../../domain/dossier/punctuality.ts';
import { receiptCode } from '../../domain/dossier/receipt-code.ts';
import { registerNumber } from '../../domain/dossier/register.ts';
import { dateInWords, formatMomentInWords } from '../../text/format.ts';
import type { Row, Slip, Table } from '../base/paper.ts';
import {
  blank,
  cell,
  isSaid,
  line,
  lines,
  officeInWords,
  type PaperContext,
  paperHead,
  personName,
  plainSlip,
  sentenceCase,
} from '../base/paper-parts.ts';
import { type Custody, custodyOf, type Holder, type Passage } from './custody.ts';
import type { NameOf, RecordedFact } from './recorded-fact.ts';

export interface ControlRequest {
  readonly context: PaperContext;
  readonly received: DossierReceived;
  /** In the order of the ledger, the receipt first. */
  readonly facts: readonly RecordedFact[];
  readonly nameOf: NameOf;
}

/** Desk, specialist, leader, and the desk again: so many hand-overs the form has room for at least. */
const fewestBlocks = 4;

/**
 * `Phiếu kiểm soát quá trình giải quyết hồ sơ`, form 05 of the older set and 06 of the newer: who had the papers from
 * when to when. It is derived from the ledger and never edited; what is still to come is left to be written in.
 * @source docs/sources.md#forms
 */
export function controlSlip({ context, received, facts, nameOf }: ControlRequest): Slip {
  const { agency, options } = context;
  const { applicant, code, register, receivedAt, dueAt, legs } = received;
  const desk = sentenceCase(agency.deskLine);
  const leaders = `Lãnh đạo ${officeInWords(agency)}`;
  const custody = custodyOf({ received, facts, nameOf, desk, leaders });
  const number = `Quyển số: ${register.volume}, Số thứ tự: ${registerNumber(register.number)}`;
  return {
    ...plainSlip(context),
    ...paperHead(context, 'control', receivedAt, number),
    shortCode: shortCode(code),
    subtitle: '',
    blocks: [
      lines(
        line('Kèm theo hồ sơ của:', personName(applicant.name)),
        line('Mã hồ sơ:', code),
        line('Ngày nhận:', dateInWords(dateOf(receivedAt))),
        line('Ngày, giờ hẹn trả kết quả:', formatMomentInWords(dueAt)),
        line('Cơ quan (bộ phận) giải quyết hồ sơ:', received.competentAgency || officeInWords(agency)),
        line('Cơ quan phối hợp giải quyết hồ sơ:', legs.map((leg) => leg.agency).join('; ') || blank),
        ...options.localLines,
      ),
      {
        kind: 'table',
        table: { ...heading, rows: [...custody.passages.map(passageRows), ...blankBlocks(custody)].flat() },
      },
    ],
    qr: { text: receiptCode(code), caption: 'Quét để tra cứu' },
    signatures: [],
  };
}

const heading: Pick<Table, 'columns' | 'head'> = {
  columns: [
    { align: 'left', width: 30 },
    { align: 'center', width: 17 },
    { align: 'center', width: 17 },
    { align: 'center', width: 18 },
    { align: 'left', width: 18 },
  ],
  head: [
    [
      cell('TÊN CƠ QUAN'),
      cell('THỜI GIAN GIAO, NHẬN HỒ SƠ', 2),
      cell('KẾT QUẢ GIẢI QUYẾT HỒ SƠ (Trước hạn/đúng hạn/quá hạn)'),
      cell('GHI CHÚ'),
    ],
  ],
};

const passageRows = ({ from, to, at, result, notes }: Passage): Row[] =>
  blockRows(
    `1. Giao: ${inWords(from)}\n2. Nhận: ${inWords(to)}`,
    formatMomentInWords(at),
    result === null ? '' : resultWords[result],
    notes.join('\n'),
  );

/** Room for the hand-overs that are still to come; whoever has the papers gives them next. */
function blankBlocks({ passages, holder, notes }: Custody): Row[][] {
  const missing = Math.max(0, fewestBlocks - passages.length);
  return Array.from({ length: missing }, (_, n) =>
    n === 0
      ? blockRows(`1. Giao: ${inWords(holder)}\n2. Nhận: ${blank}`, blankMoment, '', notes.join('\n'))
      : blockRows(`1. Giao: ${blank}\n2. Nhận: ${blank}`, blankMoment, '', ''),
  );
}

const blockRows = (names: string, moment: string, result: string, notes: string): Row[] => [
  { look: 'plain', cells: [cell(names, 1, 2), cell(moment, 2), cell(result, 1, 2), cell(notes, 1, 2)] },
  { look: 'signing', cells: [cell('Người giao\n(Ký)'), cell('Người nhận\n(Ký)')] },
];

const blankMoment = '… giờ … phút, ngày … tháng … năm …';

const resultWords: Readonly<Record<Punctuality, string>> = {
  early: 'Trước hạn',
  onTime: 'Đúng hạn',
  late: 'Quá hạn',
};

const inWords = ({ place, officer }: Holder): string => [place, officer].filter(isSaid).join(', ');
