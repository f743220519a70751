import { transact } from '../../db/open.ts';
import type { Answer } from '../../shared/contract/desk-api.ts';
import type { Caller } from '../../shared/contract/dispatch.ts';
import { refuse } from '../../shared/contract/refusal.ts';
import { actingRole } from '../../shared/domain/base/roles.ts';
import { differences } from '../../shared/domain/catalogue/catalogue.ts';
import { isEditionKind, readEdition } from '../../shared/domain/catalogue/edition.ts';
import { affectedDue, type NewDates } from '../../shared/domain/dossier/affected.ts';
import { type Dossier, isAccepted } from '../../shared/domain/dossier/dossier.ts';
import { transitions } from '../../shared/domain/dossier/lifecycle.ts';
import { decideStep } from '../../shared/domain/dossier/processing.ts';
import { err, ok } from '../../shared/result.ts';
import { shippedCatalogues } from '../../shared/seed/editions.ts';
import { type DeskContext, now, rulesToday, today } from '../context.ts';
import { receiptOf } from '../dossier/receipt.ts';
import { paperOf } from '../machine/print-queue.ts';
import type { Stores } from '../stores.ts';
import { procedureAtIntake } from './intake-edition.ts';

/**
 * Takes an edition from the feed.
 * @returns false for what this build does not know, cannot read or cannot complete yet: it is kept aside
 */
export function takeEdition({ editions }: Pick<Stores, 'editions'>, kind: string, text: string): boolean {
  if (!isEditionKind(kind)) return false;
  const edition = readEdition(kind, text);
  return edition !== null && editions.put(kind, edition);
}

/** Open dossiers whose receipts a new calendar has made wrong, by the date that is printed on them. */
function affected(desk: DeskContext): readonly { readonly dossier: Dossier; readonly dates: NewDates }[] {
  // Nothing can be affected while every promise was counted with the only calendar there is.
  if (desk.stores.editions.count('calendar') < 2) return [];
  const { calendar } = rulesToday(desk);
  return desk.stores.list.openIds().flatMap((id) => {
    const dossier = desk.stores.projections.read(id);
    if (!isAccepted(dossier)) return [];
    const procedure = procedureAtIntake(desk, dossier);
    const dates = affectedDue(dossier, procedure === null ? null : { procedure, calendar });
    return dates === null ? [] : [{ dossier, dates }];
  });
}

/** What the newest editions changed: procedures, and the receipts in citizens' hands. */
export function viewEditions(desk: DeskContext): Answer<'edition.view'> {
  const catalogue = desk.stores.editions.inForce('catalogue', today(desk));
  const before =
    catalogue === null || shippedCatalogues.has(catalogue.edition)
      ? null
      : desk.stores.editions.catalogueBefore(today(desk), catalogue.edition);
  return ok({
    calendar: rulesToday(desk).calendar.edition,
    changes: catalogue === null || before === null ? [] : [...differences(before, catalogue)],
    affected: affected(desk).map(({ dossier, dates }) => ({
      id: dossier.id,
      code: dossier.received.code,
      applicantName: dossier.current.applicant.name,
      procedureName: dossier.current.procedure.name,
      dueAt: dossier.dueAt,
      newDueAt: dates.newDueAt,
    })),
  });
}

/** Gives every affected dossier its new date by a fact of its own and prints its receipt anew; nothing else moves. */
export function redateAll(desk: DeskContext, reason: string, by: Caller): Answer<'edition.redate'> {
  const role = actingRole(by.roles, transitions['dossier.redated'].by);
  if (role === null) return err([refuse('not-permitted')]);
  if (reason.trim() === '') return err([refuse('reason-missing', 'reason')]);
  const done = transact(desk.stores.db, () => {
    const found = affected(desk);
    for (const one of found) redate(desk, one.dossier, one.dates, reason.trim(), { ...by, role });
    return found.map(({ dossier }) => dossier.id);
  });
  desk.recorded(done);
  return ok({ redated: done.length });
}

function redate(desk: DeskContext, dossier: Dossier, dates: NewDates, reason: string, by: Caller): void {
  const { calendar, rules } = rulesToday(desk);
  const body = {
    at: now(desk),
    reason,
    calendarEdition: calendar.edition,
    oldDueAt: dossier.dueAt,
    ...dates,
  };
  const redated = { type: 'dossier.redated', dossier: dossier.id, body } as const;
  const fact = decideStep(dossier, redated, { actor: by.officer, role: by.role }, rules);
  if (!fact.ok) return;
  desk.ledger.record(fact.value, by);
  const state = desk.stores.projections.read(dossier.id);
  if (!isAccepted(state)) return;
  const form = receiptOf(desk, state, { paper: paperOf(desk.stores), copy: 0, printedBy: by.officer });
  desk.stores.prints.queue(dossier.id, 0, form, desk.world.clock());
}
