import { z } from 'zod';
import { term } from './due-date.ts';
import { vnd } from './ids.ts';
import { localDate } from './local-date.ts';

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
 * `flat`: once a dossier; `set-locally`: the province decides, the amount is not in this edition.
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
  z.strictObject({ kind: z.literal('per-copy'), amountVnd: vnd, unit: z.string() }),
  z.strictObject({ kind: z.literal('flat'), amountVnd: vnd }),
  z.strictObject({ kind: z.literal('set-locally'), note: z.string() }),
]);
export type FeeRule = z.infer<typeof feeRule>;

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
  /** How far the entry has been checked against the national database. */
  confidence: z.enum(['verified', 'partly-verified', 'memory']),
});
export type Procedure = z.infer<typeof procedure>;

/** All procedures as they stand from one day on; a dossier keeps the edition of its intake. */
export const catalogueEdition = z.strictObject({
  edition: z.string().min(1),
  validFrom: localDate,
  source: z.string(),
  procedures: z.array(procedure).min(1),
});
export type CatalogueEdition = z.infer<typeof catalogueEdition>;
