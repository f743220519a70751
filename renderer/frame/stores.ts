import { createContext, useContext } from 'react';
import { en } from '../../shared/text/en.ts';
import { vi } from '../../shared/text/vi.ts';
import { createCash } from '../cash/cash-store.ts';
import { createEditions } from '../catalogue/editions.ts';
import { createCorrection } from '../correction/correction.ts';
import { createVoiding } from '../correction/voiding.ts';
import { createOpenDossier } from '../dossier/detail/dossier-detail.ts';
import { createReprint } from '../dossier/detail/reprint.ts';
import { createSteps } from '../dossier/detail/steps.ts';
import { createHandOver } from '../dossier/hand-over/hand-over-store.ts';
import { createDossierList } from '../dossier/list/dossier-list.ts';
import { createIntake } from '../intake/intake-store.ts';
import { createPetitions } from '../intake/petitions.ts';
import { createRecent } from '../intake/recent.ts';
import { createSlipRequest } from '../intake/slip-request.ts';
import { createPrintStatus } from '../machine/print-status.ts';
import { createSession } from '../machine/session.ts';
import { watchClock } from '../machine/watch-clock.ts';
import { createBooks } from '../office/books-store.ts';
import { createSyncStatus } from '../sync/sync-status.ts';
import type { World } from '../world.ts';
import type { Backstage } from './backstage.ts';
import { createFocus } from './focus.ts';
import { createNavigation } from './navigation.ts';
import { createNotices } from './notice.ts';
import { createOmnibox } from './omnibox.ts';
import { createPreferences } from './preferences.ts';

/** One store per concern, made once per window: two windows of one test share nothing. */
export function createStores(world: World) {
  const focus = createFocus();
  const navigation = createNavigation();
  const notices = createNotices(world.timers);
  const preferences = createPreferences(world.memory);
  const run = (work: Promise<unknown>) => {
    work.catch((cause: unknown) => {
      notices.getState().fail();
      console.error(cause);
    });
  };
  const session = createSession(world);
  const desk = watchClock(world.desk, () => run(session.getState().load()));
  const stage: Backstage = { ...world, desk, focus, navigation, notices, run };
  const intake = createIntake(stage);
  return {
    ...stage,
    preferences,
    session,
    sync: createSyncStatus(stage),
    printing: createPrintStatus(stage),
    intake,
    slip: createSlipRequest(stage, intake),
    petitions: createPetitions(stage),
    recent: createRecent(stage),
    reprint: createReprint(stage),
    steps: createSteps(stage),
    correction: createCorrection(stage),
    voiding: createVoiding(stage),
    books: createBooks(stage),
    cash: createCash(stage),
    editions: createEditions(stage),
    list: createDossierList(stage),
    dossier: createOpenDossier(stage),
    handOver: createHandOver(stage),
    omnibox: createOmnibox(stage, (screen) => {
      const { rail, omni } = preferences.getState().language === 'vi' ? vi : en;
      return [rail[screen], ...omni.also[screen]];
    }),
  };
}

export type Stores = ReturnType<typeof createStores>;

export const StoresContext = createContext<Stores | null>(null);

/** @throws Error outside the provider: a bug */
export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (stores === null) throw new Error('No stores: a screen was drawn outside the app');
  return stores;
}
