import type { LocalDateTime } from '../base/local-date.ts';
import { dueDate, hoursPerDay, laterByMinutes, type Term } from '../calendar/due-date.ts';
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
 * When each agency must have given its share back: the end of its last step, counted from the receipt. Whole days of a
 * term in working days are counted as such a term is, so that a share that begins at the opening ends at one. An
 * agency without a step of its own has until the whole is due.
 */
export function legDueAt(
  agency: string,
  { steps = [], term }: Pick<Procedure, 'steps' | 'term'>,
  whole: {
    readonly receivedAt: LocalDateTime;
    readonly dueAt: LocalDateTime;
    readonly calendar: WorkCalendar;
  },
): LocalDateTime {
  const last = steps.findLastIndex((step) => step.agency === agency);
  if (last === -1) return whole.dueAt;
  const hours = steps.slice(0, last + 1).reduce((sum, step) => sum + step.hours, 0);
  const due = shareDueAt(hours, term.unit, whole);
  return due === null || due > whole.dueAt ? whole.dueAt : due;
}

function shareDueAt(
  hours: number,
  unit: Term['unit'],
  { receivedAt, calendar }: { readonly receivedAt: LocalDateTime; readonly calendar: WorkCalendar },
): LocalDateTime | null {
  const days = unit === 'working_day' ? Math.floor(hours / hoursPerDay(calendar)) : 0;
  if (days === 0) return dueDate(receivedAt, { unit: 'hour', value: hours }, calendar)?.at ?? null;
  const whole = dueDate(receivedAt, { unit: 'working_day', value: days }, calendar);
  const rest = Math.round((hours - days * hoursPerDay(calendar)) * 60);
  return whole === null ? null : laterByMinutes(whole.at, rest, calendar);
}

/** What an agency was given: `16 giờ làm việc` is told from it; 0 where nothing is planned. */
export const legHours = (agency: string, { steps = [] }: Pick<Procedure, 'steps'>): number =>
  steps.reduce((sum, step) => sum + (step.agency === agency ? step.hours : 0), 0);
