import type { ReactNode } from 'react';
import type { SyncView } from '../../shared/contract/sync/views.ts';
import { dateOf, type LocalDateTime } from '../../shared/domain/base/local-date.ts';
import { unreachable } from '../../shared/result.ts';
import { formatCount, formatTime } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import type { Words } from '../parts/wording.ts';
import { useWords } from '../parts/words.ts';

interface HeroProps {
  readonly view: SyncView;
  readonly now: LocalDateTime;
  readonly upper: string;
}

/** One sentence that may be read over the officer's shoulder: what goes on, whether anything is lost. */
export function Hero({ view, now, upper }: HeroProps) {
  const words = useWords();
  const { t } = words;
  const { icon, title, what } = heroWords(view, upper, words);
  const isLost = view.line === 'offline' || view.line === 'captive-portal';
  return (
    <>
      <section className={view.line === 'online' ? 'card hero online' : 'card hero'}>
        <span className="hero-icon">
          <Icon name={icon} />
        </span>
        <div>
          <h2>{title}</h2>
          <p>{what}</p>
        </div>
        <div className="hero-since">
          <div className="sub">{isLost ? t.sync.lostSince : t.sync.since}</div>
          <b>
            {formatTime(view.since)} {words.day(dateOf(view.since))}
          </b>
          <div className="sub">{words.span(view.since, now)}</div>
        </div>
      </section>
      {view.setAside > 0 && (
        <div className="note wait">{fill(t.sync.setAside, { count: formatCount(view.setAside) })}</div>
      )}
      {view.districtRestored && <div className="note wait">{t.sync.restored}</div>}
      {view.incident !== 'none' && (
        <div className="note late" role="alert">
          <Icon name="alert" />
          {t.sync.incident}
        </div>
      )}
    </>
  );
}

function heroWords(
  view: SyncView,
  upper: string,
  { t }: Words,
): { icon: IconName; title: string; what: ReactNode } {
  const count = formatCount(view.queuedDossiers);
  const kept =
    view.queuedEvents === 0 ? (
      `${t.sync.offlineKeep} ${t.sync.offlineNothing}`
    ) : (
      <>
        {t.sync.offlineKeep} <b>{fill(t.sync.offlineSafe, { count })}</b>{' '}
        {fill(t.sync.offlineThen, { upper })}
      </>
    );
  switch (view.line) {
    case 'online':
      return view.queuedEvents === 0
        ? { icon: 'cloud', title: t.sync.onlineTitle, what: fill(t.sync.onlineAllSent, { upper }) }
        : { icon: 'up', title: t.sync.onlineTitle, what: fill(t.sync.onlineWaiting, { count, upper }) };
    case 'never-tried':
      return { icon: 'off', title: t.sync.neverTitle, what: kept };
    case 'offline':
      return { icon: 'off', title: t.sync.offlineTitle, what: kept };
    case 'server-error':
      return { icon: 'off', title: t.sync.serverErrorTitle, what: kept };
    case 'captive-portal':
      return { icon: 'off', title: t.sync.captiveTitle, what: t.sync.captiveWhat };
    case 'update-needed':
      return { icon: 'alert', title: t.sync.updateTitle, what: kept };
    case 'desk-fault':
      return { icon: 'alert', title: t.sync.deskFaultTitle, what: t.sync.deskFaultWhat };
    case 'refused':
      return { icon: 'alert', title: t.sync.refusedTitle, what: t.sync.refusedWhat };
    default:
      return unreachable(view.line);
  }
}
