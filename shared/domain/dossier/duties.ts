import { z } from 'zod';
import { addDays, dateOf, type LocalDate, localDate } from '../base/local-date.ts';
import { effectiveReceipt } from '../calendar/due-date.ts';
import { type WorkCalendar, workingDaysAfter } from '../calendar/work-calendar.ts';
import type { RuleSet } from '../catalogue/rule-set.ts';
import type { Dossier } from './dossier.ts';
import { statuses } from './lifecycle.ts';

/**
 * What the office owes the citizen by a day: an apology with a new date if it will be late, and word of missing papers. And
 * what it waits for no longer: papers that were asked for and never came.
 * Said beside, never in the way: the law of a sector may give other days.
 * @source docs/sources.md#duties-with-a-day
 */
export const duty = z.strictObject({
  code: z.enum(['apology', 'supplement-late', 'supplement-unanswered']),
  by: localDate,
});
export type Duty = z.infer<typeof duty>;

/**
 * @returns `apology` from its day to the promised one, `supplement-late` once its day is over and nothing was asked for,
 * `supplement-unanswered` once the citizen's own day is over
 */
export function dutiesOf(
  dossier: Pick<Dossier, 'status' | 'dueAt' | 'current' | 'supplements' | 'reschedules' | 'answerBy'>,
  today: LocalDate,
  { calendar, rules }: { readonly calendar: WorkCalendar; readonly rules: RuleSet },
): Duty[] {
  const { answerBy } = dossier;
  if (answerBy !== null && today > answerBy) return [{ code: 'supplement-unanswered', by: answerBy }];
  if (statuses[dossier.status].clock !== 'runs') return [];
  const duties: Duty[] = [];
  const due = dateOf(dossier.dueAt);
  const apology = apologyDay(due, calendar);
  const isBegun = today > dateOf(dossier.current.receivedAt);
  if (isBegun && today >= apology && today <= due && dossier.reschedules < rules.rescheduleLimit)
    duties.push({ code: 'apology', by: apology });
  const notice = supplementNoticeDay(dossier, calendar, rules.supplementNoticeDays ?? noticeDaysByDecree);
  if (today > notice && dossier.supplements === 0) duties.push({ code: 'supplement-late', by: notice });
  return duties;
}

/** Of the decree of 2018, article 19.4; a rule set may say otherwise. */
const noticeDaysByDecree = 3;

/** The day before the term ends, or the last working day before that. */
export function apologyDay(due: LocalDate, calendar: WorkCalendar): LocalDate {
  let date = addDays(due, -1);
  while (!calendar.isWorkingDay(date)) date = addDays(date, -1);
  return date;
}

function supplementNoticeDay(
  { current }: Pick<Dossier, 'current'>,
  calendar: WorkCalendar,
  days: number,
): LocalDate {
  return workingDaysAfter(dateOf(effectiveReceipt(current.receivedAt, calendar)), days, calendar);
}

/** The last day a citizen has who is asked for more on `asked`: that day does not count, days off neither. */
export const answerDay = (
  asked: LocalDate,
  { calendar, rules }: { readonly calendar: WorkCalendar; readonly rules: RuleSet },
): LocalDate => workingDaysAfter(asked, rules.supplementTermDays, calendar);
