import type { z } from 'zod';
import { shortCode } from '../../domain/dossier/dossier-code.ts';
import type { DossierReceived, dossierEvents, IssuedResult } from '../../domain/dossier/dossier-events.ts';
import { receiptCode } from '../../domain/dossier/receipt-code.ts';
import { formatPhone } from '../../domain/people/phone.ts';
import { formatDong, formatMomentInWords } from '../../text/format.ts';
import { moneyWords } from '../../text/money-words.ts';
import type { PaperLine, Slip } from '../base/paper.ts';
import {
  idLabel,
  isSaid,
  line,
  lines,
  orBlank,
  type PaperContext,
  paperHead,
  personName,
  plainSlip,
  printedIdNumber,
  shortBlank,
  signature,
} from '../base/paper-parts.ts';

type Delivered = z.infer<(typeof dossierEvents)['dossier.delivered']>;

export interface ResultReceiptRequest {
  readonly context: PaperContext;
  readonly received: DossierReceived;
  readonly delivered: Delivered;
  /** Who handed the result over. */
  readonly officerName: string;
  /** The result's own kind, number and abstract; empty strings leave room to write. */
  readonly result: IssuedResult;
}

/** `Giấy biên nhận trả kết quả`: who took which result from whom, and what was paid for it. @source docs/sources.md#forms */
export function resultReceipt({
  context,
  received,
  delivered,
  officerName,
  result,
}: ResultReceiptRequest): Slip {
  const { agency, options } = context;
  const { procedure, applicant, code } = received;
  const { receiver } = delivered;
  const byApplicant = receiver.kind === 'applicant';
  return {
    ...plainSlip(context),
    ...paperHead(context, 'resultReceipt', delivered.at, `Số: ${shortBlank}/${agency.numberSuffix}`),
    shortCode: shortCode(code),
    subtitle: `Mã hồ sơ: ${code}`,
    blocks: [
      lines(
        line('Tên thủ tục hành chính:', `${procedure.name} (${procedure.code})`),
        line('Chủ hồ sơ:', personName(applicant.name)),
        line('Người trả kết quả:', officerName),
        line('Số điện thoại:', orBlank(agency.phone)),
        line('Người nhận kết quả:', [personName(receiver.name), receiver.relation].filter(isSaid).join(', ')),
        line('Số điện thoại:', orBlank(byApplicant ? formatPhone(applicant.phone) : '')),
        ...idLine(receiver.idNumber, context),
        ...(receiver.authorisation === '' ? [] : [line('Giấy ủy quyền:', receiver.authorisation)]),
        ...options.localLines,
      ),
      lines(
        line('Loại kết quả:', orBlank(result.kind)),
        line('Số:', orBlank(result.number)),
        line('Trích yếu:', orBlank(result.abstract)),
        line('Ngày trả:', formatMomentInWords(delivered.at)),
        ...feeLines(delivered.feeCollectedVnd),
      ),
    ],
    qr: { text: receiptCode(code), caption: 'Quét để tra cứu' },
    signatures: [signature('NGƯỜI NHẬN KẾT QUẢ', ''), signature('NGƯỜI TRẢ KẾT QUẢ', officerName)],
  };
}

function idLine(idNumber: string, { options }: PaperContext): PaperLine[] {
  const printed = printedIdNumber({ idNumber, idKind: null }, options);
  return printed === '' ? [] : [line(idLabel({ idKind: null }), printed)];
}

/** No official receipt for money: that one is pre-printed by the finance office and has its own serial. */
const feeLines = (vnd: number): PaperLine[] =>
  vnd === 0 ? [] : [line('Phí, lệ phí đã thu:', formatDong(vnd)), line('Viết bằng chữ:', moneyWords(vnd))];
