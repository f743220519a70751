import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { EditionsView } from '../../shared/contract/catalogue/views.ts';
import { shortCode } from '../../shared/domain/dossier/dossier-code.ts';
import { formatCount, formatMoment } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { useStores } from '../frame/stores.ts';
import { useKeys } from '../keys/key-router.ts';
import { TextField } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { useWords } from '../parts/words.ts';

/** What a new edition means here; nothing is shown while there is nothing to know. */
export function EditionsCard() {
  const { editions, run } = useStores();
  const { t } = useWords();
  const view = useStore(editions, (state) => state.view);
  useEffect(() => run(editions.getState().load()), [run, editions]);
  if (view === null || (view.affected.length === 0 && view.changes.length === 0)) return null;
  return (
    <section className="card pad book" aria-label={t.editions.title}>
      <h2>{t.editions.title}</h2>
      {view.affected.length > 0 && <Affected view={view} />}
      {view.changes.length > 0 && <Changes changes={view.changes} />}
    </section>
  );
}

function Affected({ view }: { readonly view: EditionsView }) {
  const { editions, run } = useStores();
  const words = useWords();
  const { t } = words;
  const { reason, refusal, busy } = useStore(editions);
  const redate = () => run(editions.getState().redate());
  useKeys({ F9: redate, 'Ctrl+Enter': redate });
  return (
    <>
      <p>
        {fill(t.editions.affected, {
          count: formatCount(view.affected.length),
          calendar: view.calendar,
        })}
      </p>
      <table className="affected">
        <tbody>
          {view.affected.map(({ id, code, applicantName, procedureName, dueAt, newDueAt }) => (
            <tr key={id}>
              <td className="code">{shortCode(code)}</td>
              <td>
                <b>{applicantName}</b> · {procedureName}
              </td>
              <td>
                <s>{formatMoment(dueAt)}</s> → <b>{formatMoment(newDueAt)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="book-row">
        <TextField
          name="redate.reason"
          className="wide-reason"
          label={t.editions.reason}
          maxLength={1000}
          value={reason}
          error={refusal === null ? null : words.refusal(refusal)}
          onType={(text) => editions.getState().sayReason(text)}
        />
        <button type="button" className="button primary" aria-disabled={busy} onClick={redate}>
          <Icon name="print" />
          {t.editions.redate} <Kbd name="F9" />
        </button>
      </div>
    </>
  );
}

function Changes({ changes }: { readonly changes: EditionsView['changes'] }) {
  const { t } = useWords();
  return (
    <ul className="plain-list" aria-label={t.editions.changes}>
      {changes.map(({ code, name, what }) => (
        <li key={code}>
          <span className="chip">{t.editions[what]}</span> {name} <span className="sub">{code}</span>
        </li>
      ))}
    </ul>
  );
}
