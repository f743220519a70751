import { useStore } from 'zustand';
import { Kbd } from '../parts/kbd.tsx';
import { useWords } from '../parts/words.ts';
import { screenKeyHints } from './key-hints.ts';
import { useStores } from './stores.ts';

/** The keys of this screen, always in sight. */
export function KeyBar() {
  const { navigation } = useStores();
  const { t } = useWords();
  const { screen } = useStore(navigation, (state) => state.place);
  const hints = screenKeyHints[screen];
  return (
    <footer className="keybar" aria-label={t.keys.label}>
      {hints.map(({ key, means }, n) => (
        <span key={key} className={n === hints.length - 1 ? 'last' : ''}>
          <Kbd name={key} /> {t.keys[means]}
        </span>
      ))}
    </footer>
  );
}
