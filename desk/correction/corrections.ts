import { transact } from '../../db/open.ts';
import type { Answer, Input } from '../../shared/contract/desk-api.ts';
import type { Caller, SignedIn } from '../../shared/contract/dispatch.ts';
import type { Approver } from '../../shared/contract/dossier/second-person.ts';
import { type Refusal, refuse } from '../../shared/contract/refusal.ts';
import { dateOf } from '../../shared/domain/base/local-date.ts';
import { calendarDoubts, type DueDoubt, typedDueDoubts } from '../../shared/domain/calendar/due-doubt.ts';
import { notAskedRefusal } from '../../shared/domain/catalogue/dated-papers.ts';
import { type CorrectionRequest, planCorrection } from '../../shared/domain/correction/correction.ts';
import type { Changes } from '../../shared/domain/dossier/correction-events.ts';
import { type Dossier, isAccepted } from '../../shared/domain/dossier/dossier.ts';
import type { DossierFact } from '../../shared/domain/dossier/dossier-events.ts';
import { statuses } from '../../shared/domain/dossier/lifecycle.ts';
import { allowStep } from '../../shared/domain/dossier/processing.ts';
import { hadOriginal } from '../../shared/domain/dossier/receipt-due.ts';
import { particularsOf } from '../../shared/domain/people/person-visits.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type DeskContext, now, rulesToday, today } from '../context.ts';
import { getDossier } from '../dossier/dossier-service.ts';
import { receiptOf } from '../dossier/receipt.ts';
import { actingAs, confirmSecond, recordWithConsent, viewConsent } from '../dossier/second-person.ts';
import { sameDayReceiptOf } from '../dossier/shown-promise.ts';
import { paperOf } from '../machine/print-queue.ts';
import type { Session } from '../machine/session.ts';

type Guarded = Extract<DossierFact, { type: 'dossier.corrected' | 'dossier.cancelled' }>;

/** What a correction would record, worked out and not written. */
export function previewCorrection(
  desk: DeskContext,
  { id, asked }: Input<'dossier.correctPreview'>,
  by: Caller,
): Answer<'dossier.correctPreview'> {
  const planned = planOf(desk, id, asked);
  if (!planned.ok) return err([planned.error]);
  const { dossier, changes } = planned.value;
  const view = consentFor(desk, correctionOf(desk, dossier, changes, '-', by.officer), by);
  return view.ok ? ok({ ...view.value, changes, dueDoubts: doubtsOf(desk, changes) }) : view;
}

function doubtsOf(desk: DeskContext, { due }: Changes): DueDoubt[] {
  if (due === null) return [];
  const { calendar } = rulesToday(desk);
  return due.reason === 'entered'
    ? typedDueDoubts(due.at, now(desk), calendar)
    : calendarDoubts(due.at, calendar);
}

/**
 * Records a correction with its reason and whoever answers for it, and issues the receipt again. The consent of a
 * second person stands before it in the ledger; both are written, or neither.
 */
export async function correctDossier(
  desk: DeskContext,
  session: Session,
  { id, asked, reason, approver }: Input<'dossier.correct'>,
  by: Caller,
): Promise<Answer<'dossier.correct'>> {
  if (reason.trim() === '') return err([refuse('reason-missing', 'reason')]);
  return act(desk, session, id, by, approver, (answering) => {
    const planned = planOf(desk, id, asked);
    if (!planned.ok) return planned;
    const { dossier, changes } = planned.value;
    return ok(correctionOf(desk, dossier, changes, reason.trim(), answering));
  });
}

/** Whose consent a void would need. */
export function previewVoid(desk: DeskContext, id: string, by: Caller): Answer<'dossier.voidPreview'> {
  const voided = voidOf(desk, id, '-');
  if (!voided.ok) return err([voided.error]);
  return consentFor(desk, voided.value, by);
}

/** Voids a dossier of today that should never have been; its number stays used. */
export async function voidDossier(
  desk: DeskContext,
  session: Session,
  { id, reason, approver }: Input<'dossier.void'>,
  by: Caller,
): Promise<Answer<'dossier.void'>> {
  if (reason.trim() === '') return err([refuse('reason-missing', 'reason')]);
  return act(desk, session, id, by, approver, () => voidOf(desk, id, reason.trim()));
}

function voidOf(desk: DeskContext, id: string, reason: string): Result<Guarded, Refusal> {
  const possible = allowStep(desk.stores.projections.read(id), 'dossier.cancelled');
  if (!possible.ok) return possible;
  if (dateOf(possible.value.received.receivedAt) !== today(desk)) return err(refuse('void-too-late'));
  return ok({ type: 'dossier.cancelled', dossier: id, body: { at: now(desk), reason } });
}

function consentFor(desk: DeskContext, fact: Guarded, by: Caller): Answer<'dossier.voidPreview'> {
  const state = desk.stores.projections.read(fact.dossier);
  if (!isAccepted(state)) return err([refuse('not-permitted')]);
  const view = viewConsent(desk, fact, by, state);
  return view.ok ? view : err([view.error]);
}

/** @param factFor the act, once it is known who answers for it */
async function act(
  desk: DeskContext,
  session: Session,
  id: string,
  by: Caller,
  approver: Approver | null,
  factFor: (answering: string) => Result<Guarded, Refusal>,
): Promise<Answer<'dossier.get'>> {
  const second = await confirmSecond(session, approver);
  if (!second.ok) return err([second.error]);
  const done = transact(desk.stores.db, () => record(desk, by, second.value, factFor));
  if (!done.ok) return err([done.error]);
  desk.recorded([id]);
  return getDossier(desk, id, by);
}

function record(
  desk: DeskContext,
  by: Caller,
  second: SignedIn | null,
  factFor: (answering: string) => Result<Guarded, Refusal>,
): Result<Guarded, Refusal> {
  const made = factFor(second?.id ?? by.officer);
  if (!made.ok) return made;
  const fact = made.value;
  const acting = actingAs(by, fact.type);
  const possible = allowStep(desk.stores.projections.read(fact.dossier), fact.type);
  if (!possible.ok) return possible;
  if (acting === null) return err(refuse('not-permitted'));
  const recorded = recordWithConsent(desk, fact, { acting, second, receivedBy: possible.value.receivedBy });
  if (!recorded.ok) return recorded;
  if (fact.type === 'dossier.corrected') printAgain(desk, fact.dossier, by);
  return ok(fact);
}

/** The receipt in its newest issue, in as many leaves as a first one. */
function printAgain(desk: DeskContext, id: string, by: Caller): void {
  const possible = allowStep(desk.stores.projections.read(id), 'receipt.reprinted');
  if (!possible.ok) return;
  const when = sameDayReceiptOf(desk, possible.value.received);
  // Whoever never had a receipt has none that is wrong.
  if (!hadOriginal(possible.value, when) && possible.value.reprints === 0) return;
  const form = receiptOf(desk, possible.value, {
    paper: paperOf(desk.stores),
    copy: 0,
    printedBy: by.officer,
  });
  desk.stores.prints.queue(id, 0, form, desk.world.clock());
}

interface Planned {
  readonly dossier: Dossier;
  readonly changes: Changes;
}

function planOf(desk: DeskContext, id: string, asked: CorrectionRequest): Result<Planned, Refusal> {
  const possible = allowStep(desk.stores.projections.read(id), 'dossier.corrected');
  if (!possible.ok) return possible;
  const dossier = possible.value;
  const isUnbegun =
    statuses[dossier.status].clock !== 'ended' && dossier.legs.every(({ sentAt }) => sentAt === null);
  const planned = planCorrection(
    { current: dossier.current, dueAt: dossier.dueAt, pauses: dossier.pauses, isUnbegun },
    asked,
    {
      procedure: desk.rules.on(dateOf(dossier.received.receivedAt)).procedure,
      calendar: rulesToday(desk).calendar,
      now: now(desk),
      holders: (person) => desk.stores.people.holders(person, id).map(particularsOf),
    },
  );
  if (!planned.ok) return planned;
  const notAsked = notAskedAtReceipt(desk, dossier, planned.value);
  return notAsked === null ? ok({ dossier, changes: planned.value }) : err(notAsked);
}

/** No paper is written in that could not be asked for on the day of receipt; what stood there may stay. */
function notAskedAtReceipt(
  desk: DeskContext,
  { received, current }: Dossier,
  changes: Changes,
): Refusal | null {
  const stood = new Set(current.papers.map(({ name }) => name));
  const added = (changes.papers ?? []).map(({ name }) => name).filter((name) => !stood.has(name));
  const on = dateOf(received.receivedAt);
  const { code } = changes.procedure ?? current.procedure;
  return notAskedRefusal(added, desk.rules.on(on).written(code), on, 'papers');
}

const correctionOf = (
  desk: DeskContext,
  dossier: Dossier,
  changes: Changes,
  reason: string,
  approvedBy: string,
): Extract<Guarded, { type: 'dossier.corrected' }> => ({
  type: 'dossier.corrected',
  dossier: dossier.id,
  body: { at: now(desk), reason, approvedBy, changes },
});
