import type { LocalDateTime } from '../base/local-date.ts';
import { isLate } from './counted-promise.ts';
import type { DossierFact } from './dossier-events.ts';

/** What a citizen was promised: as it stands, and as lateness is measured. */
export interface Promised {
  /** With every new date the office gave. */
  readonly dueAt: LocalDateTime;
  /** Moved by pauses in time and by corrections; never by an apology, nor by a pause that began too late. */
  readonly measuredDueAt: LocalDateTime;
  /** Since when the promised time stands still; null while it runs. */
  readonly stoppedAt: LocalDateTime | null;
}

/** The promise after a fact. Once an apology or a late pause has parted the two dates, the earlier one stays the measure. */
export function promisedAfter(
  { dueAt, measuredDueAt, stoppedAt }: Promised,
  { type, body }: DossierFact,
): Promised {
  const before = { dueAt, measuredDueAt, stoppedAt };
  switch (type) {
    case 'dossier.supplementRequested':
    case 'dossier.paymentRequested':
    case 'dossier.suspended':
      return { ...before, stoppedAt: stoppedAt ?? body.at };
    case 'dossier.supplementReceived':
    case 'dossier.paymentReceived':
    case 'dossier.resumed': {
      const measures = measuredDueAt === dueAt && !isLate({ from: stoppedAt ?? body.at }, measuredDueAt);
      return {
        dueAt: body.newDueAt,
        measuredDueAt: measures ? body.newDueAt : measuredDueAt,
        stoppedAt: null,
      };
    }
    // The law moved it, not the office: lateness is measured by the date that would have been promised.
    case 'dossier.redated':
      return { dueAt: body.newDueAt, measuredDueAt: body.measuredDueAt, stoppedAt };
    case 'dossier.rescheduled':
      return { dueAt: body.newDueAt, measuredDueAt, stoppedAt };
    case 'dossier.corrected': {
      const { due } = body.changes;
      return due === null ? before : { dueAt: due.at, measuredDueAt: due.measuredAt, stoppedAt };
    }
    case 'dossier.withdrawn':
    case 'dossier.returnedWithoutResult':
      return { ...before, stoppedAt: null };
    default:
      return before;
  }
}
