import { z } from 'zod';

/**
 * A paper as data: every string is ready to be set, in order, so that the page that draws it holds no rule and
 * a reprint years later needs nothing but this. Stored with the print job.
 */
export const receiptSlip = z.strictObject({
  form: z.literal('receipt'),
  set: z.enum(['TT01-2018', 'TT03-2025']),
  paper: z.enum(['a5', '80mm']),
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

/** Every paper the desk can print; further forms join this union. */
export const formDocument = z.discriminatedUnion('form', [receiptSlip]);
export type FormDocument = z.infer<typeof formDocument>;
