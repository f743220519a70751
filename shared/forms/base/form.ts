import { z } from 'zod';
import { list, slip } from './paper.ts';

/**
 * A paper as data: every string is ready to be set, in order, so that the page that draws it holds no rule and
 * a reprint years later needs nothing but this. Stored with the print job.
 */
export const receiptSlip = z.strictObject({
  form: z.literal('receipt'),
  set: z.enum(['TT01-2018', 'TT03-2025']),
  /** Whose wording this is; papers of before 11/2026 do not say. */
  edition: z.string().min(1).optional(),
  paper: z.enum(['a5', 'a4', '80mm']),
  /** `BẢN IN LẠI – LẦN 2`, `DỮ LIỆU MẪU`; empty on an original. */
  marks: z.array(z.string()),
  header: z.strictObject({
    agency: z.string(),
    desk: z.string(),
    number: z.string(),
    /** `Võng Xuyên, ngày 20 tháng 5 năm 2025` */
    placeAndDate: z.string(),
  }),
  title: z.string(),
  code: z.string(),
  /** The part a citizen reads aloud: `250520-1043`. */
  shortCode: z.string(),
  /** `Liên 2: Giao khách hàng` */
  copyFor: z.string(),
  /** Label and value, in the order of the official form. */
  lines: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  papersTitle: z.string(),
  /** Column headings, then rows of as many cells; the first column is the row number. */
  table: z.strictObject({
    columns: z.array(z.strictObject({ title: z.string(), align: z.enum(['left', 'center', 'right']) })),
    rows: z.array(z.array(z.string())),
  }),
  /** Lines that follow the table: number of sets, term, received at, due at, register, note. */
  after: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  /** Boxed: when to come back, where, and what to pay. */
  due: z.strictObject({ label: z.string(), value: z.string(), place: z.string() }),
  fee: z.strictObject({ label: z.string(), value: z.string(), note: z.string() }),
  qr: z.strictObject({ text: z.string(), caption: z.string() }),
  signatures: z.array(z.strictObject({ title: z.string(), hint: z.string(), name: z.string() })),
  footer: z.array(z.string()),
});
export type ReceiptSlip = z.infer<typeof receiptSlip>;

/**
 * Both copies of a receipt in one go: the one that is kept, then the one for the citizen. On A5 they are two pages; on
 * A4 they lie side by side with a line to cut along.
 */
export const receiptLeaves = z.strictObject({
  form: z.literal('receiptLeaves'),
  paper: z.enum(['a5', 'a4-landscape']),
  shortCode: z.string(),
  leaves: z.array(receiptSlip).min(1).max(2),
});
export type ReceiptLeaves = z.infer<typeof receiptLeaves>;

/** Every paper the desk can print. */
export const formDocument = z.discriminatedUnion('form', [receiptSlip, receiptLeaves, slip, list]);
export type FormDocument = z.infer<typeof formDocument>;
