import { useStore } from 'zustand';
import { formatCount, formatTime } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { NoticeLine } from '../frame/notice-line.tsx';
import { useStores } from '../frame/stores.ts';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import type { RecentRow } from './recent.ts';

/** The last dossiers of this counter, each undone or printed again in one click. */
export function RecentCard() {
  const { recent, petitions } = useStores();
  const { t } = useWords();
  const isCovered = useStore(petitions, (state) => state.isOpen);
  const { rows, today } = useStore(recent);
  return (
    <section className="card recent" aria-label={t.intake.recent}>
      <div className="heading">
        <h2>{t.intake.recent}</h2>
        <span className="gap" />
        <span className="sub">{fill(t.intake.todayCount, { count: formatCount(today) })}</span>
      </div>
      {!isCovered && <NoticeLine />}
      {rows.length === 0 && <p className="sub">{t.intake.recentNone}</p>}
      <ul>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Row({ row }: { readonly row: RecentRow }) {
  const { recent, reprint, run } = useStores();
  const { t } = useWords();
  const isUndoable = row.undoableForS > 0;
  return (
    <li className="recent-row">
      <b className="code">{row.code.split('-').at(-1)}</b>
      <div>
        {row.applicantName}
        <div className="sub recent-what">
          {row.procedureName} ·{' '}
          {row.status === 'cancelled'
            ? t.status.cancelled
            : fill(t.intake.givenBack, { time: formatTime(row.shownDueAt) })}
        </div>
      </div>
      {isUndoable && (
        <button type="button" className="button small" onClick={() => run(recent.getState().undo(row))}>
          <Icon name="undo" />
          {t.intake.undo}
        </button>
      )}
      {!isUndoable && row.status !== 'cancelled' && (
        <button type="button" className="button small quiet" onClick={() => reprint.getState().ask(row)}>
          {t.intake.reprint}
        </button>
      )}
    </li>
  );
}
