import { useStore } from 'zustand';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import { useStores } from './stores.ts';

/** Something broke that no officer can mend. Says so, and that what was saved is safe. */
export function TroubleBar() {
  const { notices } = useStores();
  const { t } = useWords();
  const trouble = useStore(notices, (state) => state.trouble);
  if (!trouble) return null;
  return (
    <div className="note late" role="alert">
      <Icon name="alert" />
      {t.app.unexpected}
    </div>
  );
}
