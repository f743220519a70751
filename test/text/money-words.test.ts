import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { moneyWords } from '../../shared/text/money-words.ts';

test.each([
  [0, 'Không đồng'],
  [1, 'Một đồng'],
  [5, 'Năm đồng'],
  [10, 'Mười đồng'],
  [15, 'Mười lăm đồng'],
  [21, 'Hai mươi mốt đồng'],
  [24, 'Hai mươi tư đồng'],
  [25, 'Hai mươi lăm đồng'],
  [11, 'Mười một đồng'],
  [14, 'Mười bốn đồng'],
  [101, 'Một trăm linh một đồng'],
  [105, 'Một trăm linh năm đồng'],
  [110, 'Một trăm mười đồng'],
  [8000, 'Tám nghìn đồng'],
  [22_000, 'Hai mươi hai nghìn đồng'],
  [1005, 'Một nghìn không trăm linh năm đồng'],
  [1_000_005, 'Một triệu không trăm linh năm đồng'],
  [200_000, 'Hai trăm nghìn đồng'],
  [3_041_000, 'Ba triệu không trăm bốn mươi mốt nghìn đồng'],
  [1_000_000_000, 'Một tỷ đồng'],
  [
    999_999_999_999,
    'Chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng',
  ],
])('%d: %s', (vnd, words) => expect(moneyWords(vnd)).toBe(words));

const values = new Map(
  'không một hai ba bốn năm sáu bảy tám chín'.split(' ').map((word, value) => [word, value] as const),
);
for (const [word, value] of [
  ['mốt', 1],
  ['tư', 4],
  ['lăm', 5],
] as const) {
  values.set(word, value);
}
const scales = new Map([
  ['nghìn', 1000],
  ['triệu', 1_000_000],
  ['tỷ', 1_000_000_000],
]);

/** Reads the words back with rules of its own. */
function heard(words: string): number {
  let total = 0;
  let group = 0;
  let digit = 0;
  for (const word of words
    .toLowerCase()
    .replace(/ đồng$/, '')
    .split(' ')) {
    const scale = scales.get(word);
    if (word === 'trăm') {
      group += digit * 100;
      digit = 0;
    } else if (word === 'mươi') {
      group += digit * 10;
      digit = 0;
    } else if (word === 'mười') group += 10;
    else if (scale !== undefined) {
      total += (group + digit) * scale;
      group = 0;
      digit = 0;
    } else digit = values.get(word) ?? 0;
  }
  return total + group + digit;
}

test('what is written is what is heard', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (vnd) => heard(moneyWords(vnd)) === vnd),
    { numRuns: 10_000 },
  );
});

test.each([-1, 0.5, 1e12, Number.NaN])('%d is no amount', (vnd) =>
  expect(() => moneyWords(vnd)).toThrow(RangeError),
);
