import { type KeyboardEvent, useId } from 'react';
import { useStore } from 'zustand';
import { readCertificationRow } from '../../shared/domain/intake/certification-row.ts';
import type { Draft } from '../../shared/domain/intake/draft.ts';
import { formatVnd } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { useStores } from '../frame/stores.ts';
import { isComposing } from '../keys/key-name.ts';
import { FieldError } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';

/** `gks 1*3` Enter: a row. Enter on nothing: done. Arrow up: the rows, where Del removes and Enter takes one back. */
export function CertifiedRows({ draft }: { readonly draft: Draft }) {
  const { t } = useWords();
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col" className="row-number">
            #
          </th>
          <th scope="col">{t.intake.rowType}</th>
          <th scope="col" className="num">
            {t.intake.rowPages}
          </th>
          <th scope="col" className="num">
            {t.intake.rowCopies}
          </th>
          <th scope="col" className="num">
            {t.intake.rowFeeEach}
          </th>
          <th scope="col" className="num">
            {t.intake.rowFee}
          </th>
          <th aria-label={t.keys.deleteRow} />
        </tr>
      </thead>
      <tbody>
        {draft.rows.map(({ text }, n) => (
          <Row key={`${String(n)} ${text}`} text={text} index={n} />
        ))}
        <NewRow number={draft.rows.length + 1} />
      </tbody>
    </table>
  );
}

function Row({ text, index }: { readonly text: string; readonly index: number }) {
  const { intake, focus } = useStores();
  const words = useWords();
  const priced = useStore(intake, ({ preview }) => preview?.rows[index] ?? null);
  const read = readCertificationRow(text);
  const remove = () => intake.getState().removeRow(index);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowUp: `rows.${String(index - 1)}`, ArrowDown: `rows.${String(index + 1)}` }[event.key];
    if (event.key === 'Delete') remove();
    else if (event.key === 'Enter') {
      remove();
      intake.getState().typeRow(text);
    } else if (to !== undefined) {
      const isLast = event.key === 'ArrowDown' && index === (intake.getState().draft?.rows.length ?? 0) - 1;
      focus.getState().want(isLast ? 'newRow' : to);
    } else return;
    event.preventDefault();
  };
  const isPriced = priced !== null && priced.text === text;
  return (
    <tr tabIndex={-1} data-field={`rows.${String(index)}`} onKeyDown={onKeyDown}>
      <td>{index + 1}</td>
      {read.ok ? (
        <>
          <td>{read.value.name || '–'}</td>
          <td className="num">{read.value.pages}</td>
          <td className="num">{read.value.copies}</td>
        </>
      ) : (
        <td colSpan={3} className="field-error">
          {words.refusal(read.error)}
        </td>
      )}
      <td className="num">{isPriced ? formatVnd(priced.feePerCopyVnd) : ''}</td>
      <td className="num">
        <b>{isPriced ? formatVnd(priced.feeVnd) : ''}</b>
      </td>
      <td className="row-remove">
        <button
          type="button"
          tabIndex={-1}
          className="button small quiet"
          aria-label={fill(words.t.intake.rowRemove, { row: index + 1 })}
          onClick={remove}
        >
          <Icon name="cross" />
        </button>
      </td>
    </tr>
  );
}

function NewRow({ number }: { readonly number: number }) {
  const { intake, focus } = useStores();
  const words = useWords();
  const errorId = useId();
  const text = useStore(intake, (state) => state.newRow);
  const refusal = useStore(intake, (state) => state.newRowRefusal);
  const missing = useStore(intake, ({ attempted, preview, draft }) =>
    attempted && draft?.rows.length === 0
      ? (preview?.refusals.find(({ code }) => code === 'no-rows') ?? null)
      : null,
  );
  const shown = refusal ?? missing;
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      if (!intake.getState().addRow()) focus.getState().want('save');
    } else if (event.key === 'ArrowUp' && number > 1) focus.getState().want(`rows.${String(number - 2)}`);
    else if (event.key === 'Escape' && text !== '') intake.getState().typeRow('');
    else return;
    event.preventDefault();
  };
  return (
    <tr>
      <td>{number}</td>
      <td colSpan={6}>
        <input
          type="text"
          className="input new-row"
          data-field="newRow"
          aria-label={words.t.intake.rowField}
          aria-invalid={shown === null ? undefined : true}
          aria-describedby={shown === null ? undefined : errorId}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder={words.t.intake.rowPlaceholder}
          value={text}
          onChange={(event) => intake.getState().typeRow(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <FieldError id={errorId} text={shown === null ? null : words.refusal(shown)} />
      </td>
    </tr>
  );
}
