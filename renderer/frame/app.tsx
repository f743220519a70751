import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { unreachable } from '../../shared/result.ts';
import { CashScreen } from '../cash/cash.tsx';
import { DossierScreen } from '../dossier/detail/dossier.tsx';
import { HandOverScreen } from '../dossier/hand-over/hand-over.tsx';
import { DossiersScreen } from '../dossier/list/dossiers.tsx';
import { IntakeScreen } from '../intake/intake.tsx';
import { focusField } from '../keys/focus-order.ts';
import { createKeyRouter, KeyRouterContext } from '../keys/key-router.ts';
import { EnrolScreen } from '../machine/enrol.tsx';
import { SettingsScreen } from '../machine/settings.tsx';
import { SignInScreen } from '../machine/sign-in.tsx';
import { BooksScreen } from '../office/books.tsx';
import { useWords } from '../parts/words.ts';
import { watchWedge } from '../scan/wedge.ts';
import { SyncScreen } from '../sync/sync.tsx';
import { Frame } from './frame.tsx';
import { takeScan } from './scans.ts';
import { type Stores, StoresContext, useStores } from './stores.ts';

/** How often the desk is asked for the time: its clock dates the receipts, so its clock is shown. */
const clockMs = 10_000;

export function App({ stores, page }: { readonly stores: Stores; readonly page: Window }) {
  const router = useMemo(() => createKeyRouter(), []);

  useEffect(() => {
    page.addEventListener('keydown', router.handle);
    const stopScans = watchWedge(page, stores.timers, (scan) => stores.run(takeScan(stores, scan)));
    return () => {
      stopScans();
      page.removeEventListener('keydown', router.handle);
    };
  }, [page, router, stores]);

  useEffect(() => {
    let cancel = () => {};
    const tick = () => {
      stores.run(stores.session.getState().load());
      cancel = stores.timers.after(clockMs, tick);
    };
    tick();
    return () => cancel();
  }, [stores]);

  const look = useStore(stores.preferences);
  useEffect(() => {
    const root = page.document.documentElement;
    root.setAttribute('data-theme', look.theme);
    root.setAttribute('data-text-size', look.textSize);
    root.setAttribute('lang', look.language);
  }, [page, look.theme, look.textSize, look.language]);

  const wanted = useStore(stores.focus, (state) => state.wanted);
  useEffect(() => {
    if (wanted !== null) focusField(page.document, wanted.field);
  }, [page, wanted]);

  return (
    <StoresContext value={stores}>
      <KeyRouterContext value={router}>
        <Door />
      </KeyRouterContext>
    </StoresContext>
  );
}

/** Enrolled and signed in, in that order; only then the counter. */
function Door() {
  const { session } = useStores();
  const { t } = useWords();
  const view = useStore(session, (state) => state.view);
  if (view === null) return <p className="centre">{t.app.opening}</p>;
  if (view.desk === null) return <EnrolScreen demo={view.demo} />;
  if (view.officer === null) return <SignInScreen view={view} />;
  return (
    <Frame view={view}>
      <Place />
    </Frame>
  );
}

function Place() {
  const { navigation } = useStores();
  const place = useStore(navigation, (state) => state.place);
  switch (place.screen) {
    case 'intake':
      return <IntakeScreen />;
    case 'dossiers':
      return <DossiersScreen />;
    case 'dossier':
      return <DossierScreen id={place.id} />;
    case 'handOver':
      return <HandOverScreen />;
    case 'books':
      return <BooksScreen />;
    case 'cash':
      return <CashScreen />;
    case 'sync':
      return <SyncScreen />;
    case 'settings':
      return <SettingsScreen />;
    default:
      return unreachable(place);
  }
}
