import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPhone, parsePhone, phoneSearchKey } from '../../../shared/domain/people/phone.ts';

describe('a phone number', () => {
  test.each([
    { typed: '0912345678', number: '0912345678', kind: 'mobile' },
    { typed: '0912 345 678', number: '0912345678', kind: 'mobile' },
    { typed: '0912.345.678', number: '0912345678', kind: 'mobile' },
    { typed: '+84 912 345 678', number: '0912345678', kind: 'mobile' },
    { typed: '84912345678', number: '0912345678', kind: 'mobile' },
    { typed: '0084 912-345-678', number: '0912345678', kind: 'mobile' },
    { typed: '(024) 3364 0000', number: '02433640000', kind: 'landline' },
    { typed: '+84 24 3364 0000', number: '02433640000', kind: 'landline' },
  ])('$typed', ({ typed, number, kind }) =>
    expect(parsePhone(typed)).toEqual({ ok: true, value: { number, kind, search: number } }),
  );

  test.each([
    ['01691234567', '0391234567'],
    ['01201234567', '0701234567'],
    ['01211234567', '0791234567'],
    ['01281234567', '0781234567'],
    ['01231234567', '0831234567'],
    ['01271234567', '0811234567'],
    ['01861234567', '0561234567'],
    ['01991234567', '0591234567'],
    ['+84 169 123 4567', '0391234567'],
  ])('%s of before autumn 2018 is found as %s', (typed, search) => {
    expect(parsePhone(typed)).toMatchObject({ ok: true, value: { kind: 'mobile', search } });
    expect(phoneSearchKey(typed)).toBe(search);
  });

  test.each([
    { typed: '091234567', count: 9 },
    { typed: '09123456789', count: 11 },
    { typed: '0612345678', count: 10 },
    { typed: '0243364000', count: 10 },
    { typed: '01611234567', count: 11 },
    { typed: '0912 34x 678', count: 9 },
    { typed: '', count: 0 },
    { typed: 'không có', count: 0 },
  ])('"$typed" is refused with its $count digits', ({ typed, count }) =>
    expect(parsePhone(typed)).toEqual({
      ok: false,
      error: { code: 'phone-length', field: 'phone', values: { count } },
    }),
  );

  test.each([
    ['0912345678', '0912 345 678'],
    ['02433640000', '(024) 3364 0000'],
    ['02033825555', '(0203) 382 5555'],
    ['01691234567', '0169 123 4567'],
    ['123', '123'],
    ['', ''],
  ])('%s is shown as %s', (number, shown) => expect(formatPhone(number)).toBe(shown));
});

describe('whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'0123456789+-. ()'.split('')), maxLength: 16 }),
    fc.integer({ min: 0, max: 999_999_999 }).map((n) => `09${String(n).padStart(8, '0')}`),
  );

  test('only numbers that can be called are accepted', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const read = parsePhone(text);
        if (!read.ok) return;
        expect(read.value.number).toMatch(/^(0[35789]\d{8}|02\d{9}|01\d{9})$/);
        expect(read.value.search).toMatch(/^(0[35789]\d{8}|02\d{9})$/);
        expect(phoneSearchKey(read.value.number)).toBe(read.value.search);
      }),
      { numRuns: 10_000 },
    );
  });

  test('what is shown reads back as what is stored', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const read = parsePhone(text);
        if (read.ok) expect(parsePhone(formatPhone(read.value.number))).toEqual(read);
      }),
      { numRuns: 10_000 },
    );
  });
});
