import { dateOf, type LocalDateTime } from '../../domain/base/local-date.ts';
import type { Shift } from '../../domain/cash/cash-shift.ts';
import type { FeeReceipt } from '../../domain/dossier/taking.ts';
import { printedName } from '../../domain/people/person-name.ts';
import { dateInWords, formatDong, formatMoment, formatVnd } from '../../text/format.ts';
import { moneyWords } from '../../text/money-words.ts';
import { pagesOf } from '../base/pages.ts';
import type { List } from '../base/paper.ts';
import {
  blank,
  cell,
  isSaid,
  line,
  type PaperContext,
  paperHead,
  plainRow,
  sentenceStart,
  shortBlank,
  signature,
} from '../base/paper-parts.ts';

export interface CashListRequest {
  readonly context: PaperContext;
  readonly shift: Shift;
  readonly closed: NonNullable<Shift['closed']>;
  readonly takings: readonly {
    readonly code: string;
    readonly payer: string;
    readonly at: LocalDateTime;
    readonly vnd: number;
    readonly receipt: FeeReceipt | null;
  }[];
  readonly giver: string;
  /** Empty when the money goes into the safe. */
  readonly taker: string;
}

const rowsPerPage = 22;

/** `Bảng kê thu phí, lệ phí` of a shift: a paper of the office's own, no official form. @source docs/sources.md#fees */
export function cashList({ context, shift, closed, takings, giver, taker }: CashListRequest): List {
  const collected = sumOf(takings.filter(({ vnd }) => vnd > 0));
  const returned = collected - sumOf(takings);
  const difference = closed.countedVnd - closed.expectedVnd;
  return {
    form: 'list',
    ...paperHead(context, 'cashList', closed.at, `Số: ${shortBlank}/${context.agency.numberSuffix}`),
    paper: 'a4',
    shortCode: closed.at.slice(0, 10),
    subtitle: sentenceStart(dateInWords(dateOf(closed.at))),
    cover: null,
    lines: [
      line('Người thu:', giver),
      line('Ca thu:', `${formatMoment(shift.openedAt)} – ${formatMoment(closed.at)}, ${context.deskName}`),
      line(
        'Quyển biên lai:',
        shift.books.map(({ symbol, from, to }) => `${symbol}: ${from}–${to}`).join('; ') || blank,
      ),
    ],
    columns: [
      { align: 'center', width: 6 },
      { align: 'left', width: 20 },
      { align: 'left', width: 28 },
      { align: 'left', width: 30 },
      { align: 'right', width: 16 },
    ],
    head: [[cell('TT'), cell('Số biên lai'), cell('Mã hồ sơ'), cell('Người nộp'), cell('Số tiền')]],
    pages: pagesOf(
      takings.map(({ code, payer, vnd, receipt }, n) =>
        plainRow(
          String(n + 1),
          receipt === null ? (vnd < 0 ? 'Hoàn trả' : '(chưa có)') : `${receipt.symbol} ${receipt.serial}`,
          code,
          printedName(payer),
          formatVnd(vnd),
        ),
      ),
      rowsPerPage,
    ),
    after: [
      line('Đầu ca:', formatDong(shift.openingVnd)),
      line('Đã thu:', `${formatDong(collected)} (${moneyWords(collected)})`),
      ...(returned === 0 ? [] : [line('Đã hoàn trả:', `${formatDong(returned)} (${moneyWords(returned)})`)]),
      line('Phải có:', formatDong(closed.expectedVnd)),
      line('Đếm được:', `${formatDong(closed.countedVnd)} (${moneyWords(closed.countedVnd)})`),
      line(
        'Chênh lệch:',
        difference === 0
          ? 'Không'
          : `${difference < 0 ? 'Thiếu' : 'Thừa'} ${formatDong(Math.abs(difference))}`,
      ),
      line('Giải trình:', closed.explanation || blank),
      line(
        'Biên lai hỏng:',
        shift.voided
          .map(({ receipt, reason }) => `${receipt.symbol} ${receipt.serial} (${reason})`)
          .filter(isSaid)
          .join('; ') || 'Không',
      ),
    ],
    signatures: [signature('NGƯỜI GIAO', giver), signature('NGƯỜI NHẬN', taker)],
  };
}

const sumOf = (some: readonly { readonly vnd: number }[]): number =>
  some.reduce((sum, { vnd }) => sum + vnd, 0);
