import { dateOf, type LocalDateTime } from '../base/local-date.ts';
import { type Due, dueDate } from '../calendar/due-date.ts';
import { dueAfterPause, dueAfterSupplement, type EndedPause } from '../calendar/paused-due.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { legDueAt } from '../catalogue/internal-steps.ts';
import type { Procedure } from '../catalogue/procedure.ts';
import type { Dossier } from './dossier.ts';

/** What a promise is counted by: the procedure of the intake's catalogue and the calendar in force. */
export interface Counting {
  readonly procedure: Pick<Procedure, 'term' | 'steps' | 'interlinkedWith'>;
  readonly calendar: WorkCalendar;
}

/** The promise, what lateness is measured by, and the dates of the agencies in the procedure's order. */
export interface CountedPromise {
  readonly due: Due;
  readonly measuredDueAt: LocalDateTime;
  readonly legsDueAt: readonly LocalDateTime[];
}

/** A pause that is over, and whether a supplement made the term run anew from its end. */
export interface CountedPause extends EndedPause {
  readonly policy: 'restart' | 'resume' | null;
}

/**
 * The promise counted from the receipt with every pause that is over; null for a term that only a person can date. Each
 * pause counts by the policy that was in force when it ended.
 * @source docs/sources.md#pauses
 */
export function countedPromise(
  { receivedAt, pauses }: { readonly receivedAt: LocalDateTime; readonly pauses: Dossier['pauses'] },
  counting: Counting,
): CountedPromise | null {
  const due = dueDate(receivedAt, counting.procedure.term, counting.calendar);
  if (due === null) return null;
  const first = { due, measuredDueAt: due.at, legsDueAt: legsFrom(receivedAt, due.at, counting) };
  return pauses.reduce<CountedPromise>(
    (promise, { from, until, policy }) =>
      until === null ? promise : promiseAfter(promise, { from, until, policy }, counting),
    first,
  );
}

/**
 * A promise once a pause is over. What began after the promised day mends no lateness: it moves what the citizen is
 * told and never the measure.
 */
export function promiseAfter(
  promise: CountedPromise,
  pause: CountedPause,
  counting: Counting,
): CountedPromise {
  const { calendar, procedure } = counting;
  const { unit } = procedure.term;
  const restarts = pause.policy === 'restart' && dueDate(pause.until, procedure.term, calendar) !== null;
  const moved =
    pause.policy === null
      ? dueAfterPause(promise.due.at, pause, calendar, unit)
      : dueAfterSupplement(promise.due.at, pause, { policy: pause.policy, term: procedure.term, calendar });
  const measures = promise.measuredDueAt === promise.due.at && !isLate(pause, promise.measuredDueAt);
  return {
    due: { ...promise.due, at: moved },
    measuredDueAt: measures ? moved : promise.measuredDueAt,
    legsDueAt: restarts
      ? legsFrom(pause.until, moved, counting)
      : promise.legsDueAt.map((due) => dueAfterPause(due, pause, calendar, unit)),
  };
}

/** True for a pause that began when the promised day was over. */
export const isLate = ({ from }: Pick<EndedPause, 'from'>, dueAt: LocalDateTime): boolean =>
  dateOf(from) > dateOf(dueAt);

const legsFrom = (
  receivedAt: LocalDateTime,
  dueAt: LocalDateTime,
  { procedure, calendar }: Counting,
): readonly LocalDateTime[] =>
  procedure.interlinkedWith.map((agency) => legDueAt(agency, procedure, { receivedAt, dueAt, calendar }));
