import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { formatPhone } from '../../shared/domain/people/phone.ts';
import { fill } from '../../shared/text/language.ts';
import { useKeys } from '../keys/key-router.ts';
import { Kbd } from '../parts/kbd.tsx';
import { useWords } from '../parts/words.ts';
import { everywhere, type KeyHint, screenKeyHints } from './key-hints.ts';
import { useStores } from './stores.ts';

/** F1, in the same place on every screen: its keys, the keys that always work, and whom to call. */
export function HelpPanel() {
  const { navigation, session } = useStores();
  const { t } = useWords();
  const { screen } = useStore(navigation, (state) => state.place);
  const phone = useStore(session, ({ view }) => view?.desk?.agency.phone ?? '');
  const close = () => navigation.getState().toggleHelp(false);
  const closeButton = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    closeButton.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useKeys({ Escape: close }, 'panel');

  return (
    <dialog open className="help card pad" aria-label={t.help.title}>
      <div className="heading">
        <h2>{t.help.title}</h2>
        <span className="gap" />
        <button ref={closeButton} type="button" className="button small" onClick={close}>
          {t.help.close} <Kbd name="Esc" />
        </button>
      </div>
      <Hints hints={screenKeyHints[screen]} />
      <h2>{t.help.everywhere}</h2>
      <dl>
        <div className="hint">
          <dt>
            <Kbd name={t.keys.scan} />
          </dt>
          <dd>{t.keys.scanMeaning}</dd>
        </div>
      </dl>
      <Hints hints={everywhere} />
      {phone !== '' && <p className="sub">{fill(t.help.support, { phone: formatPhone(phone) })}</p>}
    </dialog>
  );
}

function Hints({ hints }: { readonly hints: readonly KeyHint[] }) {
  const { t } = useWords();
  return (
    <dl>
      {hints.map(({ key, means }) => (
        <div key={key} className="hint">
          <dt>
            <Kbd name={key} />
          </dt>
          <dd>{t.keys[means]}</dd>
        </div>
      ))}
    </dl>
  );
}
