import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkIdNumber,
  formatIdNumber,
  idContradictions,
  idDoubt,
  idNumberKind,
  maskIdNumber,
  personalNumberFacts,
  readTypedNumber,
} from '../../../shared/domain/people/personal-number.ts';

test.each([
  ['001189012345', 'personal'],
  ['012345678', 'cmnd'],
  ['B1234567', 'passport'],
  ['C12345678', 'passport'],
  ['', 'none'],
  ['00118901234', 'unknown'],
  ['b1234567', 'unknown'],
  ['EA1234567', 'passport'],
  ['C4VHG29T8', 'passport'],
  ['P0123456A', 'passport'],
  ['0123456789', 'organisation'],
  ['0123456789001', 'organisation'],
])('%s is of the kind %s', (number, kind) => expect(idNumberKind(number)).toBe(kind));

test.each([
  { number: '001189012345', place: '001', sex: 'female', century: 1900, birthYear: 1989 },
  { number: '001085012345', place: '001', sex: 'male', century: 1900, birthYear: 1985 },
  { number: '079203012345', place: '079', sex: 'male', century: 2000, birthYear: 2003 },
  { number: '096318012345', place: '096', sex: 'female', century: 2000, birthYear: 2018 },
])('$number says who', ({ number, ...facts }) => expect(personalNumberFacts(number)).toEqual(facts));

test('a 9-digit number says nothing', () => expect(personalNumberFacts('012345678')).toBeNull());

test.each([
  ['001 189 012 345', '001189012345'],
  ['001.189.012.345', '001189012345'],
  [' 012345678 ', '012345678'],
  ['b1234567', 'B1234567'],
  ['ea 1234567', 'EA1234567'],
  ['0123456789-001', '0123456789001'],
  ['', ''],
])('"%s" is stored as "%s"', (typed, stored) =>
  expect(checkIdNumber(typed)).toEqual({ ok: true, value: stored }),
);

test.each([
  ['00118901234', 11],
  ['00118901234567', 14],
  ['1', 1],
  ['00118901234O', 12],
])('"%s" is refused with a count of %d', (typed, count) =>
  expect(checkIdNumber(typed)).toEqual({
    ok: false,
    error: { code: 'id-length', field: 'idNumber', values: { count } },
  }),
);

test.each([
  ['mst 0109876543-001', { idNumber: '0109876543001', idKind: 'organisation' }],
  ['MST: 0109876543', { idNumber: '0109876543', idKind: 'organisation' }],
  ['mst', { idNumber: '', idKind: 'organisation' }],
  ['hc 123456789', { idNumber: '123456789', idKind: 'passport' }],
  ['001 189 012 345', { idNumber: '001189012345' }],
  ['CC123456', { idNumber: 'CC123456' }],
  ['an', { idNumber: 'AN' }],
])('"%s" is read with the kind that stands before it', (typed, read) =>
  expect(readTypedNumber(typed)).toEqual(read),
);

describe('a number of a kind that an officer has chosen', () => {
  test.each([
    { typed: '123456789', kind: 'passport', ok: true, doubt: null },
    { typed: '00118901234', kind: 'passport', ok: true, doubt: 'id-not-usual' },
    { typed: '012345678', kind: 'organisation', ok: true, doubt: 'id-not-usual' },
    { typed: '0123456789-001', kind: 'organisation', ok: true, doubt: null },
    { typed: 'HS 12/2020', kind: 'other', ok: true, doubt: null },
    { typed: '001089012345', kind: 'cmnd', ok: true, doubt: null },
    { typed: '00118901234', kind: 'personal', ok: false, doubt: null },
    { typed: '01234567', kind: 'cmnd', ok: false, doubt: null },
    { typed: '0123456789', kind: null, ok: true, doubt: 'id-like-tax' },
    { typed: 'EA1234567', kind: null, ok: true, doubt: 'id-like-passport' },
    { typed: 'C12345678', kind: null, ok: true, doubt: null },
  ] as const)('$typed as $kind', ({ typed, kind, ok, doubt }) => {
    expect(checkIdNumber(typed, kind).ok).toBe(ok);
    expect(idDoubt({ idNumber: typed, idKind: kind })).toBe(doubt);
  });
});

test.each([null, 'personal', 'cmnd', 'passport', 'organisation', 'other'] as const)(
  'where no number stands, none is doubted as %s',
  (idKind) => expect(idDoubt({ idNumber: '', idKind })).toBeNull(),
);

describe('a number that disagrees with the card is a warning', () => {
  const who = { idNumber: '001189012345', birthDate: '1989-03-12', sex: 'female' } as const;
  test.each([
    { name: 'all agrees', person: who, codes: [] },
    { name: 'another year', person: { ...who, birthDate: '1998-03-12' }, codes: ['id-other-birth-year'] },
    { name: 'another sex', person: { ...who, sex: 'male' as const }, codes: ['id-other-sex'] },
    { name: 'only the year is known', person: { ...who, birthDate: '1989' }, codes: [] },
    {
      name: 'nothing else is known',
      person: { ...who, birthDate: null, sex: 'unknown' as const },
      codes: [],
    },
    { name: 'an old number', person: { ...who, idNumber: '012345678', birthDate: '1998' }, codes: [] },
  ])('$name', ({ person, codes }) => expect(idContradictions(person).map((one) => one.code)).toEqual(codes));

  test('the sentence gets both years', () =>
    expect(idContradictions({ ...who, birthDate: '1998-03-12' })).toEqual([
      { code: 'id-other-birth-year', values: { idYear: 1989, year: 1998 } },
    ]));
});

test.each([
  ['001189012345', '001 189 012 345', '001189***345'],
  ['012345678', '012 345 678', '012***678'],
  ['B1234567', 'B1234567', 'B1***67'],
  ['', '', ''],
  ['what', 'what', '***'],
])('%s is shown as %s and masked as %s', (number, shown, masked) => {
  expect(formatIdNumber(number)).toBe(shown);
  expect(maskIdNumber(number)).toBe(masked);
});

test('whatever is typed, only known kinds are accepted and no mask gives the number away', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'0123456789 .AB'.split('')), maxLength: 15 }),
  );
  fc.assert(
    fc.property(typed, (text) => {
      expect(maskIdNumber(text) === '' || maskIdNumber(text) !== text).toBe(true);
      const read = checkIdNumber(text);
      if (!read.ok) return;
      expect(read.value).toMatch(/^(|\d{9,10}|\d{12,13}|[A-Z\d]{6,9})$/);
      expect(checkIdNumber(formatIdNumber(read.value))).toEqual(read);
    }),
    { numRuns: 10_000 },
  );
});
