import { z } from 'zod';

/** The few parts every official paper is made of; each string is ready to be set, in the order it stands here. */

export const formSet = z.enum(['TT01-2018', 'TT03-2025']);
export type FormSet = z.infer<typeof formSet>;

export const formKind = z.enum([
  'supplement',
  'refusal',
  'apology',
  'stop',
  'control',
  'register',
  'registerClosing',
  'batchReceipt',
  'deliveryRecord',
  'resultReceipt',
  'handOverList',
  'cashList',
  'progress',
]);
export type FormKind = z.infer<typeof formKind>;

export const paperLine = z.strictObject({ label: z.string(), value: z.string() });
export type PaperLine = z.infer<typeof paperLine>;

/** `columns` and `rows` are how many of each the cell covers. A line break in `text` is a line break on paper. */
const cell = z.strictObject({ text: z.string(), columns: z.int().min(1), rows: z.int().min(1) });
export type Cell = z.infer<typeof cell>;

/** `struck`: a wrong entry, still to be read. `signing`: as high as a signature needs. */
const row = z.strictObject({ look: z.enum(['plain', 'struck', 'signing']), cells: z.array(cell) });
export type Row = z.infer<typeof row>;

const columns = z.array(
  z.strictObject({
    align: z.enum(['left', 'center', 'right']),
    /** Share of the table's width, in hundredths. */
    width: z.int().min(1).max(100),
  }),
);
const tableParts = { columns, head: z.array(z.array(cell)) };
const table = z.strictObject({ ...tableParts, rows: z.array(row) });
export type Table = z.infer<typeof table>;

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lines'), lines: z.array(paperLine) }),
  z.strictObject({ kind: z.literal('numbered'), items: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('paragraph'), text: z.string(), look: z.enum(['plain', 'bold']) }),
  z.strictObject({ kind: z.literal('table'), table }),
]);
export type Block = z.infer<typeof block>;

/** Several titles stand under each other: `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
const signature = z.strictObject({ titles: z.array(z.string()).min(1), hint: z.string(), name: z.string() });
export type Signature = z.infer<typeof signature>;

const header = z.strictObject({
  agency: z.string(),
  desk: z.string(),
  number: z.string(),
  /** `V/v …` of a letter, else empty. */
  subject: z.string(),
  placeAndDate: z.string(),
});

const common = {
  kind: formKind,
  set: formSet,
  /** Whose wording this is: a reprint keeps that of its day. */
  edition: z.string().min(1),
  /** `02`; empty for a local paper. */
  formNumber: z.string(),
  /** `BẢN IN LẠI – LẦN 2`, `DỮ LIỆU MẪU`; empty on an original. */
  marks: z.array(z.string()),
  /** What tells this paper from others of its kind, without personal data: `250520-1043`, `1/2025`. */
  shortCode: z.string(),
  header,
  title: z.string(),
  subtitle: z.string(),
  signatures: z.array(signature),
  footer: z.array(z.string()),
};

/** A paper about one matter, signed at its end. */
export const slip = z.strictObject({
  form: z.literal('slip'),
  ...common,
  paper: z.enum(['a5', 'a4']),
  blocks: z.array(block),
  /** `Nơi nhận:` of a letter, one line each. */
  recipients: z.array(z.string()),
  qr: z.strictObject({ text: z.string(), caption: z.string() }).nullable(),
});
export type Slip = z.infer<typeof slip>;

/** A table of many rows: its head is repeated on every page, pages are numbered, signatures close the last one. */
export const list = z.strictObject({
  form: z.literal('list'),
  ...common,
  paper: z.enum(['a4', 'a4-landscape']),
  /** Title page of a book; without one the title stands above the first rows. */
  cover: z.array(paperLine).nullable(),
  lines: z.array(paperLine),
  ...tableParts,
  pages: z.array(z.strictObject({ label: z.string(), rows: z.array(row) })).min(1),
  after: z.array(paperLine),
});
export type List = z.infer<typeof list>;
