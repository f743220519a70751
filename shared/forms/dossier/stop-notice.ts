import type { z } from 'zod';
import { dateOf } from '../../domain/base/local-date.ts';
import { type Dossier, heldVnd } from '../../domain/dossier/dossier.ts';
import { shortCode } from '../../domain/dossier/dossier-code.ts';
import type { DossierReceived } from '../../domain/dossier/dossier-events.ts';
import type { lifecycleEvents } from '../../domain/dossier/lifecycle-events.ts';
import { receiptCode } from '../../domain/dossier/receipt-code.ts';
import { dateInWords, formatDong } from '../../text/format.ts';
import { moneyWords } from '../../text/money-words.ts';
import { letterParts, type Signer } from '../base/letter-parts.ts';
import type { Slip } from '../base/paper.ts';
import {
  line,
  lines,
  officeInWords,
  orBlank,
  type PaperContext,
  paperHead,
  paragraph,
  personName,
  plainSlip,
  reachLines,
  shortBlank,
} from '../base/paper-parts.ts';

export interface StopRequest {
  readonly context: PaperContext;
  readonly received: DossierReceived;
  /** A leader's decision, or the citizen's own request; only while no result was decided. */
  readonly stopped:
    | { readonly by: 'office'; readonly body: z.infer<(typeof lifecycleEvents)['dossier.suspended']> }
    | { readonly by: 'citizen'; readonly body: z.infer<(typeof lifecycleEvents)['dossier.withdrawn']> };
  /** How far it had come: `Đang xử lý`. */
  readonly stage: string;
  /** What was taken and what went back: the paper says where the money stands. */
  readonly money: Pick<Dossier, 'takings' | 'refunds'>;
  readonly signer: Signer;
}

/**
 * `Thông báo dừng giải quyết hồ sơ`, form 05 of the set of 2025. What it must tell is known (request, stage, decision,
 * fee), its wording was not found and is ours.
 * @source docs/sources.md#forms
 */
export function stopNotice({ context, received, stopped, stage, money, signer }: StopRequest): Slip {
  const { agency, options } = context;
  const { applicant, procedure, code } = received;
  const head = paperHead(context, 'stop', stopped.body.at, `Số: ${shortBlank}/${agency.numberSuffix}`);
  return {
    ...plainSlip(context),
    ...head,
    ...letterParts(context, head.header, 'V/v dừng giải quyết hồ sơ', signer),
    shortCode: shortCode(code),
    subtitle: `Mã hồ sơ: ${code}`,
    blocks: [
      lines(
        line('Kính gửi:', personName(applicant.name)),
        ...reachLines(applicant),
        ...options.localLines,
        line('Nội dung yêu cầu giải quyết:', `${procedure.name} (${procedure.code})`),
        line('Ngày tiếp nhận hồ sơ:', dateInWords(dateOf(received.receivedAt))),
        line('Giai đoạn giải quyết:', orBlank(stage)),
      ),
      paragraph(
        `${officeInWords(agency)} thông báo dừng giải quyết hồ sơ nêu trên kể từ ${dateInWords(dateOf(stopped.body.at))}.`,
        'bold',
      ),
      lines(
        stopped.by === 'citizen'
          ? line('Theo đề nghị của Ông/Bà:', stopped.body.request)
          : line('Lý do:', stopped.body.reason),
        line('Phí, lệ phí:', feeWords(money, stopped.by)),
      ),
      paragraph('Xin thông báo để Ông/Bà được biết./.'),
    ],
    qr: { text: receiptCode(code), caption: 'Quét để tra cứu' },
  };
}

function feeWords(money: StopRequest['money'], by: StopRequest['stopped']['by']): string {
  const held = heldVnd(money);
  const taken = money.takings.reduce((sum, { vnd }) => sum + vnd, 0);
  if (taken === 0) return by === 'citizen' ? 'Chưa thu, không phải nộp' : 'Chưa thu';
  const words = [
    `Đã thu ${inWords(taken)}${receiptWords(money.takings)}.`,
    ...(taken === held ? [] : [`Đã hoàn trả ${inWords(taken - held)}.`]),
    ...(held === 0 ? [] : [by === 'citizen' ? `Còn giữ ${inWords(held)}, chờ hoàn trả.` : keptWords(held)]),
  ];
  return words.join(' ');
}

const keptWords = (held: number): string =>
  `Giữ ${inWords(held)} để tiếp tục giải quyết; hoàn trả nếu không giải quyết nữa.`;

const inWords = (vnd: number): string => `${formatDong(vnd)} (Viết bằng chữ: ${moneyWords(vnd)})`;

const receiptWords = (takings: StopRequest['money']['takings']): string => {
  const receipts = takings.flatMap(({ receipt }) => receipt ?? []);
  return receipts.length === 0
    ? ''
    : `, biên lai ${receipts.map(({ symbol, serial }) => `${symbol} số ${serial}`).join(', ')}`;
};
