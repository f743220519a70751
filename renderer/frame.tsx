import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import type { DeskView } from '../shared/contract/views.ts';
import { useKeys } from './keys/key-router.ts';
import { Header } from './parts/header.tsx';
import { HelpPanel } from './parts/help-panel.tsx';
import { KeyBar } from './parts/key-bar.tsx';
import { Rail } from './parts/rail.tsx';
import { ReprintPanel } from './parts/reprint-panel.tsx';
import { TroubleBar } from './parts/trouble-bar.tsx';
import { isUntouched } from './stores/intake.ts';
import { useStores } from './stores/stores.ts';

/** What surrounds every screen: header, rail, the screen, and the keys that work on it. */
export function Frame({ view, children }: { readonly view: DeskView; readonly children: ReactNode }) {
  const stores = useStores();
  const { navigation, focus, notices, sync, printing, list, intake, session, run } = stores;
  const help = useStore(navigation, (state) => state.help);
  const { go, toggleHelp } = navigation.getState();

  useEffect(() => {
    run(Promise.all([sync.getState().load(), printing.getState().load(), list.getState().load()]));
  }, [run, sync, printing, list]);

  const goTo = (screen: 'intake' | 'dossiers' | 'handOver' | 'sync') => () => {
    notices.getState().clear();
    go({ screen });
  };

  useKeys(
    {
      F1: () => toggleHelp(),
      F2: () => {
        const untouched = isUntouched(intake.getState());
        goTo('intake')();
        if (untouched) focus.getState().want('omni');
        else run(intake.getState().open());
      },
      F3: () => focus.getState().want('omni'),
      F4: goTo('dossiers'),
      F5: () => run(sync.getState().sendNow()),
      F6: goTo('handOver'),
      'Ctrl+Alt+L': () => run(session.getState().signOut()),
    },
    'frame',
  );

  return (
    <div className={view.demo ? 'frame demo' : 'frame'}>
      <Header view={view} />
      <Rail />
      <main className="main">
        <TroubleBar />
        {children}
      </main>
      <KeyBar />
      <ReprintPanel />
      {help && <HelpPanel />}
    </div>
  );
}
