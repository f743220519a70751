import type { DueReason } from '../../domain/calendar/due-date.ts';
import type { Sentence } from '../language.ts';

export const dueReasonSentences: Readonly<Record<DueReason, Sentence>> = {
  'same-day': { vi: 'Giải quyết trong ngày.', en: 'Done the same day.' },
  'after-cutoff': {
    vi: 'Nộp sau 15:00 nên hẹn ngày làm việc tiếp theo.',
    en: 'Handed in after 15:00, so the next working day.',
  },
  'next-working-day': {
    vi: 'Nộp ngày nghỉ nên hẹn ngày làm việc tiếp theo.',
    en: 'Handed in on a day off, so the next working day.',
  },
  'next-opening': {
    vi: 'Nộp ngoài giờ làm việc nên tính từ lúc mở cửa lại.',
    en: 'Handed in outside office hours, so counted from the next opening.',
  },
  counted: {
    vi: 'Tính theo ngày làm việc, không kể ngày nộp.',
    en: 'Counted in working days from the day after.',
  },
  'moved-from-rest-day': {
    vi: 'Hết hạn vào ngày nghỉ nên hẹn ngày làm việc tiếp theo.',
    en: 'The last day is a day off, so the next working day.',
  },
  'on-receipt': { vi: 'Xong ngay khi tiếp nhận.', en: 'Done on receipt.' },
  entered: { vi: 'Ngày hẹn do cán bộ nhập.', en: 'Entered by the officer.' },
};
