import { useStore } from 'zustand';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import { useStores } from './stores.ts';

/** The last thing that happened; read out politely, never in the way. */
export function NoticeLine() {
  const { notices } = useStores();
  const words = useWords();
  const notice = useStore(notices, (state) => state.notice);
  return (
    <output className="notice">
      {notice !== null && (
        <div className={`note ${notice.tone}`}>
          <Icon name={notice.tone === 'ok' ? 'check' : 'alert'} />
          <span>{notice.say(words)}</span>
        </div>
      )}
    </output>
  );
}
