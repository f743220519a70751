import { z } from 'zod';
import { sameDayReceipt } from '../../domain/dossier/receipt-due.ts';
import { paperLine } from './paper.ts';

const titles = z.array(z.string().min(1).max(80)).min(1).max(3);

/** What an agency may set in its papers without touching a program. The official labels are not among it. */
export const formOptions = z.strictObject({
  /** Names this choice of words; stands in every paper made with it. */
  edition: z.string().min(1).max(40),
  /** Sheet of the slips; a receipt's own goes by its printer. */
  paper: z.enum(['a5', 'a4']),
  /** In place of the agency's two lines at the top left; null keeps them. */
  header: z.strictObject({ agency: z.string().max(120), desk: z.string().max(120) }).nullable(),
  /** How a citizen's number stands where a paper has it. */
  idNumber: z.enum(['masked', 'full', 'none']),
  /** The office's own lines, after those about the applicant. */
  localLines: z.array(paperLine).max(6),
  /** Where rules are published, for the closing sentence; empty for none. */
  website: z.string().max(120),
  /** Ends of the numbers: `…/HDHS`, `…/PXL`. */
  suffixes: z.strictObject({ supplement: z.string().min(1), apology: z.string().min(1) }),
  /** Who signs the refusal on the right; some provinces print `NGƯỜI TỪ CHỐI`. */
  refuserTitle: z.string().min(1).max(80),
  /** Lines above a leader's signature. */
  headTitles: titles,
  deputyTitles: titles,
  /** `practice`: as an e-one-stop prints it; `official`: as the circular is remembered. */
  registerColumns: z.enum(['practice', 'official']),
  registerRows: z.int().min(1).max(30),
  /** How exactly a receipt says when a term of days ends; editions that say nothing keep the minute they printed. */
  dueShown: z.enum(['minute', 'half-day', 'day']).optional(),
  /** Whether same-day procedures have their receipt printed unasked; editions that say nothing always did. */
  sameDayReceipt: sameDayReceipt.optional(),
});
export type FormOptions = z.infer<typeof formOptions>;

/** What is printed where an agency has set nothing. @source docs/sources.md#forms */
export const defaultFormOptions: FormOptions = {
  edition: '2026-11',
  paper: 'a5',
  header: null,
  idNumber: 'masked',
  localLines: [],
  website: '',
  suffixes: { supplement: 'HDHS', apology: 'PXL' },
  refuserTitle: 'NGƯỜI TIẾP NHẬN HỒ SƠ',
  headTitles: ['THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ'],
  deputyTitles: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  registerColumns: 'practice',
  registerRows: 10,
  dueShown: 'half-day',
  sameDayReceipt: 'on-request',
};
