import { expect, test } from 'vitest';
import { refuse } from '../../../shared/contract/refusal.ts';
import { readVnd } from '../../../shared/domain/base/money.ts';
import { err, ok } from '../../../shared/result.ts';

test.each([
  ['0', 0],
  ['8000', 8000],
  ['8.000', 8000],
  ['8 000', 8000],
  ['8.000đ', 8000],
  ['8.000 ₫', 8000],
  ['8.000₫', 8000],
  [' 8.000 đồng ', 8000],
  ['8.000 VNĐ', 8000],
  ['1.250.000', 1_250_000],
  ['1.000.000.000.000', 1_000_000_000_000],
])('the amount "%s" can only be %d', (text, vnd) => {
  expect(readVnd(text, 'fee')).toEqual(ok(vnd));
});

test.each([
  '',
  '8.000,00',
  '10,5',
  '8,000',
  '₫8.000',
  '8.00',
  '80.00',
  '1.000 000',
  '0800',
  '-8000',
  '8k',
  'tám',
])('the amount "%s" is asked for again, never guessed', (text) => {
  expect(readVnd(text, 'fee')).toEqual(err(refuse('amount-unclear', 'fee')));
});

test('an amount above the ceiling of money is refused at its field', () => {
  expect(readVnd('1.000.000.000.001', 'fee')).toEqual(err(refuse('amount-too-large', 'fee')));
  expect(readVnd('9'.repeat(400), 'fee')).toEqual(err(refuse('amount-too-large', 'fee')));
});
