import { describe, expect, test } from 'vitest';
import { day, moment } from '../../shared/domain/base/local-date.ts';
import type { Term } from '../../shared/domain/calendar/due-date.ts';
import {
  dateInWords,
  formatCount,
  formatDate,
  formatDong,
  formatDueLong,
  formatDueShort,
  formatMomentInWords,
  formatPartialDate,
  formatVnd,
  termText,
  weekdayWord,
} from '../../shared/text/format.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1284, '1.284'],
  [999_999_999_999, '999.999.999.999'],
])('%d is written %s', (count, text) => expect(formatCount(count)).toBe(text));

test('money on screens and on official paper', () => {
  expect(formatVnd(8000)).toBe('8.000 đ');
  expect(formatDong(8000)).toBe('8.000 đồng');
});

describe('days', () => {
  test.each([
    { date: '2019-02-05', words: 'ngày 05 tháng 02 năm 2019' },
    { date: '2019-03-11', words: 'ngày 11 tháng 3 năm 2019' },
    { date: '2018-10-11', words: 'ngày 11 tháng 10 năm 2018' },
    { date: '2025-01-31', words: 'ngày 31 tháng 01 năm 2025' },
    { date: '2025-05-20', words: 'ngày 20 tháng 5 năm 2025' },
  ])('$words: small days and months 1 and 2 take a zero', ({ date, words }) =>
    expect(dateInWords(day(date))).toBe(words),
  );

  test.each([
    ['2025-05-18', 'Chủ nhật'],
    ['2025-05-19', 'thứ Hai'],
    ['2025-05-20', 'thứ Ba'],
    ['2025-05-24', 'thứ Bảy'],
  ])('%s is a %s', (date, word) => expect(weekdayWord(day(date))).toBe(word));

  test('a moment in each of its dresses', () => {
    const at = moment('2025-05-20T09:42');
    expect(formatDate(day('2025-05-20'))).toBe('20/05/2025');
    expect(formatMomentInWords(at)).toBe('09 giờ 42 phút, ngày 20 tháng 5 năm 2025');
    expect(formatDueShort(moment('2025-05-20T16:30'))).toBe('16:30 thứ Ba 20/05');
    expect(formatDueLong(moment('2025-05-20T16:30'))).toBe('16 giờ 30, thứ Ba 20/05/2025');
  });

  test.each([
    ['1989', '1989'],
    ['1989-03', '03/1989'],
    ['1989-03-12', '12/03/1989'],
  ])('%s as far as it is known: %s', (date, text) => expect(formatPartialDate(date)).toBe(text));
});

test.each<[Term, string]>([
  [{ unit: 'same_day', cutoffHour: 15 }, 'trong ngày'],
  [{ unit: 'working_day', value: 3 }, '03 ngày làm việc'],
  [{ unit: 'half_day', value: 1 }, '0,5 ngày làm việc'],
  [{ unit: 'half_day', value: 3 }, '1,5 ngày làm việc'],
  [{ unit: 'half_day', value: 4 }, '02 ngày làm việc'],
  [{ unit: 'calendar_day', value: 15 }, '15 ngày'],
  [{ unit: 'hour', value: 8 }, '08 giờ làm việc'],
  [{ unit: 'on_receipt' }, 'ngay khi tiếp nhận'],
  [{ unit: 'by_stage' }, 'theo từng giai đoạn'],
  [{ unit: 'by_schedule' }, 'theo kế hoạch'],
])('a term of %o reads %s', (term, text) => expect(termText(term)).toBe(text));
