import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { SyncView } from '../../shared/contract/sync/views.ts';
import { formatCount } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { useStores } from '../frame/stores.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useNow, useWords } from '../parts/words.ts';
import { ConnectionCard } from './connection-card.tsx';
import { Hero } from './hero.tsx';
import { HereCard, IncomingCard, QueueCard } from './sync-cards.tsx';

/** The honest page: what is safe here, what waits to go, what cannot be known until the line is back. */
export function SyncScreen() {
  const { sync, session, run } = useStores();
  const { t } = useWords();
  const view = useStore(sync, (state) => state.view);
  const upper = useStore(session, (state) => state.view?.desk?.agency.upperName ?? '');
  const now = useNow();

  useEffect(() => run(sync.getState().load()), [run, sync]);
  if (view === null || now === null) return <p className="centre">{t.app.opening}</p>;
  return (
    <div className="sync">
      <h1 className="unseen">{t.sync.title}</h1>
      <Hero view={view} now={now} upper={upper} />
      <div className="sync-three">
        <HereCard view={view} now={now} />
        <QueueCard view={view} now={now} />
        <IncomingCard view={view} now={now} upper={upper} />
      </div>
      <ConnectionCard view={view} now={now} />
      {view.line !== 'online' && <WhenBack view={view} upper={upper} />}
    </div>
  );
}

function WhenBack({ view, upper }: { readonly view: SyncView; readonly upper: string }) {
  const { t } = useWords();
  const count = formatCount(view.queuedDossiers);
  const steps: readonly { readonly icon: IconName; readonly text: string }[] = [
    { icon: 'up', text: fill(t.sync.step1, { count }) },
    { icon: 'give', text: fill(t.sync.step2, { upper }) },
    { icon: 'check', text: fill(t.sync.step3, { count }) },
    { icon: 'cloud', text: t.sync.step4 },
  ];
  return (
    <section className="card pad when-back" aria-label={t.sync.whenBack}>
      <b>{t.sync.whenBack}</b>
      <ol>
        {steps.map(({ icon, text }, n) => (
          <li key={icon}>
            <Icon name={icon} />
            <b>{n + 1}</b> {text}
          </li>
        ))}
      </ol>
    </section>
  );
}
