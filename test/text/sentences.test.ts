import { describe, expect, test } from 'vitest';
import { warning } from '../../shared/contract/intake/views.ts';
import { refusalCode, refuse } from '../../shared/contract/refusal.ts';
import { dueReason } from '../../shared/domain/calendar/due-date.ts';
import { dossierEvents } from '../../shared/domain/dossier/dossier-events.ts';
import { refusalSentences } from '../../shared/text/refusal-sentences.ts';
import {
  dueReasonText,
  eventText,
  printFaultText,
  refusalText,
  reviewText,
  warningText,
} from '../../shared/text/sentences.ts';

const languages = ['vi', 'en'] as const;
const spoken = languages.flatMap((language) => [
  ...refusalCode.options.map((code) => refusalText(refuse(code), language)),
  ...warning.shape.code.options.map((code) => warningText({ code, values: {} }, language)),
  ...dueReason.options.map((reason) => dueReasonText(reason, language)),
  ...Object.keys(dossierEvents).map((type) => eventText(type, language)),
  ...['paper-out', 'no-printer', 'offline', 'drawing-failed', 'nobody-knows'].map((fault) =>
    printFaultText(fault, language),
  ),
]);

const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe('the wording guide', () => {
  test.each([
    [refuse('no-name'), 'Nhập họ tên người nộp.'],
    [refuse('id-length', 'idNumber', { count: 11 }), 'Số định danh phải có 12 số (đang có 11).'],
    [refuse('phone-length'), 'Số điện thoại phải có 10 số. Bỏ trống nếu không có.'],
    [refuse('no-procedure'), 'Chọn thủ tục. Bấm số từ 1 đến 9 hoặc gõ tên.'],
    [
      refuse('row-not-understood', 'rows.0', { text: 'gks 1x' }),
      'Chưa hiểu "gks 1x". Ví dụ đúng: gks 1*3 (1 trang, 3 bản).',
    ],
    [refuse('scan-unreadable'), 'Không đọc được mã. Thử lại, hoặc gõ 12 số.'],
    [refuse('update-needed'), 'Máy này cần bản cập nhật trước khi gửi. Vẫn tiếp nhận bình thường.'],
  ])('%o', (refusal, sentence) => expect(refusalText(refusal, 'vi')).toBe(sentence));

  test('every sentence is said, calm, and free of computer words', () => {
    expect(spoken.length).toBeGreaterThan(120);
    for (const sentence of spoken) {
      expect(sentence).toMatch(/\p{L}/u);
      expect(sentence).not.toMatch(/!|\{|Vui lòng|đồng bộ|Bạn |sync|error code/);
      expect(sentence).toBe(sentence.normalize('NFC'));
    }
  });

  test('both languages of a sentence have the same places to fill', () => {
    for (const { vi, en } of Object.values(refusalSentences)) expect(places(vi)).toEqual(places(en));
  });
});

test('minutes, codes and the sex are shown as people write them', () => {
  expect(refusalText(refuse('not-ready-yet', undefined, { due: '2025-05-20T16:30' }), 'vi')).toBe(
    'Chưa xong, hẹn 16:30 20/05/2025.',
  );
  const values = { name: 'Nguyệt', time: '08:12', code: 'H26.25.39-250520-1007' };
  expect(warningText({ code: 'same-day-duplicate', values }, 'vi')).toContain('(hồ sơ 250520-1007)');
  expect(warningText({ code: 'id-other-sex', values: { idSex: 'female' } }, 'vi')).toContain('là nữ');
  expect(warningText({ code: 'id-other-sex', values: { idSex: 'female' } }, 'en')).toContain('female');
});

test('codes of a newer version have a general sentence', () => {
  expect(reviewText('some-day', 'vi')).toContain('an toàn');
  expect(eventText('constructor', 'vi')).toBe('Việc khác');
  expect(printFaultText('toString', 'en')).toContain('not ready');
});
