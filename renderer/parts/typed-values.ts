import {
  at,
  dateOf,
  isRealDate,
  type LocalDate,
  type LocalDateTime,
} from '../../shared/domain/base/local-date.ts';
import { personalNumberFacts } from '../../shared/domain/people/personal-number.ts';

/** How officers type days and times: digits, with or without separators. Read when the field is left. */

/**
 * `12031989`, `12/3/1989`, `120389`, `031989`, `1989`; `1203` when the ID number tells the year.
 * @param today decides the century of a two-digit year: nobody is born in the future
 * @returns a `partialDate`, or null when it cannot be read
 */
export function readBirthDate(text: string, idNumber: string, today: LocalDate): string | null {
  const typed = text.trim();
  const knownYear = personalNumberFacts(idNumber)?.birthYear ?? null;
  const parts = /[\s./-]/.test(typed) ? typed.split(/[\s./-]+/) : digitGroups(typed, knownYear !== null);
  if (parts === null || parts.some((part) => !/^\d+$/.test(part))) return null;
  const bare = parts.length === 2 && knownYear !== null && (parts[1] ?? '').length <= 2;
  const [yearText, month, day] = bare ? [String(knownYear), parts[1], parts[0]] : parts.toReversed();
  const year = fullYear(yearText ?? '', today);
  if (year === null) return null;
  const date = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  if (date.length === 3) return isRealDate(date.join('-')) ? date.join('-') : null;
  return date[1] === undefined || (Number(date[1]) >= 1 && Number(date[1]) <= 12) ? date.join('-') : null;
}

/** `2005`, `20/5`, `20/05/25`, `20052025` with `16:30`, `1630` or `16`; the year is the next that is not past. */
export function readMoment(day: string, time: string, now: LocalDateTime): LocalDateTime | null {
  const today = dateOf(now);
  const parts = /[\s./-]/.test(day.trim()) ? day.trim().split(/[\s./-]+/) : digitGroups(day.trim(), true);
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:\D?(\d{2}))?$/.exec(time.trim()) ?? [];
  if (parts === null || hour === '' || Number(hour) > 23 || Number(minute) > 59) return null;
  const [dayOfMonth = '', month = '', yearText] = parts.map((part) => part.padStart(2, '0'));
  const thisYear = today.slice(0, 4);
  const year = yearText === undefined ? thisYear : yearText.length === 2 ? `20${yearText}` : yearText;
  const date = `${year}-${month}-${dayOfMonth}`;
  const later = yearText === undefined && date < today ? `${Number(thisYear) + 1}${date.slice(4)}` : date;
  return isRealDate(later) ? at(later as LocalDate, Number(hour) * 60 + Number(minute)) : null;
}

function digitGroups(digits: string, dayFirst: boolean): string[] | null {
  if (!/^\d+$/.test(digits)) return null;
  const cut = (...ends: number[]) => ends.map((end, n) => digits.slice(ends[n - 1] ?? 0, end));
  switch (digits.length) {
    case 4:
      return dayFirst && Number(digits.slice(2)) <= 12 ? cut(2, 4) : [digits];
    case 6:
      return Number(digits.slice(2, 4)) <= 12 ? cut(2, 4, 6) : cut(2, 6);
    case 8:
      return cut(2, 4, 8);
    default:
      return null;
  }
}

/** Nobody at the desk was born before; a smaller number is a day and a month. */
const oldestYear = 1900;

function fullYear(text: string, today: LocalDate): string | null {
  if (/^\d{4}$/.test(text)) {
    return Number(text) < oldestYear || Number(text) > Number(today.slice(0, 4)) ? null : text;
  }
  if (!/^\d{2}$/.test(text)) return null;
  return Number(text) > Number(today.slice(2, 4)) ? `19${text}` : `20${text}`;
}
