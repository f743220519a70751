import { createContext, useContext } from 'react';
import { en } from '../../shared/text/en.ts';
import { vi } from '../../shared/text/vi.ts';
import type { World } from '../world.ts';
import type { Backstage } from './backstage.ts';
import { createBooks } from './books.ts';
import { createCash } from './cash.ts';
import { createCorrection } from './correction.ts';
import { createOpenDossier } from './dossier-detail.ts';
import { createDossierList } from './dossier-list.ts';
import { createEditions } from './editions.ts';
import { createFocus } from './focus.ts';
import { createHandOver } from './hand-over.ts';
import { createIntake } from './intake.ts';
import { createNavigation } from './navigation.ts';
import { createNotices } from './notice.ts';
import { createOmnibox } from './omnibox.ts';
import { createPetitions } from './petitions.ts';
import { createPreferences } from './preferences.ts';
import { createPrintStatus } from './print-status.ts';
import { createRecent } from './recent.ts';
import { createReprint } from './reprint.ts';
import { createSession } from './session.ts';
import { createSlipRequest } from './slip-request.ts';
import { createSteps } from './steps.ts';
import { createSyncStatus } from './sync-status.ts';
import { createVoiding } from './voiding.ts';

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
  const stage: Backstage = { ...world, focus, navigation, notices, run };
  const intake = createIntake(stage);
  return {
    ...stage,
    preferences,
    session: createSession(stage),
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
    omnibox: createOmnibox(stage, () => (preferences.getState().language === 'vi' ? vi.rail : en.rail)),
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
