import { dateOf, type LocalDateTime } from '../../domain/base/local-date.ts';
import type { DossierReceived } from '../../domain/dossier/dossier-events.ts';
import { printedName } from '../../domain/people/person-name.ts';
import { formatDate } from '../../text/format.ts';
import { pagesOf } from '../base/pages.ts';
import type { List } from '../base/paper.ts';
import {
  cell,
  line,
  type PaperContext,
  paperHead,
  plainRow,
  shortBlank,
  signature,
} from '../base/paper-parts.ts';

export interface DeliveryRecordRequest {
  readonly context: PaperContext;
  readonly at: LocalDateTime;
  /** Who brings the dossiers, and which officer takes them. */
  readonly giver: string;
  readonly taker: string;
  readonly dossiers: readonly {
    readonly received: DossierReceived;
    /** The unit that will work on it; the office's own name where none was chosen yet. */
    readonly unit: string;
  }[];
}

const rowsPerPage = 16;

/** `Biên bản giao nhận hồ sơ`: the list that goes with a receipt for several dossiers. @source docs/sources.md#forms */
export function deliveryRecord({ context, at, giver, taker, dossiers }: DeliveryRecordRequest): List {
  return {
    form: 'list',
    ...paperHead(context, 'deliveryRecord', at, `Số: ${shortBlank}/${context.agency.numberSuffix}`),
    paper: 'a4',
    shortCode: at.slice(0, 10),
    subtitle: '',
    cover: null,
    lines: [line('Bên giao:', printedName(giver)), line('Bên nhận:', `${taker}, ${context.deskName}`)],
    columns: [
      { align: 'center', width: 5 },
      { align: 'left', width: 24 },
      { align: 'left', width: 14 },
      { align: 'center', width: 11 },
      { align: 'center', width: 11 },
      { align: 'left', width: 11 },
      { align: 'center', width: 7 },
      { align: 'left', width: 17 },
    ],
    head: [
      [
        cell('STT'),
        cell('Nội dung'),
        cell('Đơn vị'),
        cell('Ngày nhận'),
        cell('Ngày hẹn trả'),
        cell('Thời hạn xử lý'),
        cell('Số lượng hồ sơ'),
        cell('Họ và tên'),
      ],
    ],
    pages: pagesOf(
      dossiers.map(({ received, unit }, n) =>
        plainRow(
          String(n + 1),
          `${received.procedure.name}\n${received.code}`,
          unit,
          formatDate(dateOf(received.receivedAt)),
          formatDate(dateOf(received.dueAt)),
          received.procedure.termText,
          String(received.sets),
          printedName(received.applicant.name),
        ),
      ),
      rowsPerPage,
    ),
    after: [line('Tổng số:', `${String(dossiers.length).padStart(2, '0')} hồ sơ`)],
    signatures: [signature('BÊN GIAO', printedName(giver)), signature('BÊN NHẬN', taker)],
  };
}
