import type { Signature, Slip } from './paper.ts';
import { type PaperContext, sentenceCase } from './paper-parts.ts';

/** Who signs for the office: its head, or a deputy in the head's stead. */
export interface Signer {
  readonly name: string;
  readonly rank: 'head' | 'deputy';
}

/**
 * What makes a slip an official letter: the office itself at the top, a subject, its recipients, and a leader's
 * signature with the seal.
 */
export function letterParts(
  { agency, options }: PaperContext,
  header: Slip['header'],
  subject: string,
  signer: Signer,
): Pick<Slip, 'header' | 'recipients'> & { readonly signatures: Signature[] } {
  return {
    header: {
      ...header,
      ...(options.header ?? { agency: '', desk: agency.headerLine }),
      subject,
    },
    recipients: ['- Như trên;', `- ${sentenceCase(agency.deskLine)};`, '- Lưu: VT.'],
    signatures: [
      {
        titles: [...(signer.rank === 'head' ? options.headTitles : options.deputyTitles)],
        hint: '(Ký tên, đóng dấu)',
        name: signer.name,
      },
    ],
  };
}
