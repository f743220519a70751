import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, hasMarks, squeezeD } from '../../shared/text/fold.ts';

describe('the search key', () => {
  test.each([
    ['Đỗ Thị Hòa', 'do thi hoa'],
    ['Đỗ Thị Hoà', 'do thi hoa'],
    ['ĐỖ THỊ HÒA'.normalize('NFD'), 'do thi hoa'],
    ['Ðặng Văn Ðức', 'dang van duc'],
    ['Ɖinh', 'dinh'],
    ['  Nguyễn   Văn\tAn ', 'nguyen van an'],
    ['H’Hen Niê', 'h hen nie'],
    ['Cụm 3, Võng Xuyên', 'cum 3 vong xuyen'],
    ['2.000815', '2 000815'],
    ['', ''],
    ['***', ''],
  ])('%s → %s', (text, key) => expect(fold(text)).toBe(key));

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)),
      { numRuns: 10_000 },
    );
  });

  test('composed and decomposed text have one key', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => fold(text.normalize('NFD')) === fold(text.normalize('NFC')),
      ),
    );
  });
});

test('a mnemonic is found with Telex on and off', () => {
  expect(squeezeD(fold('bđ'))).toBe('bd');
  expect(squeezeD(fold('bdd'))).toBe('bd');
});

test.each([
  ['Nguyễn', true],
  ['do van dung', false],
  ['đo', true],
  ['Hoa'.normalize('NFD'), false],
])('%s bears marks: %s', (text, marked) => expect(hasMarks(text)).toBe(marked));
