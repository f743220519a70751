import { datingCalls } from '../shared/contract/dating-calls.ts';
import { type DeskEvent, type DeskEventName, isMethodName } from '../shared/contract/desk-api.ts';
import { type Dispatch, dispatchTo } from '../shared/contract/dispatch.ts';
import { readingCalls } from '../shared/contract/reading-calls.ts';
import { refuse } from '../shared/contract/refusal.ts';
import { err } from '../shared/result.ts';
import { openRuleBook } from './catalogue/rules.ts';
import type { DeskContext } from './context.ts';
import type { Desk } from './desk.ts';
import type { Footing } from './footing.ts';
import { handlersOf } from './handlers.ts';
import { openLiveDrafts } from './intake/live-drafts.ts';
import { clockRefusal } from './machine/clock.ts';
import { diskRefusal } from './machine/disk-faults.ts';
import { openPinGuard } from './machine/pin-guard.ts';
import { startPrintQueue } from './machine/print-queue.ts';
import { openSession } from './machine/session.ts';
import type { DeskWorld } from './ports.ts';
import type { Stores } from './stores.ts';
import { syncViewOf } from './sync/sync-view.ts';

type Listener = <E extends DeskEventName>(name: E, value: DeskEvent<E>) => void;

/**
 * A desk over stores that are already open and up to date: starts sync and printing.
 * @param release closes what the stores stand on, after everything has stopped
 */
export function composeDesk(world: DeskWorld, stores: Stores, footing: Footing, release: () => void): Desk {
  const { enrolment, readingOnly } = footing;
  const rules = openRuleBook(stores.editions);
  const ledger = footing.ledgerBy(rules);

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
  const prints = startPrintQueue(world, stores, footing.archive, () =>
    tell('print.changed', () => prints.state()),
  );
  const sync = footing.startSync({
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
    readingOnly,
    recorded(ids) {
      prints.wake();
      sync.recorded();
      tell('dossiers.changed', () => ({ ids: [...ids] }));
      tell('print.changed', prints.state);
    },
  };

  return {
    connect() {
      const session = openSession(stores, pins);
      const answer = dispatchTo(
        handlersOf(desk, session, prints, sync),
        session.current,
        (cause) => {
          world.report(cause);
          return diskRefusal(cause);
        },
        // The clock is asked before anything that is recorded at its hour.
        (name) => (readingOnly === null && datingCalls.has(name) ? clockRefusal(desk) : null),
      );
      const dispatch = readingOnly === null ? answer : readOnly(answer);
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

/** Lets through what records nothing. */
function readOnly(answer: Dispatch): Dispatch {
  return (name, input) =>
    isMethodName(name) && !readingCalls.has(name)
      ? Promise.resolve(err([refuse('read-only')]))
      : answer(name, input);
}
