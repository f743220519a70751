import { z } from 'zod';

/**
 * What the law leaves open, or what nobody here could verify: data of an edition, never constants in code.
 * @source docs/sources.md#rule-set
 */
export const ruleSet = z.strictObject({
  edition: z.string().min(1),
  /** How often more may be asked for while a dossier is processed; one by the reading of 2018. */
  supplementLimit: z.int().nonnegative(),
  /** `restart`: the term is counted anew from the complete dossier; `resume`: it goes on where it stopped. */
  supplementPolicy: z.enum(['restart', 'resume']),
  /** How often a late dossier may be given a new date. */
  rescheduleLimit: z.int().nonnegative(),
  /** Working days the citizen has for a supplement before the desk may return the dossier. */
  supplementTermDays: z.int().positive(),
  /** Working days from receipt within which missing papers are asked for; 3 where none are given. */
  supplementNoticeDays: z.int().positive().optional(),
});
export type RuleSet = z.infer<typeof ruleSet>;

/** The reading of the decree of 2018 that the desk starts with. */
export const decree61: RuleSet = {
  edition: 'ND61-2018',
  supplementLimit: 1,
  supplementPolicy: 'restart',
  rescheduleLimit: 1,
  supplementTermDays: 30,
};
