import { type KeyboardEvent, useEffect } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../../../shared/text/format.ts';
import { fill } from '../../../shared/text/language.ts';
import { useStores } from '../../frame/stores.ts';
import { isComposing } from '../../keys/key-name.ts';
import { useKeys } from '../../keys/key-router.ts';
import { Icon } from '../../parts/icon.tsx';
import { Kbd } from '../../parts/kbd.tsx';
import { useNow, useWords } from '../../parts/words.ts';
import { shownFilters } from './dossier-list.ts';
import { DossierTable } from './dossier-table.tsx';

/** What is to be done next, by due day. The keys are in the filter box: letters filter, arrows and Enter choose. */
export function DossiersScreen() {
  const { list, focus, navigation, handOver, reprint, run } = useStores();
  const { t } = useWords();
  const { filter, counts } = useStore(list);

  useEffect(() => {
    run(list.getState().load());
    focus.getState().want('filter');
  }, [run, list, focus]);

  const selectedRow = () => {
    const { rows, selected } = list.getState();
    return rows.find(({ id }) => id === selected);
  };
  const open = () => {
    const row = selectedRow();
    if (row === undefined && list.getState().elsewhere > 0) return list.getState().show('all');
    if (row !== undefined) navigation.getState().go({ screen: 'dossier', id: row.id });
  };
  useKeys({
    F6: () => {
      const row = selectedRow();
      navigation.getState().go({ screen: 'handOver' });
      if (row !== undefined) run(handOver.getState().open(row.id));
    },
    F8: () => reprint.getState().ask(selectedRow() ?? null),
    F9: open,
    'Ctrl+Enter': open,
    ArrowDown: () => list.getState().move(1),
    ArrowUp: () => list.getState().move(-1),
    Escape: () => {
      if (list.getState().query === '') navigation.getState().go({ screen: 'intake' });
      else list.getState().search('');
    },
  });

  return (
    <>
      <div className="heading list-heading">
        <h1>{t.list.title}</h1>
        <fieldset className="tabs" aria-label={t.list.due}>
          {shownFilters({ filter, counts }).map((one) => (
            <button
              key={one}
              type="button"
              className="tab"
              aria-pressed={one === filter}
              onClick={() => list.getState().show(one)}
            >
              {t.list[one]} <b>{counts === null ? '' : formatCount(counts[one])}</b>
            </button>
          ))}
        </fieldset>
        <span className="gap" />
        <FilterBox onOpen={open} />
      </div>
      <DossierTable onOpen={open} />
      <ListEnd />
    </>
  );
}

function FilterBox({ onOpen }: { readonly onOpen: () => void }) {
  const { list } = useStores();
  const { t } = useWords();
  const query = useStore(list, (state) => state.query);
  const selected = useStore(list, (state) => state.selected);
  const step = (by: 1 | -1) => {
    const shown = shownFilters(list.getState());
    const next = shown[shown.indexOf(list.getState().filter) + by];
    if (next !== undefined) list.getState().show(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter') onOpen();
    else if (event.key === 'ArrowLeft' && query === '') step(-1);
    else if (event.key === 'ArrowRight' && query === '') step(1);
    else return;
    event.preventDefault();
  };
  return (
    <div className="input filter-box">
      <Icon name="find" />
      <input
        type="text"
        data-field="filter"
        aria-label={t.list.filterLabel}
        aria-controls="dossiers"
        aria-activedescendant={selected ?? undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        placeholder={t.list.filterHint}
        value={query}
        onChange={(event) => list.getState().search(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

function ListEnd() {
  const { list, navigation } = useStores();
  const { t } = useWords();
  const now = useNow();
  const { rows, query, filter, counts, elsewhere } = useStore(list);
  if (rows.length > 0 || now === null || counts === null) return null;
  const dueOnly = filter === 'todo' || filter === 'today' || filter === 'overdue';
  const empty = dueOnly ? t.list.emptyToday : t.list.empty;
  return (
    <output className="card pad list-empty">
      <p>{query.trim() === '' ? empty : fill(t.list.noResults, { query: query.trim() })}</p>
      {elsewhere > 0 && (
        <button type="button" className="button small" onClick={() => list.getState().show('all')}>
          {fill(t.list.elsewhere, { count: formatCount(elsewhere) })} <Kbd name="Enter" />
        </button>
      )}
      <button
        type="button"
        className="button small"
        onClick={() => navigation.getState().go({ screen: 'intake' })}
      >
        {t.list.emptyAction} <Kbd name="F2" />
      </button>
    </output>
  );
}
