import { type FormEvent, useEffect, useId } from 'react';
import { useStore } from 'zustand';
import type { DossierRow } from '../../../shared/contract/dossier/views.ts';
import { shortCode } from '../../../shared/domain/dossier/dossier-code.ts';
import { useStores } from '../../frame/stores.ts';
import { useKeys } from '../../keys/key-router.ts';
import { TextField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { OptionList, optionId } from '../../parts/option-list.tsx';
import { useWords } from '../../parts/words.ts';
import { HandOverCard } from './hand-over-card.tsx';
import { handOverStep } from './hand-over-step.ts';

/** Scan the receipt, see whether it may be given and to whom, F9. */
export function HandOverScreen() {
  const { handOver, focus, reprint, navigation, run } = useStores();
  const words = useWords();
  const { t } = words;
  const { query, detail, refusals, found, active } = useStore(handOver);
  const listId = useId();

  useEffect(() => {
    if (handOver.getState().detail === null) focus.getState().want('receipt');
  }, [handOver, focus]);

  const primary = () => {
    const open = handOver.getState().detail;
    if (open === null) return run(handOver.getState().find(handOver.getState().query));
    const step = handOverStep(open);
    if (step === 'give') run(handOver.getState().give());
    if (step === 'markReady') run(handOver.getState().markReady());
  };
  useKeys({
    F9: primary,
    'Ctrl+Enter': primary,
    ArrowDown: () => found.length > 0 && handOver.getState().move(1),
    ArrowUp: () => found.length > 0 && handOver.getState().move(-1),
    F8: () => reprint.getState().ask(handOver.getState().detail?.row ?? null),
    Escape: () => {
      const { detail: open, query: typed } = handOver.getState();
      if (open === null && typed === '') navigation.getState().go({ screen: 'intake' });
      else handOver.getState().clear();
    },
  });

  const find = (event: FormEvent) => {
    event.preventDefault();
    run(handOver.getState().find(query));
  };
  const [refusal] = refusals;
  const isSearchRefused = detail === null && refusal !== undefined;
  return (
    <>
      <div className="heading">
        <h1>{t.handOver.title}</h1>
        <form className="receipt-search" onSubmit={find}>
          <TextField
            name="receipt"
            label={t.handOver.field}
            maxLength={200}
            value={query}
            role="combobox"
            aria-expanded={found.length > 0}
            aria-controls={listId}
            aria-activedescendant={found.length > 0 ? optionId(listId, active) : undefined}
            error={isSearchRefused ? words.refusal(refusal) : null}
            onType={(text) => handOver.getState().type(text)}
          />
        </form>
      </div>
      {detail === null ? (
        <div className="card pad hand-over-empty">
          <Icon name="scan" large />
          {found.length === 0 && <p>{t.handOver.hint}</p>}
          <OptionList
            id={listId}
            label={t.handOver.found}
            className="hand-over-found"
            options={found.map((row) => ({ key: row.id, content: <FoundLine row={row} /> }))}
            active={active}
            onChoose={(n) => {
              const row = found[n];
              if (row !== undefined) run(handOver.getState().open(row.id));
            }}
          />
        </div>
      ) : (
        <HandOverCard detail={detail} onPrimary={primary} />
      )}
    </>
  );
}

function FoundLine({ row }: { readonly row: DossierRow }) {
  const { t } = useWords();
  return (
    <>
      <b className="code">{shortCode(row.code)}</b>
      <span>{row.applicantName}</span>
      <span className="sub">
        {row.procedureName} · {t.status[row.status]}
      </span>
    </>
  );
}
