import type { z } from 'zod';
import { shortCode } from '../../domain/dossier/dossier-code.ts';
import type { lifecycleEvents } from '../../domain/dossier/lifecycle-events.ts';
import type { Slip } from '../base/paper.ts';
import {
  deskAndOffice,
  line,
  lines,
  type PaperContext,
  paperHead,
  paragraph,
  personName,
  plainSlip,
  reachLines,
  sentenceCase,
  shortBlank,
  signature,
} from '../base/paper-parts.ts';

export interface RefusalRequest {
  readonly context: PaperContext;
  readonly officerName: string;
  readonly refused: z.infer<(typeof lifecycleEvents)['intake.refused']>;
  /** Of a dossier that was accepted, appraised and not granted; null where nothing was accepted. */
  readonly code?: string | null;
}

/**
 * `Phiếu từ chối tiếp nhận giải quyết hồ sơ`, form 03 of both sets; after appraisal it is the result. Its reason is the officer's own words.
 * @source docs/sources.md#forms
 */
export function refusalSlip({ context, officerName, refused, code = null }: RefusalRequest): Slip {
  const { agency, options } = context;
  const { applicant, procedure, reason } = refused;
  return {
    ...plainSlip(context),
    ...paperHead(context, 'refusal', refused.at, `Số: ${shortBlank}/${agency.numberSuffix}`),
    ...(code === null ? {} : { title: 'PHIẾU TỪ CHỐI GIẢI QUYẾT HỒ SƠ' }),
    shortCode: code === null ? '' : shortCode(code),
    subtitle: code === null ? '' : `Mã hồ sơ: ${code}`,
    blocks: [
      lines(
        line('Bộ phận tiếp nhận và trả kết quả:', deskAndOffice(context)),
        line('Tiếp nhận hồ sơ của:', personName(applicant.name)),
        ...reachLines(applicant),
        ...options.localLines,
        line('Nội dung yêu cầu giải quyết:', `${procedure.name} (${procedure.code})`),
      ),
      paragraph(
        `Qua xem xét, ${sentenceCase(agency.deskLine)} ${agency.name} thông báo không ${code === null ? 'tiếp nhận, ' : ''}giải quyết hồ sơ này với lý do cụ thể như sau:`,
      ),
      paragraph(reason, 'bold'),
      paragraph('Xin thông báo cho Ông/Bà được biết và thực hiện.'),
    ],
    signatures: [signature('NGƯỜI NỘP HỒ SƠ', ''), signature(options.refuserTitle, officerName)],
  };
}
