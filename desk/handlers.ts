import type { Handlers } from '../shared/contract/dispatch.ts';
import { searchProcedures } from '../shared/domain/catalogue/procedure-search.ts';
import { err, ok } from '../shared/result.ts';
import { closeCash, openCash, viewCash, voidSpoilt } from './cash/cash.ts';
import { redateAll, viewEditions } from './catalogue/editions.ts';
import { viewOfProcedure } from './catalogue/rules.ts';
import { type DeskContext, rulesToday } from './context.ts';
import { correctDossier, previewCorrection, previewVoid, voidDossier } from './correction/corrections.ts';
import { deliver, dossierByReceipt, finish, getDossier, listDossiers } from './dossier/dossier-service.ts';
import { reprint } from './dossier/receipt.ts';
import { printPaper } from './dossier/step-papers.ts';
import { takeStep } from './dossier/steps.ts';
import {
  dropDraft,
  openIntake,
  previewIntake,
  receiveDraft,
  recentIntake,
  saveDraft,
  undoIntake,
} from './intake/intake.ts';
import {
  askForMore,
  lapse,
  listPetitions,
  refuseDraft,
  reprintSlip,
  resumePetition,
} from './intake/petitions.ts';
import { deskViewOf } from './machine/desk-view.ts';
import type { PrintQueue } from './machine/print-queue.ts';
import type { Session } from './machine/session.ts';
import { printBooks, viewBooks } from './office/books.ts';
import { findPersons, scanPerson } from './people/persons.ts';
import type { SyncLoop } from './sync/sync-loop.ts';
import { syncViewOf } from './sync/sync-view.ts';

const foundProcedures = 12;

/** The desk's side of every row of the contract, for one connection. */
export function handlersOf(
  desk: DeskContext,
  session: Session,
  prints: PrintQueue,
  sync: SyncLoop,
): Handlers {
  const view = () => ok(deskViewOf(desk, session));
  const syncView = () => syncViewOf(desk.world.clock, desk.stores, desk.enrolment, sync.state());
  return {
    'desk.view': view,
    'desk.enrol': async (input) => {
      const done = await desk.enrolment.enrol(input);
      if (!done.ok) return err([done.error]);
      // Officers come down the feed: without the first page nobody could sign in.
      await sync.nudge();
      return view();
    },
    'session.signIn': async ({ officer, pin }) => {
      const done = await session.signIn(officer, pin);
      return done.ok ? view() : err([done.error]);
    },
    'session.signOut': () => {
      session.signOut();
      return view();
    },
    'intake.open': (_, by) => openIntake(desk, by),
    'intake.saveDraft': (draft, by) => saveDraft(desk, draft, by),
    'intake.dropDraft': ({ id }) => dropDraft(desk, id),
    'intake.preview': (draft) => previewIntake(desk, draft),
    'intake.receive': (input, by) => receiveDraft(desk, input, by),
    'intake.undo': ({ id }, by) => undoIntake(desk, id, by),
    'intake.recent': () => recentIntake(desk),
    'intake.requestSupplement': (input, by) => askForMore(desk, input, by),
    'intake.refuse': (input, by) => refuseDraft(desk, input, by),
    'petition.list': ({ query }) => listPetitions(desk, query),
    'petition.resume': ({ id }) => resumePetition(desk, id),
    'petition.print': ({ id }, by) => reprintSlip(desk, id, by),
    'petition.lapse': ({ id }, by) => lapse(desk, id, by),
    'procedure.find': ({ query }) =>
      ok(searchProcedures(query, rulesToday(desk).procedures).slice(0, foundProcedures).map(viewOfProcedure)),
    'person.scan': (input) => scanPerson(desk, input),
    'person.find': ({ query }) => findPersons(desk, query),
    'dossier.list': (input) => listDossiers(desk, input),
    'dossier.get': ({ id }, by) => getDossier(desk, id, by),
    'dossier.byReceipt': ({ text }) => dossierByReceipt(desk, text),
    'dossier.markReady': (input, by) => finish(desk, input, by),
    'dossier.handOver': (input, by) => deliver(desk, input, by),
    'dossier.step': (input, by) => takeStep(desk, input, by),
    'dossier.correctPreview': (input, by) => previewCorrection(desk, input, by),
    'dossier.correct': (input, by) => correctDossier(desk, session, input, by),
    'dossier.voidPreview': ({ id }, by) => previewVoid(desk, id, by),
    'dossier.void': (input, by) => voidDossier(desk, session, input, by),
    'dossier.print': (input, by) => printPaper(desk, input, by),
    'receipt.reprint': (input, by) => reprint(desk, input, by),
    'books.view': ({ day }) => viewBooks(desk, day),
    'books.print': (input, by) => printBooks(desk, input, by),
    'edition.view': () => viewEditions(desk),
    'edition.redate': ({ reason }, by) => redateAll(desk, reason, by),
    'cash.view': (_, by) => viewCash(desk, by),
    'cash.open': (input, by) => openCash(desk, input, by),
    'cash.voidReceipt': (input, by) => voidSpoilt(desk, input, by),
    'cash.close': (input, by) => closeCash(desk, input, by),
    'print.state': () => ok(prints.state()),
    'print.retry': async () => {
      await prints.retry();
      return ok(prints.state());
    },
    'print.setPaper': ({ paper }) => {
      desk.stores.settings.set('paper', paper);
      return ok(prints.state());
    },
    'sync.view': () => ok(syncView()),
    'sync.now': async () => {
      await sync.nudge();
      return ok(syncView());
    },
  };
}
