import { dateOf, type LocalDate } from '../../domain/base/local-date.ts';
import { registerNumber } from '../../domain/dossier/register.ts';
import type { Closing } from '../../domain/office/register-closing.ts';
import { dateInWords, formatCount, formatDate } from '../../text/format.ts';
import type { List } from '../base/paper.ts';
import { cell, line, type PaperContext, paperHead, plainRow, signature } from '../base/paper-parts.ts';

export interface RegisterClosingRequest {
  readonly context: PaperContext;
  /** `1/2025` */
  readonly volume: string;
  readonly openedOn: LocalDate;
  readonly closing: Closing;
  /** Lines that were struck out. */
  readonly voided: number;
  readonly closedBy: string;
}

/** The page that closes a register, bound behind its last one: signed and sealed by the head of the desk. @source docs/sources.md#registers */
export function registerClosing(request: RegisterClosingRequest): List {
  const { context, volume, openedOn, closing, voided, closedBy } = request;
  const closedOn = dateOf(closing.at);
  return {
    form: 'list',
    ...paperHead(context, 'registerClosing', closing.at, `Quyển số: ${volume}`),
    paper: 'a4-landscape',
    shortCode: volume,
    subtitle: `Sổ theo dõi hồ sơ, quyển số: ${volume}`,
    cover: null,
    lines: [
      line('Ngày mở sổ:', formatDate(openedOn)),
      line('Ngày khóa sổ:', dateInWords(closedOn)),
      line('Người khóa sổ:', closedBy),
    ],
    columns: [20, 20, 20, 20, 20].map((width) => ({ align: 'center', width })),
    head: [
      [
        cell('Từ số thứ tự'),
        cell('Đến số thứ tự'),
        cell('Số hồ sơ đã ghi'),
        cell('Trong đó đã hủy'),
        cell('Số trang'),
      ],
    ],
    pages: [
      {
        label: 'Trang khóa sổ',
        rows: [
          plainRow(
            registerNumber(1),
            registerNumber(closing.lastNumber),
            formatCount(closing.entries),
            formatCount(voided),
            formatCount(closing.pages),
          ),
        ],
      },
    ],
    after: [],
    signatures: [
      signature('NGƯỜI KHÓA SỔ', closedBy),
      { titles: ['NGƯỜI ĐỨNG ĐẦU BỘ PHẬN'], hint: '(Ký, ghi rõ họ tên và đóng dấu)', name: '' },
    ],
  };
}
