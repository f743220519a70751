import { type KeyboardEvent, useEffect } from 'react';
import { useStore } from 'zustand';
import type { PetitionRow } from '../../shared/contract/intake/views.ts';
import { formatCount } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { NoticeLine } from '../frame/notice-line.tsx';
import { useStores } from '../frame/stores.ts';
import { isComposing } from '../keys/key-name.ts';
import { useKeys } from '../keys/key-router.ts';
import { Icon } from '../parts/icon.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { useNow, useWords } from '../parts/words.ts';

/** Those who were asked for more: one line in the side column, the list behind it. */
export function WaitingLine() {
  const { petitions } = useStores();
  const { t } = useWords();
  const waiting = useStore(petitions, (state) => state.waiting);
  if (waiting === 0) return null;
  return (
    <button type="button" className="card waiting-line" onClick={() => petitions.getState().show()}>
      <Icon name="pause" />
      <span className="gap">{fill(t.petitions.count, { count: formatCount(waiting) })}</span>
      <Kbd name="F7" />
    </button>
  );
}

export function WaitingPanel() {
  const { petitions } = useStores();
  const isOpen = useStore(petitions, (state) => state.isOpen);
  return isOpen ? <Waiting /> : null;
}

function Waiting() {
  const { petitions, intake, focus, notices, run } = useStores();
  const { t } = useWords();
  const { rows, query, selected } = useStore(petitions);
  const { close, print, lapse, move, search } = petitions.getState();

  const resume = async () => {
    if (selected === null) return;
    const declined = await intake.getState().takeUp(selected);
    if (declined === null) return close();
    notices.getState().tell({ tone: 'late', say: (words) => words.refusal(declined) });
  };
  const leave = () => {
    close();
    focus.getState().want('omni');
  };
  const clearOrLeave = () => (query === '' ? leave() : search(''));
  useEffect(() => focus.getState().want('petitions'), [focus]);
  useEffect(() => {
    if (selected !== null) document.getElementById(selected)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  useKeys(
    {
      Escape: clearOrLeave,
      F2: leave,
      F7: leave,
      F8: () => run(print()),
      F9: () => run(resume()),
      'Ctrl+Enter': () => run(resume()),
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
    },
    'panel',
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter') run(resume());
    else if (event.key === 'Delete' && query === '') run(lapse());
    else return;
    event.preventDefault();
  };
  return (
    <dialog open className="help card pad steps waiting" aria-label={t.petitions.waiting}>
      <h2>{t.petitions.waiting}</h2>
      <NoticeLine />
      <div className="input filter-box">
        <Icon name="find" />
        <input
          type="text"
          data-field="petitions"
          aria-label={t.petitions.filter}
          placeholder={t.petitions.filter}
          aria-controls="petitions"
          aria-activedescendant={selected ?? undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          value={query}
          onChange={(event) => search(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul id="petitions" className="petitions">
        {rows.map((row) => (
          <Row key={row.id} row={row} isSelected={row.id === selected} />
        ))}
      </ul>
      {rows.length === 0 && (
        <p className="sub">
          {query.trim() === '' ? t.petitions.none : fill(t.petitions.noResults, { query: query.trim() })}
        </p>
      )}
      <div className="actions">
        <button type="button" className="button primary" onClick={() => run(resume())}>
          {t.petitions.resume} <Kbd name="F9" />
        </button>
        <button type="button" className="button small" onClick={() => run(print())}>
          {t.petitions.print} <Kbd name="F8" />
        </button>
        <button type="button" className="button small" onClick={() => run(lapse())}>
          {t.petitions.lapse} <Kbd name="Del" />
        </button>
        <button type="button" className="button small quiet" onClick={leave}>
          {t.help.close} <Kbd name="Esc" />
        </button>
      </div>
    </dialog>
  );
}

function Row({ row, isSelected }: { readonly row: PetitionRow; readonly isSelected: boolean }) {
  const { petitions } = useStores();
  const words = useWords();
  const now = useNow();
  const { t } = words;
  const at = now === null ? '' : words.moment(row.askedAt, now);
  return (
    <li id={row.id} className={isSelected ? 'petition selected' : 'petition'} aria-current={isSelected}>
      <button type="button" tabIndex={-1} onClick={() => petitions.getState().select(row.id)}>
        <b>{row.applicantName}</b> · {row.procedureName}
        <span className="petition-items">{row.items.join('; ')}</span>
        <span className="sub">
          {fill(t.petitions.given, { at, by: row.askedByName })}
          {row.slips > 1 && ` · ${fill(t.petitions.slips, { count: row.slips })}`}
          {row.phone !== '' && ` · ${t.person.phone} ${row.phone}`}
          {!row.sent && ` · ${t.list.waiting}`}
        </span>
      </button>
    </li>
  );
}
