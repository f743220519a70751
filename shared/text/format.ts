import { dateOf, type LocalDate, type LocalDateTime, weekday } from '../domain/base/local-date.ts';
import type { Term } from '../domain/calendar/due-date.ts';
import { unreachable } from '../result.ts';

/** How numbers, days and terms are written in Vietnamese offices. @source docs/sources.md#formats */

/** `1284` → `1.284`. @param count whole */
export const formatCount = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, '.');

/** `8000` → `8.000 đ`, for screens and narrow paper. */
export const formatVnd = (vnd: number): string => `${formatCount(vnd)} đ`;

/** `8000` → `8.000 đồng`, for official paper. */
export const formatDong = (vnd: number): string => `${formatCount(vnd)} đồng`;

/** `20/05/2025` */
export const formatDate = (date: LocalDate): string =>
  `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** `20/05` */
export const formatDayMonth = (date: LocalDate): string => `${date.slice(8, 10)}/${date.slice(5, 7)}`;

/** `1989`, `03/1989` or `12/03/1989`, as much as is known. @param date a `partialDate` */
export const formatPartialDate = (date: string): string => date.split('-').toReversed().join('/');

/** `09:42` */
export const formatTime = (at: LocalDateTime): string => at.slice(11, 16);

/** `09:42 20/05/2025` */
export const formatMoment = (at: LocalDateTime): string => `${formatTime(at)} ${formatDate(dateOf(at))}`;

/** `09 giờ 42 phút, ngày 20 tháng 5 năm 2025`, as the official forms have it. */
export const formatMomentInWords = (at: LocalDateTime): string =>
  `${hoursInWords(at)}, ${dateInWords(dateOf(at))}`;

/**
 * `ngày 05 tháng 02 năm 2019`, `ngày 11 tháng 3 năm 2019`: days below 10 and the months 1 and 2 take a
 * leading zero, other months do not, so that nobody can add a digit.
 */
export function dateInWords(date: LocalDate): string {
  const month = Number(date.slice(5, 7));
  return `ngày ${date.slice(8, 10)} tháng ${month <= 2 ? two(month) : month} năm ${date.slice(0, 4)}`;
}

const weekdayWords = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const;

/** `thứ Ba` */
export const weekdayWord = (date: LocalDate): string => weekdayWords[weekday(date)] ?? '';

/** `16:30 thứ Ba 20/05`: when to come back, in the fewest letters. */
export const formatDueShort = (at: LocalDateTime): string =>
  `${formatTime(at)} ${weekdayWord(dateOf(at))} ${formatDayMonth(dateOf(at))}`;

/** `16 giờ 30, thứ Ba 20/05/2025`: when to come back, on A5 paper. */
export const formatDueLong = (at: LocalDateTime): string =>
  `${at.slice(11, 13)} giờ ${at.slice(14, 16)}, ${weekdayWord(dateOf(at))} ${formatDate(dateOf(at))}`;

/** `03 ngày làm việc`, `trong ngày`: the term as it stands on the receipt. */
export function termText(limit: Term): string {
  switch (limit.unit) {
    case 'same_day':
      return 'trong ngày';
    case 'working_day':
      return `${two(limit.value)} ngày làm việc`;
    case 'half_day':
      return `${inHalves(limit.value)} ngày làm việc`;
    case 'calendar_day':
      return `${two(limit.value)} ngày`;
    case 'hour':
      return `${two(limit.value)} giờ làm việc`;
    case 'on_receipt':
      return 'ngay khi tiếp nhận';
    case 'by_stage':
      return 'theo từng giai đoạn';
    case 'by_schedule':
      return 'theo kế hoạch';
    default:
      return unreachable(limit);
  }
}

const two = (n: number): string => String(n).padStart(2, '0');

const hoursInWords = (at: LocalDateTime): string => `${at.slice(11, 13)} giờ ${at.slice(14, 16)} phút`;

/** Two digits for whole days, a decimal comma for the others: `0,5`. */
const inHalves = (halves: number): string =>
  halves % 2 === 0 ? two(halves / 2) : `${Math.floor(halves / 2)},5`;
