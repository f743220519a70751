import type { Warning } from '../../shared/contract/intake/views.ts';
import type { Refusal } from '../../shared/contract/refusal.ts';
import {
  dateOf,
  type LocalDate,
  type LocalDateTime,
  minutesBetween,
  weekday,
} from '../../shared/domain/base/local-date.ts';
import type { DueReason } from '../../shared/domain/calendar/due-date.ts';
import { en } from '../../shared/text/en.ts';
import { formatDate, formatDayMonth, formatTime } from '../../shared/text/format.ts';
import { fill, type Language } from '../../shared/text/language.ts';
import { dueReasonText, refusalText, warningText } from '../../shared/text/sentences.ts';
import { type ScreenText, vi } from '../../shared/text/vi.ts';

/** Everything a screen says, in the language it is said in. */
export interface Words {
  readonly language: Language;
  readonly t: ScreenText;
  readonly refusal: (refusal: Refusal) => string;
  readonly warning: (warning: Warning) => string;
  readonly dueReason: (reason: DueReason) => string;
  /** `16:30 hôm nay`, `16:30 21/05`: short enough to be big. */
  readonly due: (at: LocalDateTime, now: LocalDateTime) => string;
  /** `hôm nay 09:40`, `Thứ Ba 13/05, 13:48` */
  readonly moment: (at: LocalDateTime, now: LocalDateTime) => string;
  /** `Thứ Ba 20/05/2025` */
  readonly date: (date: LocalDate) => string;
  /** `Thứ Ba 20/05` */
  readonly day: (date: LocalDate) => string;
  /** `Ngày mai, thứ Tư 21/05` */
  readonly tomorrow: (date: LocalDate) => string;
  /** `Thứ Tư` */
  readonly weekday: (date: LocalDate) => string;
  /** `3 ngày 23 phút`, the two largest parts */
  readonly span: (from: LocalDateTime, to: LocalDateTime) => string;
}

export function wordsOf(language: Language): Words {
  const t = language === 'vi' ? vi : en;
  const day = (date: LocalDate) => `${t.weekdays[weekday(date)] ?? ''} ${formatDayMonth(date)}`;
  const midSentence = (text: string) =>
    language === 'vi' ? text.charAt(0).toLowerCase() + text.slice(1) : text;
  return {
    language,
    t,
    refusal: (refusal) => refusalText(refusal, language),
    warning: (warning) => warningText(warning, language),
    dueReason: (reason) => dueReasonText(reason, language),
    due: (at, now) => {
      const date = dateOf(at);
      return `${formatTime(at)} ${date === dateOf(now) ? t.today : formatDayMonth(date)}`;
    },
    moment: (at, now) => {
      const date = dateOf(at);
      return date === dateOf(now)
        ? `${capital(t.today)} ${formatTime(at)}`
        : `${day(date)}, ${formatTime(at)}`;
    },
    date: (date) => `${t.weekdays[weekday(date)] ?? ''} ${formatDate(date)}`,
    day,
    tomorrow: (date) => `${t.tomorrow}, ${midSentence(day(date))}`,
    weekday: (date) => t.weekdays[weekday(date)] ?? '',
    span: (from, to) => spanText(Math.max(0, minutesBetween(from, to)), t),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function spanText(minutes: number, t: ScreenText): string {
  const parts = [
    { count: Math.floor(minutes / 1440), text: t.sync.days },
    { count: Math.floor((minutes % 1440) / 60), text: t.sync.hours },
    { count: minutes % 60, text: t.sync.minutes },
  ];
  const shown = parts.filter(({ count }) => count > 0).slice(0, 2);
  return (shown.length === 0 ? parts.slice(-1) : shown)
    .map(({ count, text }) => fill(text, { count }))
    .join(' ');
}
