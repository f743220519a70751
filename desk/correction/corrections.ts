import { transact } from '../../db/open.ts';
import type { Approver } from '../../shared/contract/correction/views.ts';
import type { Answer, Input } from '../../shared/contract/desk-api.ts';
import type { Caller, SignedIn } from '../../shared/contract/dispatch.ts';
import { type Refusal, refuse } from '../../shared/contract/refusal.ts';
import { dateOf } from '../../shared/domain/base/local-date.ts';
import { actingRole, type Role } from '../../shared/domain/base/roles.ts';
import { calendarDoubts, type DueDoubt, typedDueDoubts } from '../../shared/domain/calendar/due-doubt.ts';
import { type CorrectionRequest, planCorrection } from '../../shared/domain/correction/correction.ts';
import { type ConsentNeed, consentNeeded, mayConsent } from '../../shared/domain/dossier/consent.ts';
import type { Changes } from '../../shared/domain/dossier/correction-events.ts';
import { type Dossier, isAccepted } from '../../shared/domain/dossier/dossier.ts';
import type { DossierFact } from '../../shared/domain/dossier/dossier-events.ts';
import { statuses, transitions } from '../../shared/domain/dossier/lifecycle.ts';
import { allowStep } from '../../shared/domain/dossier/processing.ts';
import { particularsOf } from '../../shared/domain/people/person-visits.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type DeskContext, now, rulesToday, today } from '../context.ts';
import { getDossier } from '../dossier/dossier-service.ts';
import { receiptOf } from '../dossier/receipt.ts';
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
  const view = consentView(desk, correctionOf(desk, dossier, changes, '-', by.officer), by);
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
  return consentView(desk, voided.value, by);
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

function consentView(desk: DeskContext, fact: Guarded, by: Caller): Answer<'dossier.voidPreview'> {
  const acting = actingAs(by, fact.type);
  const state = desk.stores.projections.read(fact.dossier);
  if (acting === null || !isAccepted(state)) return err([refuse('not-permitted')]);
  const need = consentNeeded(fact, personOf(acting), state.receivedBy);
  return ok({ needsConsent: need !== 'none', approvers: approversFor(desk, need, by) });
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
  // The PIN takes time to check and must not be checked inside a transaction.
  const second = approver === null ? ok(null) : await session.confirm(approver.officer, approver.pin);
  if (!second.ok) return err([{ ...second.error, field: `approver.${second.error.field ?? 'pin'}` }]);
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
  const need = consentNeeded(fact, personOf(acting), possible.value.receivedBy);
  if (need !== 'none' || second !== null) {
    const consenting = consenterFor(need === 'none' ? 'anyone-else' : need, acting, second);
    if (!consenting.ok) return consenting;
    desk.ledger.record(consentFact(fact), consenting.value);
  }
  desk.ledger.record(fact, acting);
  if (fact.type === 'dossier.corrected') printAgain(desk, fact.dossier, by);
  return ok(fact);
}

function consenterFor(need: ConsentNeed, by: Caller, second: SignedIn | null): Result<Caller, Refusal> {
  if (second === null) return err(refuse('consent-needed', 'approver.officer'));
  const role = actingRole(second.roles, transitions['consent.given'].by);
  const other = role === null ? null : { officer: second.id, name: second.name, role, roles: second.roles };
  return other !== null && mayConsent(need, { actor: by.officer }, { actor: other.officer, role: other.role })
    ? ok(other)
    : err(refuse('consent-wrong-person', 'approver.officer'));
}

const consentFact = (fact: Guarded): DossierFact => ({
  type: 'consent.given',
  dossier: fact.dossier,
  body: {
    at: fact.body.at,
    to:
      fact.type === 'dossier.corrected'
        ? { act: fact.type, body: fact.body }
        : { act: fact.type, body: fact.body },
  },
});

/** The receipt in its newest issue, in as many leaves as a first one. */
function printAgain(desk: DeskContext, id: string, by: Caller): void {
  const possible = allowStep(desk.stores.projections.read(id), 'receipt.reprinted');
  if (!possible.ok) return;
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
  return planned.ok ? ok({ dossier, changes: planned.value }) : planned;
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

/** The caller in the role that the act is recorded under, or null when none is held. */
function actingAs(by: Caller, type: Guarded['type']): Caller | null {
  const role = actingRole(by.roles, transitions[type].by);
  return role === null ? null : { ...by, role };
}

const personOf = ({ officer, role }: Caller): { actor: string; role: Role } => ({ actor: officer, role });

function approversFor(
  { stores }: DeskContext,
  need: ConsentNeed,
  by: Caller,
): { readonly id: string; readonly name: string }[] {
  if (need === 'none') return [];
  return stores.officers.all().flatMap(({ id, name, roles, active }) => {
    const role = actingRole(roles, transitions['consent.given'].by);
    const may = active && role !== null && mayConsent(need, { actor: by.officer }, { actor: id, role });
    return may ? [{ id, name }] : [];
  });
}
