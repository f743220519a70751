import { useStore } from 'zustand';
import type { DeskView } from '../../shared/contract/machine/views.ts';
import { dateOf } from '../../shared/domain/base/local-date.ts';
import { formatCount, formatTime } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import { SyncPill } from '../sync/sync-pill.tsx';
import { Omnibox } from './omnibox-box.tsx';
import { useStores } from './stores.ts';

export function Header({ view }: { readonly view: DeskView }) {
  const { navigation } = useStores();
  const { t, date } = useWords();
  const { desk, officer, now } = view;
  if (desk === null || officer === null) return null;
  return (
    <header className="top">
      <div className="org">
        {desk.agency.name}
        <small>{sentenceCase(desk.agency.deskLine)}</small>
      </div>
      <Omnibox />
      <span className="gap" />
      {view.demo && <span className="demo-mark">{t.app.demo}</span>}
      <SyncPill />
      <PrinterPill />
      <button type="button" className="me" onClick={() => navigation.getState().go({ screen: 'settings' })}>
        {officer.name} · {fill(t.app.counter, { digit: desk.deskDigit })}
        <small>
          {formatTime(now)} · {date(dateOf(now))}
        </small>
      </button>
    </header>
  );
}

function PrinterPill() {
  const { printing, navigation } = useStores();
  const { t } = useWords();
  const state = useStore(printing, (status) => status.state);
  if (state === null) return null;
  const unprinted = fill(t.printer.unprinted, { count: formatCount(state.unprinted) });
  const words = [t.printer[state.condition], ...(state.unprinted > 0 ? [unprinted] : [])];
  return (
    <button type="button" className="pill" onClick={() => navigation.getState().go({ screen: 'settings' })}>
      <Icon name="print" />
      <span className="unseen">{t.printer.label}: </span>
      <span className={state.condition === 'ready' && state.unprinted === 0 ? 'wide' : ''}>
        {words.join(' · ')}
      </span>
    </button>
  );
}

/** Signs are in capitals, screens are not. */
const sentenceCase = (text: string): string => {
  const lower = text.toLocaleLowerCase('vi');
  return lower.charAt(0).toLocaleUpperCase('vi') + lower.slice(1);
};
