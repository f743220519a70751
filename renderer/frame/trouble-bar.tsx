import { useStore } from 'zustand';
import type { DeskView } from '../../shared/contract/machine/views.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import { useStores } from './stores.ts';

/** What no officer can mend: something broke, or the desk could only be opened to read. Says so, and what is safe. */
export function TroubleBar({ readingOnly }: Pick<DeskView, 'readingOnly'>) {
  const { notices } = useStores();
  const { t } = useWords();
  const trouble = useStore(notices, (state) => state.trouble);
  if (!trouble && readingOnly === null) return null;
  return (
    <div className="note late" role="alert">
      <Icon name="alert" />
      {readingOnly === null ? t.app.unexpected : t.app.readingOnly[readingOnly]}
    </div>
  );
}
