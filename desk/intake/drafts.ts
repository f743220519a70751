import type { Answer } from '../../shared/contract/desk-api.ts';
import type { Caller } from '../../shared/contract/dispatch.ts';
import { refuse } from '../../shared/contract/refusal.ts';
import { addDays, instantFromEpoch } from '../../shared/domain/base/local-date.ts';
import { quickPicks } from '../../shared/domain/catalogue/procedure-search.ts';
import { isAccepted } from '../../shared/domain/dossier/dossier.ts';
import { type Draft, emptyDraft, isEmptyDraft } from '../../shared/domain/intake/draft.ts';
import { petitionClosed } from '../../shared/domain/intake/petition.ts';
import { err, ok } from '../../shared/result.ts';
import { viewOfProcedure } from '../catalogue/rules.ts';
import { type DeskContext, me, rulesToday, today } from '../context.ts';
import type { Session } from '../machine/session.ts';
import { ofToday } from './intake-checks.ts';

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

/** Received, refused or lapsed: nothing more is written down under this id. */
function isDecided(desk: DeskContext, id: string): boolean {
  const state = desk.stores.projections.read(id);
  return isAccepted(state) || petitionClosed(state) !== null;
}
