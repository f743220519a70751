import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { SyncView } from '../../shared/contract/sync/views.ts';
import { dateOf, type LocalDateTime } from '../../shared/domain/base/local-date.ts';
import { formatPhone } from '../../shared/domain/people/phone.ts';
import { formatCount, formatDayMonth } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { useStores } from '../frame/stores.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import { useStamp } from './use-stamp.ts';

interface CardProps {
  readonly view: SyncView;
  readonly now: LocalDateTime;
}

export function HereCard({ view, now }: CardProps) {
  const { t } = useWords();
  const stamp = useStamp(now);
  return (
    <Card
      icon="safe"
      title={t.sync.here}
      chip={
        <span className="chip ok">
          <Icon name="check" />
          {t.sync.safe}
        </span>
      }
    >
      <Facts
        facts={[
          [t.sync.dossiersUnsent, formatCount(view.queuedDossiers)],
          [t.sync.eventsUnsent, formatCount(view.queuedEvents)],
          [t.sync.reviews, formatCount(view.needsReview)],
          [t.sync.lastAck, stamp(view.lastAckAt)],
        ]}
      />
    </Card>
  );
}

export function QueueCard({ view, now }: CardProps) {
  const { t, day: dayText } = useWords();
  const most = Math.max(1, ...view.queuedByDay.map(({ events }) => events));
  const isMoving = view.sending && view.drainTotal > 0;
  return (
    <Card
      icon="up"
      title={t.sync.queue}
      chip={
        <span className="chip wait">
          <Icon name="up" />
          {formatCount(view.queuedDossiers)}
        </span>
      }
    >
      {view.queuedByDay.length === 0 && <p className="sub">{t.sync.queueNone}</p>}
      <ul className="bars">
        {view.queuedByDay.slice(-6).map(({ day, events }) => (
          <li key={day}>
            <span>{day === dateOf(now) ? `${capital(t.today)} ${formatDayMonth(day)}` : dayText(day)}</span>
            <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect width={(100 * events) / most} height="10" rx="1" />
            </svg>
            <b className="num">{formatCount(events)}</b>
          </li>
        ))}
      </ul>
      <p className="sub">
        {isMoving
          ? fill(t.sync.drain, { done: formatCount(view.drained), total: formatCount(view.drainTotal) })
          : view.queuedEvents > 0 && t.sync.queueOrder}
      </p>
    </Card>
  );
}

export function IncomingCard({ view, now, upper }: CardProps & { readonly upper: string }) {
  const { session } = useStores();
  const { t } = useWords();
  const stamp = useStamp(now);
  const desk = useStore(session, (state) => state.view);
  const isOnline = view.line === 'online';
  const phone = formatPhone(desk?.desk?.agency.phone ?? '');
  return (
    <Card
      icon="give"
      title={t.sync.incoming}
      chip={
        <span className={isOnline ? 'chip ok' : 'chip'}>{isOnline ? t.sync.upToDate : t.sync.unknown}</span>
      }
    >
      <Facts
        facts={[
          [t.sync.catalogue, desk?.catalogueEdition ?? ''],
          [t.sync.calendar, desk?.calendarEdition ?? ''],
          [t.sync.lastPull, stamp(view.lastPullAt)],
        ]}
      />
      {!isOnline && <p className="sub">{fill(t.sync.incomingNote, { upper, phone: phone || upper })}</p>}
    </Card>
  );
}

function Card(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly chip: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="card pad" aria-label={props.title}>
      <div className="heading sync-heading">
        <Icon name={props.icon} />
        <h2>{props.title}</h2>
        <span className="gap" />
        {props.chip}
      </div>
      {props.children}
    </section>
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
