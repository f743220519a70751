import type { LocalDateTime } from '../base/local-date.ts';
import { dueDate, hoursPerDay } from '../calendar/due-date.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Procedure } from './procedure.ts';

/**
 * Working hours of a term, or null for one that only a person can date, that runs through days off, or that ends on the
 * spot: no steps are planned for those.
 * @source docs/sources.md#catalogue
 */
export function termHours({ term }: Pick<Procedure, 'term'>, calendar: WorkCalendar): number | null {
  if (term.unit === 'working_day') return term.value * hoursPerDay(calendar);
  if (term.unit === 'half_day') return (term.value * hoursPerDay(calendar)) / 2;
  return term.unit === 'hour' ? term.value : null;
}

/** True when there are no steps, or their hours are the term's. */
export function stepsFitTerm(procedure: Pick<Procedure, 'term' | 'steps'>, calendar: WorkCalendar): boolean {
  if (procedure.steps === undefined) return true;
  return procedure.steps.reduce((sum, { hours }) => sum + hours, 0) === termHours(procedure, calendar);
}

/**
 * When each agency must have given its share back: the end of its last step, counted from the receipt. An agency
 * without a step of its own has until the whole is due.
 */
export function legDueAt(
  agency: string,
  { steps = [] }: Pick<Procedure, 'steps'>,
  whole: {
    readonly receivedAt: LocalDateTime;
    readonly dueAt: LocalDateTime;
    readonly calendar: WorkCalendar;
  },
): LocalDateTime {
  const last = steps.findLastIndex((step) => step.agency === agency);
  if (last === -1) return whole.dueAt;
  const hours = steps.slice(0, last + 1).reduce((sum, step) => sum + step.hours, 0);
  const due = dueDate(whole.receivedAt, { unit: 'hour', value: hours }, whole.calendar);
  return due === null || due.at > whole.dueAt ? whole.dueAt : due.at;
}

/** What an agency was given: `16 giờ làm việc` is told from it; 0 where nothing is planned. */
export const legHours = (agency: string, { steps = [] }: Pick<Procedure, 'steps'>): number =>
  steps.reduce((sum, step) => sum + (step.agency === agency ? step.hours : 0), 0);
