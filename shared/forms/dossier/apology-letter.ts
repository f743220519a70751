import type { z } from 'zod';
import { dateOf } from '../../domain/base/local-date.ts';
import { shortCode } from '../../domain/dossier/dossier-code.ts';
import type { DossierReceived } from '../../domain/dossier/dossier-events.ts';
import type { lifecycleEvents } from '../../domain/dossier/lifecycle-events.ts';
import { receiptCode } from '../../domain/dossier/receipt-code.ts';
import { formatPhone } from '../../domain/people/phone.ts';
import { dateInWords, formatMomentInWords } from '../../text/format.ts';
import { letterParts, type Signer } from '../base/letter-parts.ts';
import type { FormSet, Slip } from '../base/paper.ts';
import {
  isSaid,
  line,
  lines,
  officeInWords,
  type PaperContext,
  paperHead,
  paragraph,
  personName,
  plainSlip,
  sentenceCase,
  sentenceStart,
  shortBlank,
} from '../base/paper-parts.ts';

export interface ApologyRequest {
  readonly context: PaperContext;
  readonly received: DossierReceived;
  readonly rescheduled: z.infer<(typeof lifecycleEvents)['dossier.rescheduled']>;
  readonly signer: Signer;
}

/**
 * `Phiếu xin lỗi và hẹn lại ngày trả kết quả`, form 04 of the older set; the newer one calls it a letter that asks for
 * more time and is set here in the same words. Signed and sealed by the head of the office at fault.
 * @source docs/sources.md#forms
 */
export function apologyLetter({ context, received, rescheduled, signer }: ApologyRequest): Slip {
  const { agency, options, set } = context;
  const { applicant, procedure, code } = received;
  const office = officeInWords(agency);
  const reach = [
    applicant.address === '' ? '' : `Địa chỉ: ${applicant.address}`,
    applicant.phone === '' ? '' : `SĐT: ${formatPhone(applicant.phone).replaceAll(' ', unbroken)}`,
  ].filter(isSaid);
  const head = paperHead(context, 'apology', rescheduled.at, `Số: ${shortBlank}/${options.suffixes.apology}`);
  return {
    ...plainSlip(context),
    ...head,
    ...letterParts(context, head.header, subjects[set], signer),
    shortCode: shortCode(code),
    subtitle: '',
    blocks: [
      lines(
        line('Kính gửi:', personName(applicant.name)),
        ...(reach.length === 0 ? [] : [line(`(${reach.join(', ')})`, '')]),
        ...options.localLines,
      ),
      paragraph(
        `${sentenceStart(dateInWords(dateOf(received.receivedAt)))}, ${sentenceCase(agency.deskLine)} ${agency.name} tiếp nhận hồ sơ của Ông/Bà về việc ${procedure.name}, mã hồ sơ: ${code}.`,
      ),
      lines(
        line('Thời gian hẹn trả kết quả giải quyết hồ sơ:', `${formatMomentInWords(rescheduled.oldDueAt)}.`),
      ),
      paragraph(
        `Tuy nhiên đến nay ${office} chưa trả kết quả giải quyết hồ sơ của Ông/Bà đúng thời gian đã hẹn.`,
      ),
      lines(line('Lý do:', rescheduled.reason)),
      paragraph(
        `${office} xin lỗi Ông/Bà về sự chậm trễ này, đã gây phiền hà, tốn kém chi phí, công sức của Ông/Bà.`,
      ),
      paragraph(
        `${office} sẽ trả kết quả giải quyết hồ sơ cho Ông/Bà vào ${dateInWords(dateOf(rescheduled.newDueAt))}.`,
        'bold',
      ),
      paragraph('Mong nhận được sự thông cảm của Ông/Bà./.'),
    ],
    qr: { text: receiptCode(code), caption: 'Quét để tra cứu' },
  };
}

/** Keeps a phone number on one line. */
const unbroken = '\u{A0}';

const subjects: Readonly<Record<FormSet, string>> = {
  'TT01-2018': 'V/v xin lỗi và hẹn lại ngày trả kết quả',
  'TT03-2025': 'V/v xin lỗi và đề nghị gia hạn thời gian giải quyết',
};
