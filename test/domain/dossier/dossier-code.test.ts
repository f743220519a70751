import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../../shared/domain/base/local-date.ts';
import { agency } from '../../../shared/domain/catalogue/agency.ts';
import {
  codeTail,
  dossierCode,
  nextSerial,
  parseDossierCode,
  shortCode,
} from '../../../shared/domain/dossier/dossier-code.ts';

const at = (deskDigit: number, serial: number) => ({
  agencyCode: 'H26.25.39',
  date: day('2025-05-20'),
  deskDigit,
  serial,
});

describe('a number given out at a counter', () => {
  test.each([
    { deskDigit: 1, serial: 43, code: 'H26.25.39-250520-1043' },
    { deskDigit: 9, serial: 1, code: 'H26.25.39-250520-9001' },
    { deskDigit: 2, serial: 999, code: 'H26.25.39-250520-2999' },
    { deskDigit: 2, serial: 1000, code: 'H26.25.39-250520-21000' },
    { deskDigit: 2, serial: 9999, code: 'H26.25.39-250520-29999' },
  ])('$code', ({ deskDigit, serial, code }) => expect(dossierCode(at(deskDigit, serial))).toBe(code));

  test.each([
    [0, 1],
    [10, 1],
    [1, 0],
    [1, 10_000],
    [1, 1.5],
  ])('counter %d with serial %d is a bug', (deskDigit, serial) =>
    expect(() => dossierCode(at(deskDigit, serial))).toThrow(RangeError),
  );

  test('serials start at 1 and end with a refusal', () => {
    expect(nextSerial(0)).toEqual({ ok: true, value: 1 });
    expect(nextSerial(9998)).toEqual({ ok: true, value: 9999 });
    expect(nextSerial(9999)).toEqual({
      ok: false,
      error: { code: 'serial-used-up', values: { last: 9999 } },
    });
  });

  test('no two counters, days or serials share a code', () => {
    const number = fc.record({
      deskDigit: fc.integer({ min: 1, max: 9 }),
      serial: fc.integer({ min: 1, max: 9999 }),
      date: fc.integer({ min: 0, max: 3000 }).map((days) => addDays(day('2018-01-01'), days)),
    });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const same = a.deskDigit === b.deskDigit && a.serial === b.serial && a.date === b.date;
        const codes = [a, b].map((one) => dossierCode({ agencyCode: 'H26', ...one }));
        return (codes[0] === codes[1]) === same;
      }),
      { numRuns: 10_000 },
    );
  });
});

test.each([
  { text: 'H26.25.39-250520-1043', agencyCode: 'H26.25.39', date: '2025-05-20', deskDigit: 1, serial: 43 },
  {
    text: ' h26.25.39-250520-21000 ',
    agencyCode: 'H26.25.39',
    date: '2025-05-20',
    deskDigit: 2,
    serial: 1000,
  },
  {
    text: '000.00.06.H56-231027-0361',
    agencyCode: '000.00.06.H56',
    date: '2023-10-27',
    deskDigit: null,
    serial: null,
  },
  {
    text: 'H15.50.05.13-261008-0975',
    agencyCode: 'H15.50.05.13',
    date: '2026-10-08',
    deskDigit: null,
    serial: null,
  },
  { text: 'G15.99-250520-0201043', agencyCode: 'G15.99', date: '2025-05-20', deskDigit: null, serial: null },
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
  expect(codeTail(1, 43)).toBe('1043');
});

test('whatever text comes, only codes are read, and a code reads back as its parts', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[A-Z]\d{2}(\.\d{2}){0,2}-\d{6}-\d{3,8}$/),
    fc
      .record({ deskDigit: fc.integer({ min: 1, max: 9 }), serial: fc.integer({ min: 1, max: 9999 }) })
      .map(({ deskDigit, serial }) => dossierCode(at(deskDigit, serial))),
  );
  fc.assert(
    fc.property(text, (given) => {
      const read = parseDossierCode(given);
      if (read === null) return;
      expect(agency.shape.code.safeParse(read.agencyCode).success).toBe(true);
      expect(day(read.date)).toBe(read.date);
      if (read.deskDigit !== null && read.serial !== null) {
        const parts = {
          agencyCode: read.agencyCode,
          date: read.date,
          deskDigit: read.deskDigit,
          serial: read.serial,
        };
        expect(dossierCode(parts)).toBe(read.code);
      }
    }),
    { numRuns: 10_000 },
  );
});
