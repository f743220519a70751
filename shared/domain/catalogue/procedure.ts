import { z } from 'zod';
import { vnd } from '../base/ids.ts';
import { type LocalDate, localDate } from '../base/local-date.ts';
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

/** How a dossier came to the office. */
export const channel = z.enum(['direct', 'online', 'post']);

const plainFee = {
  pages: z.strictObject({
    kind: z.literal('certified-pages'),
    firstPages: z.int(),
    firstVnd: vnd,
    nextVnd: vnd,
    capVnd: vnd,
  }),
  copies: z.strictObject({
    kind: z.literal('per-copy'),
    amountVnd: vnd,
    unit: z.string(),
    onlineVnd: vnd.optional(),
  }),
  flat: z.strictObject({ kind: z.literal('flat'), amountVnd: vnd, onlineVnd: vnd.optional() }),
  local: z.strictObject({ kind: z.literal('set-locally'), note: z.string() }),
};

/** One of the fees that a procedure may cost, and when. */
export const feeChoice = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  /** As receipts say it: no group of people and no reason that is nobody else's business. */
  label: z.string().min(1).max(120),
  /** When it applies, as officers read it, with where that is written; empty where the label says it all. */
  condition: z.string().max(400),
  /** Only of dossiers that came this way; none: of all. */
  channels: z.array(channel),
  /** What holds as long as nobody says otherwise. */
  usual: z.boolean(),
  fee: z.discriminatedUnion('kind', [plainFee.copies, plainFee.flat, plainFee.local]),
});
export type FeeChoice = z.infer<typeof feeChoice>;

export type RequiredPaper = z.infer<typeof requiredPaper>;

/** The same with the days on which it is asked for, both included; where an edition says none, always. */
export const datedPaper = requiredPaper.extend({
  from: localDate.nullable().optional(),
  until: localDate.nullable().optional(),
});
export type DatedPaper = z.infer<typeof datedPaper>;

/**
 * `certified-pages`: copies certified by pages and copies; `per-copy`: amount times the copies asked for;
 * `flat`: once a dossier; `onlineVnd` where a dossier that is handed in online costs something else; `set-locally`: the province
 * decides, the amount is not in this edition; `choices`: which of several it is hangs on the case.
 * @source docs/sources.md#fees
 */
export const feeRule = z.discriminatedUnion('kind', [
  plainFee.pages,
  plainFee.copies,
  plainFee.flat,
  plainFee.local,
  z.strictObject({
    kind: z.literal('choices'),
    choices: z
      .array(feeChoice)
      .min(2)
      .max(20)
      .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'Two fees have one key'),
  }),
]);
export type FeeRule = z.infer<typeof feeRule>;
/** A fee of which nothing has to be chosen. */
export type PlainFee = Exclude<FeeRule, { kind: 'choices' }>;

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

export const holdsOn = ({ from, until }: Pick<Handling, 'from' | 'until'>, on: LocalDate): boolean =>
  (from ?? on) <= on && on <= (until ?? on);

export const procedure = z.strictObject({
  /** National code `2.000815`; a local entry without one carries `x.` and six digits. */
  code: z.string().regex(/^[0-9x]\.\d{6}$/),
  /** Official name, and the short one officers say. */
  name: z.string().min(1),
  shortName: z.string().min(1),
  field: z.string().min(1),
  term,
  fee: feeRule,
  papers: z.array(datedPaper),
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
