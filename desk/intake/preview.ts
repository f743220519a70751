import type { Answer } from '../../shared/contract/desk-api.ts';
import type { IntakePreview } from '../../shared/contract/intake/views.ts';
import { type LocalDateTime } from '../../shared/domain/base/local-date.ts';
import type { Due } from '../../shared/domain/calendar/due-date.ts';
import type { Procedure } from '../../shared/domain/catalogue/procedure.ts';
import { needsReceipt } from '../../shared/domain/dossier/receipt-due.ts';
import { type Draft } from '../../shared/domain/intake/draft.ts';
import { draftFigures } from '../../shared/domain/intake/draft-check.ts';
import { type Counter, closedRefusal, dueOf, nextCode } from '../../shared/domain/intake/intake.ts';
import { clashOf, decisionFor } from '../../shared/domain/people/id-clash.ts';
import { tidyApplicant } from '../../shared/domain/people/tidy-person.ts';
import { ok } from '../../shared/result.ts';
import { termText } from '../../shared/text/format.ts';
import type { DeskContext } from '../context.ts';
import { sameDayReceiptOf, shownAt } from '../dossier/shown-promise.ts';
import { counterNow, holdersOf, ofToday, procedureOf, refusalsOf } from './intake-checks.ts';
import { draftWarnings } from './intake-warnings.ts';

/** Everything the right-hand column says, from the draft as it stands; nothing is written. */
export function previewIntake(desk: DeskContext, typed: Draft): Answer<'intake.preview'> {
  const one = ofToday(desk, typed);
  const counter = counterNow(desk);
  const procedure = procedureOf(desk, one);
  const due = procedure === null ? null : dueOf(one, procedure, counter);
  const figures = draftFigures(one, procedure);
  const refusals = [...refusalsOf(desk, one, procedure)];
  const code = nextCode(counter);
  if (!code.ok) refusals.push(code.error);
  const closed = closedRefusal(counter);
  if (closed !== null) refusals.push(closed);
  return ok({
    code: code.ok ? code.value : '',
    dueAt: due?.at ?? null,
    shownDueAt: due === null || procedure === null ? null : shownDueOf(desk, counter, procedure, due),
    dueReason: due?.reason ?? null,
    receiptNeeded: due === null || receiptNeeded(desk, counter, due),
    dueMustBeEntered:
      procedure !== null && (procedure.term.unit === 'by_stage' || procedure.term.unit === 'by_schedule'),
    ...figures,
    rows: [...figures.rows],
    warnings: draftWarnings(desk, one, procedure),
    clash: clashView(desk, one),
    refusals,
  });
}

const receiptNeeded = (desk: DeskContext, { now: receivedAt }: Pick<Counter, 'now'>, due: Due): boolean =>
  needsReceipt({ receivedAt, dueAt: due.at, dueReason: due.reason }, sameDayReceiptOf(desk, { receivedAt }));

/** The promise as the receipt would say it. */
const shownDueOf = (desk: DeskContext, counter: Counter, { term }: Procedure, due: Due): LocalDateTime =>
  shownAt(
    desk,
    {
      receivedAt: counter.now,
      dueReason: due.reason,
      procedure: { termText: termText(term) },
    },
    due.at,
  );

/** In whose name the number stands, for the officer who holds the card to say; null where there is nothing to say. */
function clashView(desk: DeskContext, one: Draft): IntakePreview['clash'] {
  const person = tidyApplicant(one.applicant);
  const holder = clashOf(person, holdersOf(desk, one));
  if (holder === null) return null;
  return {
    name: holder.name,
    birthDate: holder.birthDate,
    decided: decisionFor(one.clash, person, holder)?.decided ?? null,
  };
}
