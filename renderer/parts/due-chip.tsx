import type { DossierRow } from '../../shared/contract/dossier/views.ts';
import { dateOf, type LocalDateTime, minutesBetween } from '../../shared/domain/base/local-date.ts';
import { fill } from '../../shared/text/language.ts';
import type { ScreenText } from '../../shared/text/vi.ts';
import { Icon, type IconName } from './icon.tsx';
import { useWords } from './words.ts';

interface Chip {
  readonly tone: 'late' | 'today' | 'ok' | 'idle';
  readonly icon: IconName;
  readonly text: string;
}

/** How much time is left: a colour, a shape and a word, so that any one of them is enough. */
export function DueChip({ row, now }: { readonly row: DossierRow; readonly now: LocalDateTime }) {
  const { t } = useWords();
  const { tone, icon, text } = dueChipOf(row, now, t.chip);
  return (
    <span className={`chip ${tone}`}>
      <Icon name={icon} />
      {text}
    </span>
  );
}

const soonMinutes = 120;

/** The desk counts the working days on both sides of the promise: it knows the calendar. */
export function dueChipOf(
  row: Pick<DossierRow, 'status' | 'clock' | 'shownDueAt' | 'overdueDays' | 'daysLeft' | 'unanswered'>,
  now: LocalDateTime,
  t: ScreenText['chip'],
): Chip {
  switch (row.status) {
    case 'resultReady':
      return { tone: 'ok', icon: 'give', text: t.ready };
    case 'delivered':
      return { tone: 'idle', icon: 'check', text: t.delivered };
    case 'cancelled':
      return { tone: 'idle', icon: 'cross', text: t.cancelled };
    default:
      break;
  }
  if (row.clock === 'ended') return { tone: 'idle', icon: 'check', text: t.delivered };
  if (row.unanswered) return { tone: 'today', icon: 'flag', text: t.unanswered };
  if (row.clock === 'stopped') return { tone: 'idle', icon: 'pause', text: t.paused };
  if (row.overdueDays > 0) {
    return { tone: 'late', icon: 'flag', text: fill(t.overdueDays, { count: row.overdueDays }) };
  }
  if (dateOf(row.shownDueAt) > dateOf(now)) {
    return { tone: 'idle', icon: 'clock', text: fill(t.daysLeft, { count: Math.max(1, row.daysLeft) }) };
  }
  const minutes = minutesBetween(now, row.shownDueAt);
  if (minutes < 0) return { tone: 'today', icon: 'clock', text: t.overdueToday };
  if (minutes >= soonMinutes) return { tone: 'today', icon: 'clock', text: t.today };
  const hours = Math.floor(minutes / 60);
  return {
    tone: 'today',
    icon: 'clock',
    text: fill(hours > 0 ? t.hoursLeft : t.minutesLeft, { hours, minutes: minutes % 60 }),
  };
}
