import { join } from 'node:path';
import { projectionVersion } from '../db/dossier/projections.ts';
import { transact } from '../db/open.ts';
import type { DeskEvent, DeskEventName } from '../shared/contract/desk-api.ts';
import { dispatchTo } from '../shared/contract/dispatch.ts';
import { day } from '../shared/domain/base/local-date.ts';
import { decree61 } from '../shared/domain/catalogue/rule-set.ts';
import { defaultFormOptions } from '../shared/forms/base/form-options.ts';
import { seedAgencyList, seedCalendar, seedCatalogue, seedFormSets } from '../shared/seed/editions.ts';
import { replayDeferred } from './catalogue/editions.ts';
import { openRuleBook } from './catalogue/rules.ts';
import type { DeskContext } from './context.ts';
import type { Desk } from './desk.ts';
import { handlersOf } from './handlers.ts';
import { openLiveDrafts } from './intake/live-drafts.ts';
import { openArchive } from './machine/archive.ts';
import { diskRefusal } from './machine/disk-faults.ts';
import { openEnrolment } from './machine/enrolment.ts';
import { openPinGuard } from './machine/pin-guard.ts';
import { startPrintQueue } from './machine/print-queue.ts';
import { openSession } from './machine/session.ts';
import type { DeskWorld } from './ports.ts';
import type { Stores } from './stores.ts';
import { openLedger } from './sync/ledger.ts';
import { startSyncLoop } from './sync/sync-loop.ts';
import { syncViewOf } from './sync/sync-view.ts';

type Listener = <E extends DeskEventName>(name: E, value: DeskEvent<E>) => void;

export const archiveFolder = 'archive';

/**
 * A desk over stores that are already open: brings them up to date, starts sync and printing.
 * @param release closes what the stores stand on, after everything has stopped
 */
export async function composeDesk(world: DeskWorld, stores: Stores, release: () => void): Promise<Desk> {
  importSeeds(stores);
  replayDeferred(stores);
  bringProjectionsUpToDate(stores);
  stores.petitions.dropEndedDrafts();
  const enrolment = await openEnrolment(world, stores);
  const rules = openRuleBook(stores.editions);
  const ledger = openLedger(world.clock, stores, enrolment, rules);

  const listeners = new Set<Listener>();
  /** News for screens: made only where somebody listens, and never in the way of the work it tells of. */
  const tell = <E extends DeskEventName>(name: E, news: () => DeskEvent<E>): void => {
    try {
      if (listeners.size === 0) return;
      const value = news();
      for (const listener of listeners) listener(name, value);
    } catch (cause) {
      world.report(cause);
    }
  };
  const prints = startPrintQueue(world, stores, openArchive(join(world.dataDir, archiveFolder)), () =>
    tell('print.changed', () => prints.state()),
  );
  const sync = startSyncLoop(world, stores, enrolment, {
    changed: () => tell('sync.changed', () => syncViewOf(world.clock, stores, enrolment, sync.state())),
    dossiers: (ids) => tell('dossiers.changed', () => ({ ids: [...ids] })),
    editions: () => {
      rules.forget();
      tell('dossiers.changed', () => ({ ids: [] }));
    },
  });
  const pins = openPinGuard(world, stores);
  const desk: DeskContext = {
    world,
    stores,
    enrolment,
    ledger,
    rules,
    liveDrafts: openLiveDrafts(),
    recorded(ids) {
      prints.wake();
      void sync.nudge();
      tell('dossiers.changed', () => ({ ids: [...ids] }));
      tell('print.changed', prints.state);
    },
  };

  return {
    connect() {
      const session = openSession(stores, pins);
      const dispatch = dispatchTo(handlersOf(desk, session, prints, sync), session.current, (cause) => {
        world.report(cause);
        return diskRefusal(cause);
      });
      const release = (): void => desk.liveDrafts.release(session);
      return {
        dispatch,
        release,
        close() {
          release();
          session.signOut();
        },
      };
    },
    listen(listener) {
      listeners.add(listener);
      // The present state first: what happened between a screen's question and this line would be missed.
      listener('sync.changed', syncViewOf(world.clock, stores, enrolment, sync.state()));
      listener('print.changed', prints.state());
      listener('dossiers.changed', { ids: [] });
      return () => listeners.delete(listener);
    },
    async close() {
      await Promise.all([sync.close(), prints.close()]);
      ledger.signHead();
      release();
    },
  };
}

/** After an update that folds or stores otherwise, everything shown is made again from the ledger. */
function bringProjectionsUpToDate(stores: Stores): void {
  if (stores.settings.get('projection-version') === projectionVersion) return;
  transact(stores.db, () => {
    stores.projections.rebuild();
    stores.settings.set('projection-version', projectionVersion);
  });
}

/** The editions the desk is shipped with; those of the district come down the feed and are newer. */
function importSeeds(stores: Stores): void {
  transact(stores.db, () => {
    const validFrom = day('2018-01-01');
    stores.editions.put('catalogue', seedCatalogue());
    stores.editions.put('calendar', { validFrom, edition: seedCalendar() });
    stores.editions.put('rules', { validFrom, edition: decree61 });
    stores.editions.put('forms', { validFrom, edition: defaultFormOptions });
    stores.editions.put('formSets', { validFrom, edition: seedFormSets() });
    stores.editions.put('agencies', { validFrom, edition: seedAgencyList() });
  });
}
