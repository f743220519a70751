import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../../shared/domain/base/local-date.ts';
import { agency } from '../../../shared/domain/catalogue/agency.ts';
import {
  codeTail,
  dossierCode,
  fewSerialsLeft,
  isCodeOf,
  nextSerial,
  parseDossierCode,
  shortCode,
} from '../../../shared/domain/dossier/dossier-code.ts';

const at = (digits: readonly number[], serial: number) => ({
  agencyCode: 'H26.25.39',
  date: day('2025-05-20'),
  digits,
  serial,
});

describe('a number given out at a counter has four digits', () => {
  test.each([
    { name: 'the counter and three digits', digits: [1], serial: 43, code: 'H26.25.39-250520-1043' },
    { name: 'from 001', digits: [9], serial: 1, code: 'H26.25.39-250520-9001' },
    { name: 'to 999', digits: [2], serial: 999, code: 'H26.25.39-250520-2999' },
    { name: 'then the next digit', digits: [2, 7], serial: 1000, code: 'H26.25.39-250520-7001' },
    { name: 'to its end', digits: [2, 7, 5], serial: 1998, code: 'H26.25.39-250520-7999' },
    { name: 'and the one after', digits: [2, 7, 5], serial: 1999, code: 'H26.25.39-250520-5001' },
  ])('$name', ({ digits, serial, code }) => expect(dossierCode(at(digits, serial))).toBe(code));

  test.each([
    { digits: [0], serial: 1 },
    { digits: [10], serial: 1 },
    { digits: [], serial: 1 },
    { digits: [1], serial: 0 },
    { digits: [1], serial: 1000 },
    { digits: [1, 2], serial: 1999 },
    { digits: [1], serial: 1.5 },
  ])('digits $digits with serial $serial is a bug', ({ digits, serial }) =>
    expect(() => dossierCode(at(digits, serial))).toThrow(RangeError),
  );

  test.each([
    { last: 0, digits: 1, next: 1 },
    { last: 998, digits: 1, next: 999 },
    { last: 999, digits: 1, next: null },
    { last: 999, digits: 2, next: 1000 },
    { last: 1998, digits: 2, next: null },
    // A build of before had gone on with a fifth digit when this one took its place.
    { last: 1005, digits: 1, next: null },
  ])('after $last with $digits digits comes $next', ({ last, digits, next }) =>
    expect(nextSerial(last, digits)).toEqual(
      next === null
        ? { ok: false, error: { code: 'serial-used-up', values: { last: digits * 999 } } }
        : { ok: true, value: next },
    ),
  );

  test.each([
    { last: 949, digits: 1, left: null },
    { last: 950, digits: 1, left: 49 },
    { last: 999, digits: 1, left: 0 },
    { last: 1005, digits: 1, left: 0 },
    { last: 999, digits: 2, left: null },
    { last: 1949, digits: 2, left: 49 },
  ])('after $last with $digits digits, $left are left and worth saying', ({ last, digits, left }) =>
    expect(fewSerialsLeft(last, digits)).toBe(left),
  );

  test.each([
    { tail: '1043', serial: 43, is: true },
    { tail: '1043', serial: 44, is: false },
    { tail: '7043', serial: 1042, is: true },
    { tail: '7043', serial: 43, is: false },
    { tail: '8043', serial: 1042, is: false },
    { tail: '11042', serial: 1042, is: true },
    { tail: '0361', serial: 361, is: false },
  ])('$tail as number $serial of a counter that has 1 and 7: $is', ({ tail, serial, is }) => {
    const read = parseDossierCode(`H26.25.39-250520-${tail}`);
    expect(read !== null && isCodeOf(read, { digits: [1, 7], serial })).toBe(is);
  });

  test('no two counters, days or serials share a code', () => {
    const number = fc.record({
      digits: fc.constantFrom([1, 4], [2, 3], [9]),
      serial: fc.integer({ min: 1, max: 999 }),
      date: fc.integer({ min: 0, max: 3000 }).map((days) => addDays(day('2018-01-01'), days)),
    });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const same = a.digits === b.digits && a.serial === b.serial && a.date === b.date;
        const codes = [a, b].map((one) => dossierCode({ agencyCode: 'H26', ...one }));
        return (codes[0] === codes[1]) === same;
      }),
      { numRuns: 10_000 },
    );
  });
});

test.each([
  { text: 'H26.25.39-250520-1043', agencyCode: 'H26.25.39', date: '2025-05-20', digit: 1, number: 43 },
  {
    text: ' h26.25.39-250520-21000 ',
    agencyCode: 'H26.25.39',
    date: '2025-05-20',
    digit: 2,
    number: 1000,
  },
  {
    text: '000.00.06.H56-231027-0361',
    agencyCode: '000.00.06.H56',
    date: '2023-10-27',
    digit: null,
    number: null,
  },
  {
    text: 'H15.50.05.13-261008-0975',
    agencyCode: 'H15.50.05.13',
    date: '2026-10-08',
    digit: null,
    number: null,
  },
  { text: 'G15.99-250520-0201043', agencyCode: 'G15.99', date: '2025-05-20', digit: null, number: null },
])('$text is read', ({ text, ...parts }) => expect(parseDossierCode(text)).toMatchObject(parts));

test.each([
  '',
  '250520-1043',
  'H26.25.39-250520-104',
  'H26.25.39-250520-10430000',
  'H26.25.39-251320-1043',
  'H26.25.39-250230-1043',
  'H26.25.39_250520_1043',
  '26.25.39-250520-1043',
  'H26.25.39-250520-1043-1',
])('"%s" is no code', (text) => expect(parseDossierCode(text)).toBeNull());

test('people read out the day and the number', () => {
  expect(shortCode('H26.25.39-250520-1043')).toBe('250520-1043');
  expect(shortCode('what')).toBe('what');
  expect(codeTail('H26.25.39-250520-1043')).toBe('1043');
});

test('whatever text comes, only codes are read, and a code reads back as its parts', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[A-Z]\d{2}(\.\d{2}){0,2}-\d{6}-\d{3,8}$/),
    fc
      .record({ digit: fc.integer({ min: 1, max: 9 }), serial: fc.integer({ min: 1, max: 999 }) })
      .map(({ digit, serial }) => dossierCode(at([digit], serial))),
  );
  fc.assert(
    fc.property(text, (given) => {
      const read = parseDossierCode(given);
      if (read === null) return;
      expect(agency.shape.code.safeParse(read.agencyCode).success).toBe(true);
      expect(day(read.date)).toBe(read.date);
      const { agencyCode, date, digit, number: serial } = read;
      if (digit === null || serial === null || serial > 999) return;
      expect(dossierCode({ agencyCode, date, digits: [digit], serial })).toBe(read.code);
    }),
    { numRuns: 10_000 },
  );
});
