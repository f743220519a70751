import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { syncPill } from '../../shared/domain/sync/sync-pill.ts';
import { useStores } from '../frame/stores.ts';
import { Icon } from '../parts/icon.tsx';
import { useNow, useWords } from '../parts/words.ts';
import { pillWords } from './pill-words.ts';

/** A reader of the screen hears of the line at most this often. */
const quietMs = 600_000;

export function SyncPill() {
  const { sync, navigation } = useStores();
  const { t } = useWords();
  const now = useNow();
  const view = useStore(sync, (state) => state.view);
  const pill = view === null || now === null ? null : syncPill(view, now, []);
  const spoken = useSpoken(pill === null ? '' : pillWords(pill, t).text);
  if (pill === null) return null;
  const { icon, text } = pillWords(pill, t);
  return (
    <>
      <button
        type="button"
        className={pill.kind === 'risk' ? 'pill risk' : 'pill'}
        onClick={() => navigation.getState().go({ screen: 'sync' })}
      >
        <Icon name={icon} />
        <span>{emphasised(text)}</span>
      </button>
      <output className="unseen">{spoken}</output>
    </>
  );
}

/** Figures stand out: they are what the eye comes for. */
const emphasised = (text: string) =>
  text.split(/(\d[\d./]*)/).map((part, n) => (n % 2 === 1 ? <b key={part}>{part}</b> : part));

function useSpoken(text: string): string {
  const { timers } = useStores();
  const [spoken, setSpoken] = useState(text);
  const newest = useRef(text);
  const resting = useRef(false);
  useEffect(() => {
    newest.current = text;
    if (text === '' || resting.current) return;
    resting.current = true;
    setSpoken(text);
    timers.after(quietMs, () => {
      resting.current = false;
      setSpoken(newest.current);
    });
  }, [text, timers]);
  return spoken;
}
