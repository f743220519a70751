import { dateOf, type LocalDateTime } from '../../shared/domain/base/local-date.ts';
import { formatDayMonth, formatTime } from '../../shared/text/format.ts';
import { useWords } from '../parts/words.ts';

/** `08:30 hôm nay`, `08:46 19/05` */
export function useStamp(now: LocalDateTime): (at: LocalDateTime | null) => string {
  const { t } = useWords();
  return (at) => {
    if (at === null) return t.sync.never;
    const date = dateOf(at);
    return `${formatTime(at)} ${date === dateOf(now) ? t.today : formatDayMonth(date)}`;
  };
}
