import { transact } from '../../db/open.ts';
import type { Answer, Input, Refusals } from '../../shared/contract/desk-api.ts';
import type { Caller } from '../../shared/contract/dispatch.ts';
import type { IntakePreview } from '../../shared/contract/intake/views.ts';
import { type Refusal, refuse } from '../../shared/contract/refusal.ts';
import {
  addDays,
  dateOf,
  instantFromEpoch,
  type LocalDateTime,
} from '../../shared/domain/base/local-date.ts';
import type { Due } from '../../shared/domain/calendar/due-date.ts';
import { notOfferedRefusal } from '../../shared/domain/catalogue/catalogue.ts';
import type { Procedure } from '../../shared/domain/catalogue/procedure.ts';
import { quickPicks } from '../../shared/domain/catalogue/procedure-search.ts';
import { isAccepted } from '../../shared/domain/dossier/dossier.ts';
import { needsReceipt } from '../../shared/domain/dossier/receipt-due.ts';
import { registerVolume } from '../../shared/domain/dossier/register.ts';
import { type Draft, emptyDraft, isEmptyDraft } from '../../shared/domain/intake/draft.ts';
import { checkDraft, draftFigures } from '../../shared/domain/intake/draft-check.ts';
import {
  type Counter,
  closedRefusal,
  dueOf,
  nextCode,
  pastDueRefusal,
  receive,
} from '../../shared/domain/intake/intake.ts';
import { withPapersOfDay } from '../../shared/domain/intake/papers-of-day.ts';
import { petitionClosed } from '../../shared/domain/intake/petition.ts';
import { undoLeftMs, undoReceive } from '../../shared/domain/intake/undo.ts';
import { clashOf, clashRefusals, decisionFor } from '../../shared/domain/people/id-clash.ts';
import type { Particulars } from '../../shared/domain/people/person-match.ts';
import { particularsOf } from '../../shared/domain/people/person-visits.ts';
import { tidyApplicant } from '../../shared/domain/people/tidy-person.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { termText } from '../../shared/text/format.ts';
import { viewOfProcedure } from '../catalogue/rules.ts';
import { type DeskContext, me, now, rulesToday, sentMark, today } from '../context.ts';
import { receivedAtMs, rowView } from '../dossier/dossier-views.ts';
import { receiptOf } from '../dossier/receipt.ts';
import { sameDayReceiptOf, shownAt } from '../dossier/shown-promise.ts';
import { clockRefusal } from '../machine/clock.ts';
import type { Paper } from '../machine/print-queue.ts';
import type { Session } from '../machine/session.ts';
import { closingsOf } from '../office/closings.ts';
import { draftWarnings } from './intake-warnings.ts';

const recentRows = 8;
const usageDays = 30;

/** A fresh form, the one this officer was torn from (if any), and the procedures this counter uses most. */
export function openIntake(desk: DeskContext, by: Caller, window: Session): Answer<'intake.open'> {
  const left = desk.stores.drafts
    .ofOfficer(by.officer)
    .find(
      ({ draft }) =>
        !isEmptyDraft(draft) && !isDecided(desk, draft.id) && !desk.liveDrafts.isElsewhere(draft.id, window),
    );
  // What is offered here is offered to no other window meanwhile.
  if (left !== undefined) desk.liveDrafts.claim(left.draft.id, window);
  const recovered =
    left === undefined ? null : { draft: ofToday(desk, left.draft), savedAt: instantFromEpoch(left.savedAt) };
  const since = addDays(today(desk), -usageDays);
  // Yesterday's use decides, so that the digits do not move under the officer's fingers during the day.
  const usage = desk.stores.people.usageBetween(me(desk).deskDigit, since, today(desk));
  return ok({
    draft: emptyDraft(desk.world.newId()),
    recovered,
    quickPicks: quickPicks(usage, rulesToday(desk).procedures).map(viewOfProcedure),
  });
}

/** Keeps the form as it stands. A colleague's is not written over, unless its citizen was asked for more: that one is the counter's. */
export function saveDraft(
  desk: DeskContext,
  one: Draft,
  by: Caller,
  window: Session,
): Answer<'intake.saveDraft'> {
  if (isDecided(desk, one.id)) return ok({});
  const owner = desk.stores.drafts.ownerOf(one.id);
  const isOfCounter = desk.stores.projections.read(one.id).status !== 'absent';
  if (owner !== null && owner !== by.officer && !isOfCounter) return err([refuse('not-permitted')]);
  desk.stores.drafts.put(by.officer, one, desk.world.clock());
  desk.liveDrafts.claim(one.id, window);
  return ok({});
}

/** Only the officer who typed it drops a form, and only in the window in which it stands. */
export function dropDraft(
  desk: DeskContext,
  id: string,
  by: Caller,
  window: Session,
): Answer<'intake.dropDraft'> {
  const owner = desk.stores.drafts.ownerOf(id);
  if (owner === null) return ok({});
  if (owner !== by.officer || desk.liveDrafts.isElsewhere(id, window)) return err([refuse('not-permitted')]);
  desk.stores.drafts.drop(id);
  return ok({});
}

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

/**
 * Records the dossier and queues its receipt, if it needs one, in one transaction. Asked again with a draft that is saved already
 * (the answer was lost, F9 bounced, the desk was killed in between) it answers with the same dossier.
 */
export function receiveDraft(
  desk: DeskContext,
  { draft, paper }: Input<'intake.receive'>,
  by: Caller,
): Answer<'intake.receive'> {
  const one = ofToday(desk, draft);
  const warnings = draftWarnings(desk, one, procedureOf(desk, one));
  const done = transact(desk.stores.db, () => {
    const known = desk.stores.projections.read(one.id);
    if (isAccepted(known)) return ok(known.received.code);
    const closed = petitionClosed(known);
    if (closed !== null) return err<Refusals>([closed]);
    return recordIntake(desk, one, paper, by);
  });
  if (!done.ok) return done;
  desk.recorded([one.id]);
  const state = desk.stores.projections.read(one.id);
  const printed = isAccepted(state) && needsReceipt(state.received, sameDayReceiptOf(desk, state.received));
  return ok({ id: one.id, code: done.value, printed, warnings });
}

function recordIntake(desk: DeskContext, one: Draft, paper: Paper, by: Caller): Result<string, Refusals> {
  const procedure = procedureOf(desk, one);
  const [first, ...others] = refusalsOf(desk, one, procedure);
  if (first !== undefined) return err([first, ...others]);
  if (procedure === null) return err([refuse('no-procedure', 'procedureCode')]);
  const fact = receive(one, procedure, counterNow(desk), holdersOf(desk, one));
  if (!fact.ok) return err([fact.error]);
  const { code } = fact.value.body;
  if (desk.stores.numbers.isTaken(code, one.id)) return err([refuse('code-taken', undefined, { code })]);
  desk.stores.numbers.issue(code, one.id);
  desk.ledger.record(fact.value, by);
  const original = { current: fact.value.body, receivedBy: by.officer, corrections: 0 };
  if (needsReceipt(fact.value.body, sameDayReceiptOf(desk, fact.value.body))) {
    const slip = receiptOf(desk, original, { paper, copy: 0, printedBy: by.officer });
    desk.stores.prints.queue(one.id, 0, slip, desk.world.clock());
  }
  desk.stores.drafts.drop(one.id);
  desk.stores.petitions.dropDraft(one.id);
  return ok(code);
}

/** Takes the last dossier back within a minute; its paper is withdrawn if it is not printed yet. */
export function undoIntake(desk: DeskContext, id: string, by: Caller): Answer<'intake.undo'> {
  const decided = transact(desk.stores.db, () => {
    const receivedMs = receivedAtMs(desk, id) ?? 0;
    const asked = { by: by.officer, at: now(desk), receivedMs, nowMs: desk.world.clock() };
    const fact = undoReceive(desk.stores.projections.read(id), asked);
    if (!fact.ok) return fact;
    desk.ledger.record(fact.value, by);
    desk.stores.prints.withdraw(id);
    return fact;
  });
  if (!decided.ok) return err([decided.error]);
  desk.recorded([id]);
  const listed = desk.stores.list.get(id, sentMark(desk));
  return listed === null ? err([refuse('dossier-unknown')]) : ok(rowView(desk, listed));
}

/** What this counter received last; who asks is offered to undo only what they received themselves. */
export function recentIntake(desk: DeskContext, by: Caller): Answer<'intake.recent'> {
  const { deskDigit } = me(desk);
  const rows = desk.stores.list.recent(today(desk), deskDigit, recentRows, sentMark(desk)).map((listed) => {
    const isOwn = listed.status === 'received' && listed.receivedBy === by.officer;
    const left = isOwn ? undoLeftMs(receivedAtMs(desk, listed.id) ?? 0, desk.world.clock()) : 0;
    return { ...rowView(desk, listed), undoableForS: Math.ceil(left / 1000) };
  });
  return ok({ today: desk.stores.list.receivedOn(today(desk), deskDigit), rows });
}

/** Received, refused or lapsed: nothing more is written down under this id. */
function isDecided(desk: DeskContext, id: string): boolean {
  const state = desk.stores.projections.read(id);
  return isAccepted(state) || petitionClosed(state) !== null;
}

/** A form with the papers of today, whenever it was begun. */
export const ofToday = (desk: DeskContext, one: Draft): Draft =>
  one.procedureCode === null
    ? one
    : withPapersOfDay(one, rulesToday(desk).written(one.procedureCode), today(desk));

export const procedureOf = (desk: DeskContext, one: Draft): Procedure | null =>
  one.procedureCode === null ? null : rulesToday(desk).procedure(one.procedureCode);

function refusalsOf(desk: DeskContext, one: Draft, procedure: Procedure | null): readonly Refusal[] {
  const clock = clockRefusal(desk);
  const { calendar } = rulesToday(desk);
  const past = procedure === null ? null : pastDueRefusal(one, procedure, { now: now(desk), calendar });
  return [
    ...(clock === null ? [] : [clock]),
    ...notOffered(desk, procedure),
    ...checkDraft(one, procedure),
    ...(past === null ? [] : [past]),
    ...undecidedClash(desk, one),
  ];
}

/** Neither a receipt nor a slip that asks for more is given for what communes do not receive today. */
export function notOffered(desk: DeskContext, procedure: Procedure | null): readonly Refusal[] {
  if (procedure === null) return [];
  const refusal = notOfferedRefusal(procedure, today(desk), rulesToday(desk).procedure);
  return refusal === null ? [] : [refusal];
}

/** Everybody received before under a number of whoever is on the form. */
const holdersOf = (desk: DeskContext, { id, applicant }: Draft): readonly Particulars[] =>
  desk.stores.people.holders(tidyApplicant(applicant), id).map(particularsOf);

/** No receipt and no slip is given while nobody has said whose the number is. */
export const undecidedClash = (desk: DeskContext, one: Draft): readonly Refusal[] =>
  clashRefusals(one.clash, tidyApplicant(one.applicant), holdersOf(desk, one));

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

function counterNow(desk: DeskContext): Counter {
  const { agency, deskDigit } = me(desk);
  const at = now(desk);
  const volume = registerVolume(deskDigit, at);
  return {
    agency,
    deskDigit,
    digits: desk.stores.digits.of(deskDigit),
    now: at,
    lastSerial: desk.stores.numbers.lastSerial(dateOf(at), deskDigit),
    lastRegisterNumber: desk.stores.numbers.lastRegisterNumber(volume),
    isRegisterClosed: closingsOf(desk).has(volume),
    calendar: rulesToday(desk).calendar,
    formSet: rulesToday(desk).formSet,
  };
}
