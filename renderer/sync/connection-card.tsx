import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { SyncView } from '../../shared/contract/sync/views.ts';
import { dateOf, type LocalDateTime } from '../../shared/domain/base/local-date.ts';
import { formatDayMonth, formatTime } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { useStores } from '../frame/stores.ts';
import { Icon } from '../parts/icon.tsx';
import { Kbd } from '../parts/kbd.tsx';
import type { Words } from '../parts/wording.ts';
import { useWords } from '../parts/words.ts';

/** What was tried and how it went, in words; and the button for people who would rather not wait. */
export function ConnectionCard({ view, now }: { readonly view: SyncView; readonly now: LocalDateTime }) {
  const { sync, run } = useStores();
  const { t } = useWords();
  const asking = useStore(sync, (state) => state.asking);
  return (
    <section className="card pad" aria-label={t.sync.connection}>
      <div className="heading sync-heading">
        <h2>{t.sync.connection}</h2>
        <Countdown
          key={`${String(view.attempts.length)} ${String(view.nextTryInS)}`}
          from={view.nextTryInS}
        />
        <span className="gap" />
        <button
          type="button"
          className="button small"
          aria-disabled={asking}
          onClick={() => run(sync.getState().sendNow())}
        >
          <Icon name="sync" />
          {t.sync.tryNow} <Kbd name="F5" />
        </button>
      </div>
      {view.attempts.length === 0 && <p className="sub">{t.sync.noAttempts}</p>}
      <table className="attempts">
        <tbody>
          {view.attempts.slice(0, 4).map(({ at, outcome, detail }, n) => (
            <tr key={`${at} ${String(n)}`} title={detail}>
              <td className="code">
                {dateOf(at) === dateOf(now) ? '' : `${formatDayMonth(dateOf(at))} `}
                {formatTime(at)}
              </td>
              <td>{outcomeText(outcome, t)}</td>
              <td className="sub">{adviceFor(outcome, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Counts down from what the desk last said; the desk decides when it really tries. */
function Countdown({ from }: { readonly from: number }) {
  const { timers } = useStores();
  const { t } = useWords();
  const [left, setLeft] = useState(from);
  useEffect(() => (left > 0 ? timers.after(1000, () => setLeft(left - 1)) : undefined), [left, timers]);
  return left > 0 && <span className="sub">{fill(t.sync.nextTry, { time: minutesSeconds(left) })}</span>;
}

const adviceFor = (outcome: string, t: Words['t']): string => {
  const known: Readonly<Record<string, string>> = t.sync.advice;
  return known[outcome] ?? '';
};

const minutesSeconds = (seconds: number): string =>
  [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');

const outcomeText = (outcome: string, t: Words['t']): string => {
  const known: Readonly<Record<string, string>> = t.sync.outcomes;
  return known[outcome] ?? outcome;
};
