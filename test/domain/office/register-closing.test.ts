import { describe, expect, test } from 'vitest';
import { moment } from '../../../shared/domain/base/local-date.ts';
import type { Role } from '../../../shared/domain/base/roles.ts';
import { readVolume, registerNumber, registerVolume } from '../../../shared/domain/dossier/register.ts';
import type { OfficeFact } from '../../../shared/domain/office/office-events.ts';
import {
  type Book,
  type Closing,
  closeRegister,
  closingDoubt,
  foldClosings,
  reopenRegister,
} from '../../../shared/domain/office/register-closing.ts';

const volume = '1/2025';
const closed = {
  at: moment('2026-01-02T08:00'),
  volume,
  lastNumber: 1043,
  entries: 1043,
  pages: 105,
  rowsPerPage: 10,
};
const { volume: _volume, ...figures } = closed;
const closing: Closing = { ...figures, by: 'quy', doubt: '' };
const book = (change: Partial<Book> = {}): Book => ({
  volume,
  entries: 1043,
  lastNumber: 1043,
  closing: null,
  ...change,
});
const asked = (now = '2026-01-02T08:00', deskDigit = 1) => ({ deskDigit, now: moment(now) });

test('a counter has one register a year, and its serials are written from 01', () => {
  expect(registerVolume(3, moment('2025-12-31T23:59'))).toBe('3/2025');
  expect(readVolume('3/2025')).toEqual({ deskDigit: 3, year: '2025' });
  expect(['01', '3/25', '0/2025', '3/2025/2', ''].map(readVolume)).toEqual([null, null, null, null, null]);
  expect([1, 9, 10, 1043].map(registerNumber)).toEqual(['01', '09', '10', '1043']);
});

describe('closing a register', () => {
  test('says its last serial, its lines and its pages', () =>
    expect(closeRegister(book(), 10, asked())).toEqual({
      ok: true,
      value: { type: 'register.closed', body: closed },
    }));

  test.each([
    { name: 'that has no line', book: null, now: '2026-01-02T08:00', counter: 1, code: 'register-unknown' },
    {
      name: 'of another counter',
      book: book(),
      now: '2026-01-02T08:00',
      counter: 2,
      code: 'register-elsewhere',
    },
    { name: 'in its last minute', book: book(), now: '2025-12-31T23:59', counter: 1, code: 'year-not-over' },
    {
      name: 'that is closed',
      book: book({ closing }),
      now: '2026-01-02T08:00',
      counter: 1,
      code: 'register-closed-already',
    },
    {
      name: 'that is none of ours',
      book: book({ volume: '01' }),
      now: '2026-01-02T08:00',
      counter: 1,
      code: 'register-unknown',
    },
  ])('$name is refused: $code', ({ book: given, now, counter, code }) =>
    expect(closeRegister(given, 10, asked(now, counter))).toMatchObject({ ok: false, error: { code } }),
  );

  test('from the first minute of the new year on', () =>
    expect(closeRegister(book(), 10, asked('2026-01-01T00:00')).ok).toBe(true));

  test('again, when a line came in afterwards', () =>
    expect(closeRegister(book({ entries: 1044, lastNumber: 1044, closing }), 10, asked())).toMatchObject({
      ok: true,
      value: { body: { entries: 1044, lastNumber: 1044 } },
    }));
});

describe('opening a register again', () => {
  test.each([
    {
      name: 'that is not closed',
      book: book(),
      now: '2025-06-01T08:00',
      reason: 'x',
      code: 'register-not-closed',
    },
    {
      name: 'of a year that is over',
      book: book({ closing }),
      now: '2026-01-02T09:00',
      reason: 'x',
      code: 'year-is-over',
    },
    {
      name: 'without a reason',
      book: book({ closing }),
      now: '2025-06-01T08:00',
      reason: '  ',
      code: 'reason-missing',
    },
  ])('$name is refused: $code', ({ book: given, now, reason, code }) =>
    expect(reopenRegister(given, reason, asked(now))).toMatchObject({ ok: false, error: { code } }),
  );

  test('is for one that a clock closed too early', () =>
    expect(reopenRegister(book({ closing }), ' Đồng hồ sai năm ', asked('2025-06-01T08:00'))).toEqual({
      ok: true,
      value: {
        type: 'register.reopened',
        body: { at: '2025-06-01T08:00', volume, reason: 'Đồng hồ sai năm' },
      },
    }));
});

const closedFact: OfficeFact = { type: 'register.closed', body: closed };
const reopened: OfficeFact = {
  type: 'register.reopened',
  body: { at: moment('2025-06-01T08:00'), volume, reason: 'Đồng hồ sai năm' },
};
const told = (fact: OfficeFact, doubt = '', actor = 'quy') => ({ fact, actor, doubt });

test.each([
  { name: 'nothing', facts: [], by: null },
  { name: 'a closing', facts: [told(closedFact)], by: 'quy' },
  { name: 'a later closing', facts: [told(closedFact), told(closedFact, '', 'hanh')], by: 'hanh' },
  { name: 'a closing that was taken back', facts: [told(closedFact), told(reopened)], by: null },
  { name: 'one the district counts otherwise', facts: [told(closedFact, 'register-differs')], by: 'quy' },
  { name: 'a stranger’s', facts: [told(closedFact, 'officer-unknown')], by: null },
  { name: 'another counter’s', facts: [told(closedFact, 'other-counter')], by: null },
  { name: 'one of a year that is not over', facts: [told(closedFact, 'year-not-over')], by: null },
  { name: 'a body it cannot be', facts: [told(closedFact, 'bad-body')], by: null },
])('what stands after $name', ({ facts, by }) =>
  expect(foldClosings(facts).get(volume)?.by ?? null).toBe(by),
);

describe('the district looks at a closing', () => {
  const bench = {
    deskDigit: 1,
    year: '2026',
    bookOf: () => ({ entries: 1043, lastNumber: 1043 }),
  };
  test.each<[string, Partial<typeof bench>, Role, string | null]>([
    ['that agrees', {}, 'leader', null],
    ['of another counter', { deskDigit: 2 }, 'leader', 'other-counter'],
    ['by who may not', {}, 'reception', 'not-permitted'],
    ['of a year that is not over here', { year: '2025' }, 'supervisor', 'year-not-over'],
    ['of fewer lines', { bookOf: () => ({ entries: 1044, lastNumber: 1044 }) }, 'leader', 'register-differs'],
  ])('%s', (_, change, role, code) =>
    expect(closingDoubt(closedFact, role, { ...bench, ...change })).toBe(code),
  );
});
