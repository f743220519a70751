import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  byGivenName,
  isLegacyFontText,
  lostMarks,
  normaliseName,
  printedName,
  titleCaseName,
} from '../../../shared/domain/people/person-name.ts';

test.each([
  { name: 'outer and double spaces go', given: '  Khuất  Thị\tMinh Nguyệt ', kept: 'Khuất Thị Minh Nguyệt' },
  { name: 'decomposed letters are composed', given: 'Nguyễn'.normalize('NFD'), kept: 'Nguyễn' },
  { name: 'eth is no Đ', given: 'Ðặng Văn Ðức', kept: 'Đặng Văn Đức' },
  { name: 'neither is the African d', given: 'Ɖinh ɖông', kept: 'Đinh đông' },
  { name: 'control characters go', given: 'Nguyễn\u0000Văn\u001BAn\r\n', kept: 'Nguyễn Văn An' },
  { name: 'half a character cannot be stored', given: 'An\uD83D', kept: 'An\uFFFD' },
])('$name', ({ given, kept }) => expect(normaliseName(given)).toBe(kept));

test.each([
  ['KHUẤT THỊ MINH NGUYỆT', 'Khuất Thị Minh Nguyệt'],
  ['khuất thị minh nguyệt', 'Khuất Thị Minh Nguyệt'],
  ['đỗ ÁNH đào', 'Đỗ Ánh Đào'],
  ["H'HEN NIÊ", "H'Hen Niê"],
  ['y-bhăm êban', 'Y-Bhăm Êban'],
  ['', ''],
])('%s in title case is %s', (given, name) => expect(titleCaseName(given)).toBe(name));

test('certificates and receipts print capitals', () =>
  expect(printedName('Đỗ Thị Thuý Ngà')).toBe('ĐỖ THỊ THUÝ NGÀ'));

test.each([
  ['NGUYEN VAN AN', true],
  ['Nguyễn Van An', false],
  ['Lan Anh', false],
  ['Do Thi Hong', true],
  ['Đo Thi Hong', false],
])('%s has lost its marks: %s', (name, lost) => expect(lostMarks(name)).toBe(lost));

test.each([
  { name: 'TCVN3', text: 'NguyÔn V¨n An', legacy: true },
  { name: 'TCVN3 with a soft hyphen', text: 'Ph­¬ng', legacy: true },
  { name: 'VNI', text: 'Nguyeãn Vaên An', legacy: true },
  { name: 'VNI capitals', text: 'TRAÀN VAÊN HUØNG', legacy: true },
  { name: 'Unicode', text: 'Nguyễn Thị Thuỳ Dương', legacy: false },
  { name: 'Unicode, decomposed', text: 'Trần Hoà Bình'.normalize('NFD'), legacy: false },
  { name: 'a French name', text: 'Loïc Lefèvre', legacy: false },
  { name: 'a Portuguese name', text: 'João Leão', legacy: false },
  { name: 'a Spanish name', text: 'José Muñoz', legacy: false },
])('$name text of an old font: $legacy', ({ text, legacy }) => expect(isLegacyFontText(text)).toBe(legacy));

test('whatever is typed becomes a name that can be stored, hashed and searched', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const name = normaliseName(text);
      expect(name).toBe(normaliseName(name));
      expect(name.isWellFormed()).toBe(true);
      expect(name).toBe(name.normalize('NFC'));
      expect(name).not.toMatch(/^\s|\s$|\s{2}|\p{Cc}|[ÐƉ]/u);
    }),
    { numRuns: 10_000 },
  );
});

test('lists go by given name, then by the whole name, in Vietnamese order', () => {
  const names = ['Nguyễn Văn Đạt', 'Đỗ Thu Trang', 'Kiều Thị Ánh', 'Bùi Văn Dũng', 'An Văn Đạt'];
  expect(names.toSorted(byGivenName)).toEqual([
    'Kiều Thị Ánh',
    'Bùi Văn Dũng',
    'An Văn Đạt',
    'Nguyễn Văn Đạt',
    'Đỗ Thu Trang',
  ]);
});
