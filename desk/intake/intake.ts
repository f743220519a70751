import { transact } from '../../db/open.ts';
import type { Answer, Input, Refusals } from '../../shared/contract/desk-api.ts';
import type { Caller } from '../../shared/contract/dispatch.ts';
import { refuse } from '../../shared/contract/refusal.ts';
import { isAccepted } from '../../shared/domain/dossier/dossier.ts';
import { needsReceipt } from '../../shared/domain/dossier/receipt-due.ts';
import { type Draft } from '../../shared/domain/intake/draft.ts';
import { receive } from '../../shared/domain/intake/intake.ts';
import { petitionClosed } from '../../shared/domain/intake/petition.ts';
import { undoLeftMs, undoReceive } from '../../shared/domain/intake/undo.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type DeskContext, me, now, sentMark, today } from '../context.ts';
import { receivedAtMs, rowView } from '../dossier/dossier-views.ts';
import { receiptOf } from '../dossier/receipt.ts';
import { sameDayReceiptOf } from '../dossier/shown-promise.ts';
import type { Paper } from '../machine/print-queue.ts';
import { counterNow, holdersOf, ofToday, procedureOf, refusalsOf } from './intake-checks.ts';
import { draftWarnings } from './intake-warnings.ts';

const recentRows = 8;

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
