import type { LocalDateTime } from '../base/local-date.ts';
import type { DossierFact } from './dossier-events.ts';

/** What a citizen was promised: as it stands, and as lateness is measured. */
export interface Promised {
  /** With every new date the office gave. */
  readonly dueAt: LocalDateTime;
  /** Moved by pauses and corrections, never by an apology. */
  readonly measuredDueAt: LocalDateTime;
}

/** The promise after a fact. Once an apology has parted the two dates, the earlier one stays the measure. */
export function promisedAfter({ dueAt, measuredDueAt }: Promised, { type, body }: DossierFact): Promised {
  switch (type) {
    case 'dossier.supplementReceived':
    case 'dossier.paymentReceived':
    case 'dossier.resumed': {
      const together = measuredDueAt === dueAt;
      return { dueAt: body.newDueAt, measuredDueAt: together ? body.newDueAt : measuredDueAt };
    }
    // The law moved it, not the office: lateness is measured by the date that would have been promised.
    case 'dossier.redated':
      return { dueAt: body.newDueAt, measuredDueAt: body.newDueAt };
    case 'dossier.rescheduled':
      return { dueAt: body.newDueAt, measuredDueAt };
    case 'dossier.corrected':
      return body.changes.due === null
        ? { dueAt, measuredDueAt }
        : { dueAt: body.changes.due.at, measuredDueAt: body.changes.due.at };
    default:
      return { dueAt, measuredDueAt };
  }
}
