import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../frame/stores.ts';
import { useKeys } from '../keys/key-router.ts';
import { Icon } from '../parts/icon.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { useWords } from '../parts/words.ts';
import { CashField } from './cash-field.tsx';
import { OpenDrawer } from './open-drawer.tsx';
import { Unnumbered } from './unnumbered.tsx';

/** The officer's drawer. Money never keeps a citizen waiting: without one it is taken and recorded all the same. */
export function CashScreen() {
  const { cash, navigation, run } = useStores();
  const words = useWords();
  const { t } = words;
  const { view, refusal } = useStore(cash);
  useEffect(() => run(cash.getState().load()), [run, cash]);
  const isOpen = view !== null && view.shift !== null;
  const primary = () => run(isOpen ? cash.getState().close() : cash.getState().openShift());
  useKeys({
    F9: primary,
    'Ctrl+Enter': primary,
    Escape: () => navigation.getState().go({ screen: 'intake' }),
  });
  if (view === null) return <p className="centre">{t.app.opening}</p>;
  return (
    <>
      <h1>{t.cash.title}</h1>
      {refusal !== null && (
        <div className="note late" role="alert">
          <Icon name="alert" />
          {words.refusal(refusal)}
        </div>
      )}
      {view.usedTwice.length > 0 && (
        <div className="note today">
          <Icon name="flag" />
          {t.cash.usedTwice} {view.usedTwice.map(({ symbol, serial }) => `${symbol} ${serial}`).join(', ')}
        </div>
      )}
      <div className="books" data-form>
        {view.unnumbered.length > 0 && <Unnumbered takings={view.unnumbered} />}
        {view.shift === null ? (
          <Closed onOpen={primary} />
        ) : (
          <OpenDrawer shift={view.shift} colleagues={view.colleagues} onClose={primary} />
        )}
      </div>
    </>
  );
}

function Closed({ onOpen }: { readonly onOpen: () => void }) {
  const { cash, focus } = useStores();
  const { t } = useWords();
  const busy = useStore(cash, (state) => state.busy);
  useEffect(() => focus.getState().want('cash.opening'), [focus]);
  return (
    <section className="card pad book" aria-label={t.cash.open}>
      <h2>{t.cash.open}</h2>
      <p className="sub">{t.cash.openNote}</p>
      <div className="book-row">
        <CashField name="opening" />
        <CashField name="symbol" />
        <CashField name="from" />
        <CashField name="to" />
        <button
          type="button"
          className="button primary"
          data-field="cash.go"
          aria-disabled={busy}
          onClick={onOpen}
        >
          {t.cash.open} <Kbd name="F9" />
        </button>
      </div>
    </section>
  );
}
