import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import type { DeskView } from '../../shared/contract/machine/views.ts';
import { ReprintPanel } from '../dossier/detail/reprint-panel.tsx';
import { StepPanel } from '../dossier/detail/step-panel.tsx';
import { isUntouched } from '../intake/intake-state.ts';
import { useKeys } from '../keys/key-router.ts';
import { ClockNotes } from '../machine/clock-note.tsx';
import { lockScreen } from '../machine/lock.ts';
import { useIdleLock } from '../machine/use-idle-lock.ts';
import { Header } from './header.tsx';
import { HelpPanel } from './help-panel.tsx';
import { KeyBar } from './key-bar.tsx';
import { mayReceive, receivesCitizens } from './may-receive.ts';
import { NoticeLine } from './notice-line.tsx';
import { Rail } from './rail.tsx';
import { useStores } from './stores.ts';
import { TroubleBar } from './trouble-bar.tsx';

/** What surrounds every screen: header, rail, the screen, and the keys that work on it. */
export function Frame({ view, children }: { readonly view: DeskView; readonly children: ReactNode }) {
  const stores = useStores();
  const { navigation, focus, notices, sync, printing, list, editions, intake, run } = stores;
  const help = useStore(navigation, (state) => state.help);
  const screen = useStore(navigation, (state) => state.place.screen);
  const isCounter = receivesCitizens(view);
  const { go, toggleHelp } = navigation.getState();

  useEffect(() => {
    run(
      Promise.all([
        sync.getState().load(),
        printing.getState().load(),
        list.getState().load(),
        editions.getState().load(),
      ]),
    );
  }, [run, sync, printing, list, editions]);

  useIdleLock();
  useEffect(() => {
    if (!isCounter && navigation.getState().place.screen === 'intake') go({ screen: 'dossiers' });
  }, [isCounter, navigation, go]);
  const goTo = (screen: 'intake' | 'dossiers' | 'handOver') => () => {
    notices.getState().clear();
    if (screen !== 'dossiers' && !mayReceive(stores)) return;
    go({ screen });
  };

  useKeys(
    {
      F1: () => toggleHelp(),
      F2: () => {
        const untouched = isUntouched(intake.getState());
        goTo('intake')();
        if (!isCounter) return;
        if (untouched) focus.getState().want('omni');
        else run(intake.getState().open());
      },
      F3: () => focus.getState().want('omni'),
      F4: goTo('dossiers'),
      F5: () => run(sync.getState().sendNow()),
      F6: goTo('handOver'),
      'Ctrl+Alt+L': () => run(lockScreen(stores)),
    },
    'frame',
  );

  return (
    <div className={view.demo ? 'frame demo' : 'frame'}>
      <Header view={view} />
      <Rail isCounter={isCounter} />
      <main className="main">
        <TroubleBar readingOnly={view.readingOnly} />
        {screen !== 'intake' && <NoticeLine />}
        {screen !== 'intake' && <ClockNotes name="clockReason" />}
        {children}
      </main>
      <KeyBar />
      <ReprintPanel />
      <StepPanel />
      {help && <HelpPanel />}
    </div>
  );
}
