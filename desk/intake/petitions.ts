import type { ListedPetition } from '../../db/intake/petition-store.ts';
import { transact } from '../../db/open.ts';
import type { Answer, Input, Refusals } from '../../shared/contract/desk-api.ts';
import type { Caller } from '../../shared/contract/dispatch.ts';
import type { PetitionRow } from '../../shared/contract/intake/views.ts';
import { refuse } from '../../shared/contract/refusal.ts';
import { notAskedRefusal } from '../../shared/domain/catalogue/dated-papers.ts';
import { type DossierState, isPetition } from '../../shared/domain/dossier/dossier.ts';
import type { Draft } from '../../shared/domain/intake/draft.ts';

import {
  type Decided,
  draftOfPetition,
  lapsePetition,
  refuseIntake,
  requestSupplement,
} from '../../shared/domain/intake/petition.ts';
import type { FormDocument } from '../../shared/forms/base/form.ts';
import { refusalSlip } from '../../shared/forms/dossier/refusal-slip.ts';
import { supplementSlip } from '../../shared/forms/dossier/supplement-slip.ts';
import { readFact } from '../../shared/protocol/fact.ts';
import { err, ok } from '../../shared/result.ts';
import { type DeskContext, now, rulesToday, sentMark, today } from '../context.ts';
import { officerName } from '../dossier/dossier-views.ts';
import { paperContext } from '../dossier/paper-context.ts';
import { notOffered, ofToday, procedureOf, undecidedClash } from './intake-checks.ts';

const listed = 60;

type SlipType = 'intake.supplementRequested' | 'intake.refused';
type SlipFact = NonNullable<Extract<Decided<SlipType>, { ok: true }>['value']>;

/** Paper 02: records what is missing, queues the slip and keeps the form until the citizen comes back. */
export function askForMore(
  desk: DeskContext,
  { draft: typed, more, reason }: Input<'intake.requestSupplement'>,
  by: Caller,
): Answer<'intake.requestSupplement'> {
  const draft = ofToday(desk, typed);
  const words = { at: now(desk), more, reason };
  return giveSlip(desk, draft, by, (state) => {
    const procedure = procedureOf(desk, draft);
    const written = procedure === null ? null : rulesToday(desk).written(procedure.code);
    const [unfit = notAskedRefusal(more, written, today(desk), 'more')] = notOffered(desk, procedure);
    if (unfit !== null) return err([unfit]);
    const decided = requestSupplement(state, draft, procedure, words);
    if (decided.ok) desk.stores.petitions.keepDraft(draft, desk.world.clock());
    return decided;
  });
}

/** Paper 03: records why nothing is taken and queues the slip; the form has served its turn. */
export function refuseDraft(
  desk: DeskContext,
  { draft, reason }: Input<'intake.refuse'>,
  by: Caller,
): Answer<'intake.refuse'> {
  const words = { at: now(desk), reason };
  return giveSlip(desk, draft, by, (state) => {
    const decided = refuseIntake(state, draft, procedureOf(desk, draft), words);
    if (decided.ok) desk.stores.petitions.dropDraft(draft.id);
    return decided;
  });
}

/** Fact, slip and what becomes of the form in one transaction. What is recorded already is answered, not repeated. */
function giveSlip(
  desk: DeskContext,
  draft: Draft,
  by: Caller,
  decide: (state: DossierState) => Decided<SlipType>,
): Answer<'intake.refuse'> {
  const done = transact(desk.stores.db, () => {
    const [clash] = undecidedClash(desk, draft);
    if (clash !== undefined) return err<Refusals>([clash]);
    const decided = decide(desk.stores.projections.read(draft.id));
    if (!decided.ok) return decided;
    desk.stores.drafts.drop(draft.id);
    if (decided.value === null) return decided;
    desk.ledger.record(decided.value, by);
    desk.stores.prints.queue(draft.id, 0, slipOf(desk, decided.value, by.name, by, 0), desk.world.clock());
    return decided;
  });
  if (!done.ok) return done;
  if (done.value !== null) desk.recorded([draft.id]);
  return ok({ id: draft.id });
}

export function listPetitions(desk: DeskContext, query: string): Answer<'petition.list'> {
  const { petitions } = desk.stores;
  const rows = petitions.waiting(query, listed, sentMark(desk)).map((one) => rowOf(desk, one));
  return ok({ rows, waiting: petitions.waitingCount() });
}

/** The newest form there is: left half-way this time, kept with the slip, or made from the facts of another desk. */
export function resumePetition(desk: DeskContext, id: string): Answer<'petition.resume'> {
  const state = desk.stores.projections.read(id);
  if (!isPetition(state)) return err([refuse('petition-unknown')]);
  if (state.status !== 'intakeSupplement') return err([refuse('petition-closed')]);
  const kept = desk.stores.drafts.get(id) ?? desk.stores.petitions.draftOf(id);
  const form = kept ?? draftOfPetition(state, rulesToday(desk).procedure(state.procedure.code));
  return ok({ draft: ofToday(desk, form) });
}

export function lapse(desk: DeskContext, id: string, by: Caller): Answer<'petition.lapse'> {
  const done = transact(desk.stores.db, () => {
    const decided = lapsePetition(desk.stores.projections.read(id), now(desk));
    if (!decided.ok || decided.value === null) return decided;
    desk.ledger.record(decided.value, by);
    desk.stores.drafts.drop(id);
    desk.stores.petitions.dropDraft(id);
    return decided;
  });
  if (!done.ok) return done;
  desk.recorded([id]);
  return ok({});
}

/** A slip that was lost, from the ledger: as it was signed then, marked as a reprint. */
export function reprintSlip(desk: DeskContext, id: string, by: Caller): Answer<'petition.print'> {
  const last = lastSlip(desk, id);
  if (last === null) return err([refuse('petition-unknown')]);
  const copy = desk.stores.prints.reprintsOf(id) + 1;
  const form = slipOf(desk, last.fact, officerName(desk, last.actor), by, copy);
  desk.stores.prints.queue(id, copy, form, desk.world.clock());
  desk.recorded([id]);
  return ok({});
}

function lastSlip(desk: DeskContext, id: string): { readonly fact: SlipFact; readonly actor: string } | null {
  for (const { event } of desk.stores.log.ofDossier(id).toReversed()) {
    const read = readFact(event);
    if (read.kind !== 'fact') continue;
    const { fact } = read;
    if (fact.type === 'intake.supplementRequested' || fact.type === 'intake.refused')
      return { fact, actor: event.actor };
  }
  return null;
}

function slipOf(desk: DeskContext, fact: SlipFact, signer: string, by: Caller, copy: number): FormDocument {
  const context = paperContext(desk, by, fact.body.at, copy);
  return fact.type === 'intake.refused'
    ? refusalSlip({ context, officerName: signer, refused: fact.body })
    : supplementSlip({ context, officerName: signer, asked: { stage: 'counter', body: fact.body } });
}

const rowOf = (desk: DeskContext, { petition, waiting }: ListedPetition): PetitionRow => ({
  id: petition.id,
  applicantName: petition.applicant.name,
  phone: petition.applicant.phone,
  procedureName: petition.procedure.name,
  askedAt: petition.askedAt,
  askedByName: officerName(desk, petition.askedBy),
  items: [...petition.items],
  reason: petition.reason,
  slips: petition.slips,
  sent: waiting === 0,
});
