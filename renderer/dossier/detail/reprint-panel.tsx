import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { shortCode } from '../../../shared/domain/dossier/dossier-code.ts';
import { fill } from '../../../shared/text/language.ts';
import { useStores } from '../../frame/stores.ts';
import { useKeys } from '../../keys/key-router.ts';
import { Kbd } from '../../parts/kbd.tsx';
import { useWords } from '../../parts/words.ts';
import { reprintReasons } from './reprint.ts';

/** Why a copy: one digit, and it prints. */
export function ReprintPanel() {
  const { reprint } = useStores();
  const asked = useStore(reprint, (state) => state.asked);
  return asked === null ? null : <Reasons key={asked.id} code={asked.code} />;
}

function Reasons({ code }: { readonly code: string }) {
  const { reprint, printing, run } = useStores();
  const { t } = useWords();
  const first = useRef<HTMLButtonElement>(null);
  const close = () => reprint.getState().ask(null);
  const answer = (n: number) => {
    const reason = reprintReasons[n];
    const paper = printing.getState().state?.paper ?? 'a5';
    if (reason !== undefined) run(reprint.getState().answer(reason, paper));
  };

  useEffect(() => {
    const before = document.activeElement;
    first.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useKeys(
    {
      Escape: close,
      ...Object.fromEntries(reprintReasons.map((_, n) => [String(n + 1), () => answer(n)])),
    },
    'panel',
  );

  const title = fill(t.reprint.title, { code: shortCode(code) });
  return (
    <dialog open className="help reprint card pad" aria-label={title}>
      <h2>{title}</h2>
      <div className="choices">
        {reprintReasons.map((reason, n) => (
          <button
            key={reason}
            ref={n === 0 ? first : null}
            type="button"
            className="choice"
            onClick={() => answer(n)}
          >
            <Kbd name={String(n + 1)} /> {t.reprint[reason]}
          </button>
        ))}
        <button type="button" className="button small quiet" onClick={close}>
          {t.help.close} <Kbd name="Esc" />
        </button>
      </div>
    </dialog>
  );
}
