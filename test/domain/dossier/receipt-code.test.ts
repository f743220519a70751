import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/domain/base/local-date.ts';
import { dossierCode } from '../../../shared/domain/dossier/dossier-code.ts';
import { checkLetters, readReceiptCode, receiptCode } from '../../../shared/domain/dossier/receipt-code.ts';

const code = 'H26.25.39-250520-1043';
const payload = receiptCode(code);
const broken = { ok: false, error: { code: 'receipt-code-broken' } };

test('the QR code of a receipt is safe under Telex and VNI', () => {
  expect(payload).toMatch(/^MC1\*H26\.25\.39-250520-1043\*[0-9BCGHKLMNPQTV]{6}$/);
  expect(payload).not.toMatch(/[AEIOUY]/);
});

test('the letters of a code never change: receipts of years ago are still in drawers', () =>
  expect(payload).toBe('MC1*H26.25.39-250520-1043*LH3KM3'));

test('a receipt issued again says which issue it is, within the same letters', () => {
  const second = receiptCode(code, 2);
  expect(second).toMatch(/^MC1\*H26\.25\.39-250520-1043\*2\*[0-9BCGHKLMNPQTV]{6}$/);
  expect(readReceiptCode(second)).toEqual({ ok: true, value: { kind: 'receipt', code, issue: 2 } });
});

test.each([
  { name: 'a scanned receipt', text: payload, value: { kind: 'receipt', code, issue: 0 } },
  {
    name: 'a scan in small letters',
    text: payload.toLowerCase(),
    value: { kind: 'receipt', code, issue: 0 },
  },
  {
    name: 'a scan with its line end',
    text: `\u{FEFF}${payload}\r\n`,
    value: { kind: 'receipt', code, issue: 0 },
  },
  { name: 'a typed code', text: ' h26.25.39-250520-1043 ', value: { kind: 'code', code } },
  { name: 'the last digits', text: '1043', value: { kind: 'tail', tail: '1043' } },
  { name: 'the day and the digits', text: '250520-1043', value: { kind: 'tail', tail: '250520-1043' } },
])('$name', ({ text, value }) => expect(readReceiptCode(text)).toEqual({ ok: true, value }));

test.each([
  { name: 'nothing', text: '' },
  {
    name: 'a citizen card',
    text: '001189012345|012345678|Khuất Thị Minh Nguyệt|12031989|Nữ|Hà Nội|10082021',
  },
  { name: 'a personal number', text: '001189012345' },
  { name: 'a receipt without its letters', text: `MC1*${code}` },
  { name: 'a receipt cut short', text: payload.slice(0, -1) },
  { name: 'a later kind of receipt', text: payload.replace('MC1', 'MC2') },
  { name: 'letters for another code', text: `MC1*${code}*${checkLetters('H26.25.39-250520-1044')}` },
  { name: 'letters for something that is no code', text: `MC1*HELLO*${checkLetters('HELLO')}` },
])('$name is refused', ({ text }) => expect(readReceiptCode(text)).toEqual(broken));

/** Refused, or the exchange changed nothing that counts. */
const isNotTheSame = (text: string, original: string, issue: number): boolean => {
  const read = readReceiptCode(text);
  return (
    !read.ok || (read.value.kind === 'receipt' && read.value.code === original && read.value.issue === issue)
  );
};

describe('a misread receipt', () => {
  const codes = fc
    .record({
      agencyCode: fc.constantFrom('H26.25.39', 'H26.109.25', '000.00.06.H56', 'H26'),
      date: fc.constantFrom(day('2018-10-11'), day('2025-05-20'), day('2026-11-22')),
      digits: fc.integer({ min: 1, max: 9 }).map((digit) => [digit]),
      serial: fc.integer({ min: 1, max: 999 }),
    })
    .map(dossierCode);
  const issues = fc.nat({ max: 99 });
  const characters = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.-*'.split(''));
  test('with one wrong character is never taken for another', () => {
    fc.assert(
      fc.property(codes, issues, fc.nat(), characters, (original, issue, place, character) => {
        const text = receiptCode(original, issue);
        const at = place % text.length;
        const wrong = text.slice(0, at) + character + text.slice(at + 1);
        return wrong === text || !readReceiptCode(wrong).ok;
      }),
      { numRuns: 10_000 },
    );
  });

  test('with two characters exchanged is never taken for another', () => {
    fc.assert(
      fc.property(codes, issues, fc.nat(), fc.nat(), (original, issue, first, second) => {
        const letters = receiptCode(original, issue).split('');
        const [a, b] = [first % letters.length, second % letters.length];
        [letters[a], letters[b]] = [letters[b] ?? '', letters[a] ?? ''];
        return isNotTheSame(letters.join(''), original, issue);
      }),
      { numRuns: 10_000 },
    );
  });

  test('or any other text is never taken for a receipt', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: characters, maxLength: 40 }));
    fc.assert(
      fc.property(text, (given) => {
        const read = readReceiptCode(given);
        if (!read.ok) return;
        expect(read.value.kind === 'tail' ? read.value.tail : read.value.code).toMatch(/\d{3,7}$/);
        expect(read.value.kind).not.toBe('receipt');
      }),
      { numRuns: 10_000 },
    );
  });
});
