import type { z } from 'zod';
import { shortCode } from '../../domain/dossier/dossier-code.ts';
import type { DossierReceived } from '../../domain/dossier/dossier-events.ts';
import type { lifecycleEvents } from '../../domain/dossier/lifecycle-events.ts';
import { receiptCode } from '../../domain/dossier/receipt-code.ts';
import { formatDate } from '../../text/format.ts';
import type { Block, Slip } from '../base/paper.ts';
import {
  deskAndOffice,
  isSaid,
  line,
  lines,
  numbered,
  orBlank,
  type PaperContext,
  paperHead,
  paragraph,
  personName,
  plainSlip,
  reachLines,
  shortBlank,
  signature,
} from '../base/paper-parts.ts';

type AtCounter = z.infer<(typeof lifecycleEvents)['intake.supplementRequested']>;
type InProcessing = z.infer<(typeof lifecycleEvents)['dossier.supplementRequested']>;

export interface SupplementRequest {
  readonly context: PaperContext;
  /** Who explains what is missing, and signs. */
  readonly officerName: string;
  /** At the counter nothing has been accepted; in processing the dossier has its code. */
  readonly asked:
    | { readonly stage: 'counter'; readonly body: AtCounter }
    | { readonly stage: 'processing'; readonly received: DossierReceived; readonly body: InProcessing };
}

/**
 * `Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ`, form 02 of both sets: everything that is missing, said once.
 * @source docs/sources.md#forms
 */
export function supplementSlip({ context, officerName, asked }: SupplementRequest): Slip {
  const { body } = asked;
  const { applicant, procedure } = asked.stage === 'counter' ? asked.body : asked.received;
  const code = asked.stage === 'counter' ? '' : asked.received.code;
  // At the counter nothing has been accepted: no term runs, on either side.
  const answerBy = asked.stage === 'counter' ? null : asked.body.answerBy;
  const { options } = context;
  return {
    ...plainSlip(context),
    ...paperHead(context, 'supplement', body.at, `Số: ${shortBlank}/${options.suffixes.supplement}`),
    shortCode: shortCode(code),
    subtitle: code === '' ? '' : `Mã hồ sơ: ${code}`,
    blocks: [
      lines(
        line('Bộ phận tiếp nhận và trả kết quả:', deskAndOffice(context)),
        line('Tiếp nhận hồ sơ/yêu cầu của Ông/Bà:', personName(applicant.name)),
        line('Nội dung yêu cầu giải quyết:', `${procedure.name} (${procedure.code})`),
        ...reachLines(applicant),
        ...options.localLines,
      ),
      paragraph('Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:'),
      numbered(body.items),
      lines(
        line('Lý do:', orBlank(reasonOf(asked))),
        ...(answerBy === null
          ? []
          : [line('Thời hạn bổ sung, hoàn thiện:', `đến hết ngày ${formatDate(answerBy)}`)]),
      ),
      closing(context, officerName),
    ],
    qr: code === '' ? null : { text: receiptCode(code), caption: 'Quét để tra cứu' },
    signatures: [signature('NGƯỜI HƯỚNG DẪN', officerName)],
  };
}

/** In processing the legal basis is part of the reason. */
const reasonOf = (asked: SupplementRequest['asked']): string =>
  asked.stage === 'counter'
    ? asked.body.reason
    : [asked.body.reason, asked.body.legalBasis === '' ? '' : `Căn cứ: ${asked.body.legalBasis}`]
        .filter(isSaid)
        .join('. ');

function closing({ agency, options }: PaperContext, officerName: string): Block {
  const rules = options.website === '' ? '' : `Ông/Bà xem quy định tại ${options.website}. `;
  return paragraph(
    `${rules}Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với ${officerName}, số điện thoại ${orBlank(agency.phone)} để được hướng dẫn./.`,
  );
}
