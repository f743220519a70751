import { z } from 'zod';
import { vnd } from '../base/ids.ts';
import { localDate } from '../base/local-date.ts';
import { term } from '../calendar/due-date.ts';

/** What a procedure asks for. `present`: shown at the desk and handed back, never kept. */
export const requiredPaper = z.strictObject({
  name: z.string().min(1),
  originals: z.int().nonnegative(),
  certifiedCopies: z.int().nonnegative(),
  copies: z.int().nonnegative(),
  present: z.boolean(),
  required: z.boolean(),
});

/**
 * `certified-pages`: copies certified by pages and copies; `per-copy`: amount times the copies asked for;
 * `flat`: once a dossier; `onlineVnd` where a dossier that is handed in online costs something else; `set-locally`: the province decides, the amount is not in this edition.
 * @source docs/sources.md#fees
 */
export const feeRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('certified-pages'),
    firstPages: z.int(),
    firstVnd: vnd,
    nextVnd: vnd,
    capVnd: vnd,
  }),
  z.strictObject({
    kind: z.literal('per-copy'),
    amountVnd: vnd,
    unit: z.string(),
    onlineVnd: vnd.optional(),
  }),
  z.strictObject({ kind: z.literal('flat'), amountVnd: vnd, onlineVnd: vnd.optional() }),
  z.strictObject({ kind: z.literal('set-locally'), note: z.string() }),
]);
export type FeeRule = z.infer<typeof feeRule>;

/**
 * What happened to a procedure with this edition, and by which decision: công bố, sửa đổi, bổ sung, thay thế, bãi bỏ.
 * @source docs/sources.md#catalogue
 */
export const procedureChange = z.strictObject({
  kind: z.enum(['announced', 'amended', 'supplemented', 'replaced', 'abolished']),
  decision: z.strictObject({
    number: z.string().min(1).max(60),
    date: localDate,
    agency: z.string().min(1).max(200),
  }),
  effectiveOn: localDate,
  /** The code of the procedure that takes its place; null for every other kind. */
  successor: z.string().nullable(),
});

/** One step of the internal procedure (quy trình nội bộ): who has it and for how many working hours. */
export const internalStep = z.strictObject({
  name: z.string().min(1).max(200),
  unit: z.string().min(1).max(200),
  hours: z.int().positive(),
  /** An agency of `interlinkedWith` when the step is its share; null within the office. */
  agency: z.string().nullable(),
});

/** `police`: of the commune or the district, beside the one-stop desk. */
const level = z.enum(['commune', 'district', 'province', 'ministry', 'police', 'other']);
export type Level = z.infer<typeof level>;

/** Who receives a procedure, and from which day to which; null: before anything recorded here, and while it lasts. */
export const handling = z.strictObject({
  level,
  from: localDate.nullable(),
  until: localDate.nullable(),
});
export type Handling = z.infer<typeof handling>;

export const procedure = z.strictObject({
  /** National code `2.000815`; a local entry without one carries `x.` and six digits. */
  code: z.string().regex(/^[0-9x]\.\d{6}$/),
  /** Official name, and the short one officers say. */
  name: z.string().min(1),
  shortName: z.string().min(1),
  field: z.string().min(1),
  term,
  fee: feeRule,
  papers: z.array(requiredPaper),
  /** Agencies that take part after the desk; empty for a plain one-stop procedure. */
  interlinkedWith: z.array(z.string()),
  result: z.string(),
  legalBasis: z.string(),
  /** Missing where an edition does not say. */
  change: procedureChange.optional(),
  /** At which levels it is received, by date. Missing where an edition does not say: communes receive it. */
  handledBy: z.array(handling).min(1).max(20).optional(),
  /** In the order of the work; their hours are the term's. Missing where the office has issued none. */
  steps: z.array(internalStep).max(20).optional(),
  /** How far the entry has been checked against the national database. */
  confidence: z.enum(['verified', 'partly-verified', 'memory']),
});
export type Procedure = z.infer<typeof procedure>;

/** All procedures as they stand from one day on; a dossier keeps the edition of its intake. */
export const catalogueEdition = z.strictObject({
  edition: z.string().min(1),
  /** The edition that `procedures` are the changes to; null or missing when they are all there are. */
  base: z.string().min(1).nullable().optional(),
  validFrom: localDate,
  source: z.string(),
  procedures: z.array(procedure).min(1),
});
export type CatalogueEdition = z.infer<typeof catalogueEdition>;
