import { dateOf, type LocalDate } from '../base/local-date.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { statuses } from '../dossier/lifecycle.ts';
import { punctuality } from '../dossier/punctuality.ts';

/**
 * Dossiers of a period by how they stand on a day. A dossier that is still open is late only when its promised day
 * has passed and its clock runs; of one that is neither resolved nor late nothing bad is said.
 * @source docs/sources.md#punctuality
 */
export interface Tally {
  readonly received: number;
  readonly early: number;
  readonly onTime: number;
  readonly late: number;
  readonly openInTime: number;
  readonly openLate: number;
}

const nothing: Tally = { received: 0, early: 0, onTime: 0, late: 0, openInTime: 0, openLate: 0 };

/** @param dossiers cancelled ones are left out: the desk's own mistakes are nobody's dossier */
export const tally = (dossiers: readonly Dossier[], on: LocalDate): Tally =>
  dossiers
    .filter(({ status }) => status !== 'cancelled')
    .reduce((sum, dossier) => {
      const column = columnOf(dossier, on);
      return { ...sum, received: sum.received + 1, [column]: sum[column] + 1 };
    }, nothing);

/** Resolved early or on the day, of everything received: how offices put it in the press. */
export const resolvedInTime = ({ early, onTime }: Tally): number => early + onTime;

function columnOf(
  { status, finishedAt, measuredDueAt }: Dossier,
  on: LocalDate,
): Exclude<keyof Tally, 'received'> {
  // Papers that went back or were withdrawn count as on time: the office kept nobody waiting.
  if (status === 'withdrawn' || status === 'returnedWithoutResult') return 'onTime';
  if (finishedAt !== null) return punctuality(dateOf(finishedAt), dateOf(measuredDueAt));
  return statuses[status].clock === 'runs' && dateOf(measuredDueAt) < on ? 'openLate' : 'openInTime';
}
