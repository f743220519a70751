import { useStore } from 'zustand';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import type { ScreenName } from './navigation.ts';
import { useStores } from './stores.ts';

const above: readonly { readonly screen: ScreenName; readonly icon: IconName }[] = [
  { screen: 'intake', icon: 'plus' },
  { screen: 'dossiers', icon: 'list' },
  { screen: 'handOver', icon: 'give' },
  { screen: 'books', icon: 'book' },
  { screen: 'cash', icon: 'cash' },
];
const below: typeof above = [
  { screen: 'sync', icon: 'sync' },
  { screen: 'settings', icon: 'gear' },
];

/** The screens by name; badges count citizens who are being let down or hold a paper with a wrong date. */
export function Rail({ isCounter }: { readonly isCounter: boolean }) {
  const { navigation, list, editions, notices } = useStores();
  const { t } = useWords();
  const place = useStore(navigation, (state) => state.place);
  const overdue = useStore(list, ({ counts }) => counts?.overdue ?? 0);
  const affected = useStore(editions, ({ view }) => view?.affected.length ?? 0);
  const here = place.screen === 'dossier' ? 'dossiers' : place.screen;
  const item = ({ screen, icon }: (typeof above)[number]) => (
    <button
      key={screen}
      type="button"
      aria-current={here === screen ? 'page' : undefined}
      onClick={() => {
        notices.getState().clear();
        navigation.getState().go({ screen });
      }}
    >
      <Icon name={icon} large />
      {t.rail[screen]}
      {screen === 'dossiers' && overdue > 0 && (
        <span className="badge">
          {overdue}
          <span className="unseen"> {t.list.overdue}</span>
        </span>
      )}
      {screen === 'books' && affected > 0 && (
        <span className="badge">
          {affected}
          <span className="unseen"> {t.editions.title}</span>
        </span>
      )}
    </button>
  );
  return (
    <nav className="rail" aria-label={t.rail.label}>
      {above.filter(({ screen }) => isCounter || screen === 'dossiers').map(item)}
      <span className="gap" />
      {below.map(item)}
    </nav>
  );
}
