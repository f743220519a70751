import { dateOf, type LocalDateTime } from '../../domain/base/local-date.ts';
import type { DossierReceived } from '../../domain/dossier/dossier-events.ts';
import { printedName } from '../../domain/people/person-name.ts';
import { dateInWords } from '../../text/format.ts';
import { pagesOf } from '../base/pages.ts';
import type { List } from '../base/paper.ts';
import {
  cell,
  line,
  type PaperContext,
  paperHead,
  plainRow,
  sentenceStart,
  shortBlank,
  signature,
} from '../base/paper-parts.ts';

export interface HandOverListRequest {
  readonly context: PaperContext;
  readonly at: LocalDateTime;
  /** The units between which the results go, and who gives and takes them. */
  readonly from: { readonly unit: string; readonly officer: string };
  readonly to: { readonly unit: string; readonly officer: string };
  /** `result`: what was decided, `Giấy khai sinh`. */
  readonly results: readonly { readonly received: DossierReceived; readonly result: string }[];
}

const rowsPerPage = 14;

/** `Phiếu bàn giao kết quả giải quyết TTHC`: results on their way between units. @source docs/sources.md#forms */
export function handOverList({ context, at, from, to, results }: HandOverListRequest): List {
  return {
    form: 'list',
    ...paperHead(context, 'handOverList', at, `Số: ${shortBlank}/${context.agency.numberSuffix}`),
    paper: 'a4-landscape',
    shortCode: at.slice(0, 10),
    subtitle: sentenceStart(dateInWords(dateOf(at))),
    cover: null,
    lines: [line('Bên giao:', from.unit), line('Bên nhận:', to.unit)],
    columns: [
      { align: 'center', width: 4 },
      { align: 'left', width: 16 },
      { align: 'left', width: 20 },
      { align: 'left', width: 14 },
      { align: 'left', width: 16 },
      { align: 'left', width: 17 },
      { align: 'center', width: 6 },
      { align: 'center', width: 7 },
    ],
    head: [
      [
        cell('TT'),
        cell('Mã hồ sơ'),
        cell('Nội dung giải quyết'),
        cell('Kết quả'),
        cell('Họ tên chủ hồ sơ'),
        cell('Địa chỉ'),
        cell('Phí/lệ phí (X là có)'),
        cell('Trả qua bưu điện (X là có)'),
      ],
    ],
    pages: pagesOf(
      results.map(({ received, result }, n) =>
        plainRow(
          String(n + 1),
          received.code,
          received.procedure.name,
          result,
          printedName(received.applicant.name),
          received.applicant.address,
          received.feeVnd === 0 ? '' : 'X',
          received.returnAt === 'post' ? 'X' : '',
        ),
      ),
      rowsPerPage,
    ),
    after: [line('Tổng số:', `${String(results.length).padStart(2, '0')} kết quả`)],
    signatures: [signature('BÊN GIAO', from.officer), signature('BÊN NHẬN', to.officer)],
  };
}
