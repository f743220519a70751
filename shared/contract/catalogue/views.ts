import { z } from 'zod';
import { dossierId } from '../../domain/base/ids.ts';
import { localDateTime } from '../../domain/base/local-date.ts';
import { term } from '../../domain/calendar/due-date.ts';
import { feeRule, requiredPaper } from '../../domain/catalogue/procedure.ts';

export const procedureView = z.strictObject({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  field: z.string(),
  term,
  fee: feeRule,
  /** `certification` takes rows of pages and copies; `papers` a checklist. */
  intake: z.enum(['certification', 'papers']),
  papers: z.array(requiredPaper),
  interlinked: z.boolean(),
});
export type ProcedureView = z.infer<typeof procedureView>;

/** What the newest editions changed for this office. */
export const editionsView = z.strictObject({
  /** The calendar in force. */
  calendar: z.string(),
  /** Procedures, against the catalogue that was in force before. */
  changes: z.array(
    z.strictObject({ code: z.string(), name: z.string(), what: z.enum(['added', 'changed', 'ended']) }),
  ),
  /** Receipts in citizens' hands whose date a new calendar has made wrong. */
  affected: z.array(
    z.strictObject({
      id: dossierId,
      code: z.string(),
      applicantName: z.string(),
      procedureName: z.string(),
      dueAt: localDateTime,
      newDueAt: localDateTime,
    }),
  ),
});
export type EditionsView = z.infer<typeof editionsView>;
