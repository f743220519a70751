import { describe, expect, test } from 'vitest';
import { moment } from '../../../shared/domain/base/local-date.ts';
import { type Applicant, noApplicant } from '../../../shared/domain/people/applicant.ts';
import { newestParticulars, type Visit, visitsOf } from '../../../shared/domain/people/person-visits.ts';

const thinh: Applicant = {
  ...noApplicant,
  name: 'Kiều Văn Thịnh',
  idNumber: '001085000001',
  birthDate: '1985-02-03',
  phone: '0912000001',
};

/** A visit on a day of May 2025. */
const visit = (
  dossier: string,
  day: number,
  part: Partial<Applicant> = {},
  former: Visit['former'] = null,
): Visit => ({
  dossier,
  at: moment(`2025-05-${day}T09:00`),
  applicant: { ...thinh, ...part },
  former,
});

const ids = (visits: readonly Visit[]) => visits.map(({ dossier }) => dossier);
/** An index that offers everything. */
const among =
  (...all: readonly Visit[]) =>
  () =>
    all;

describe('the visits of a person', () => {
  test('go from the newest to the oldest, however they are stored; of one minute the last given first', () => {
    const stored = among(visit('b', 12), visit('d', 14), visit('a', 11), visit('c', 14));
    expect(ids(visitsOf(thinh, stored))).toEqual(['d', 'c', 'b', 'a']);
  });

  test('lead on from an old number to the visits under it, and from a phone to those without a number', () => {
    const old = visit('old', 10, { idNumber: '012345678', birthDate: null, phone: '' });
    const bridge = visit('bridge', 12, { otherNumbers: ['012345678'] });
    const called = visit('called', 11, { idNumber: '', birthDate: null });
    const asked = { ...thinh, phone: '', birthDate: null };
    expect(ids(visitsOf(asked, among(old, called, bridge)))).toEqual(['bridge', 'called', 'old']);
  });

  test.each<{ what: string; other: Partial<Applicant> }>([
    { what: 'another number of the kind', other: { idNumber: '001085000002' } },
    { what: 'another name under the number', other: { name: 'Bùi Văn Thịnh' } },
    { what: 'another year under the number', other: { birthDate: '1986-02-03' } },
    { what: 'the name alone', other: { idNumber: '', birthDate: null, phone: '' } },
  ])('are not those with $what', ({ other }) => {
    expect(ids(visitsOf(thinh, among(visit('own', 12), visit('other', 13, other))))).toEqual(['own']);
  });

  test('go on under a former name where an officer has said so', () => {
    const before = visit('before', 10, { name: 'Kiều Thị Cũ' });
    const renamed = visit('renamed', 12, {}, { name: 'Kiều Thị Cũ', birthDate: thinh.birthDate });
    expect(ids(visitsOf(thinh, among(before, renamed)))).toEqual(['renamed', 'before']);
    expect(ids(visitsOf(thinh, among(before)))).toEqual([]);
  });

  test('hold the one that was asked from, also where it tells a name and nothing else', () => {
    const bare = visit('bare', 10, { idNumber: '', birthDate: null, phone: '' });
    expect(ids(visitsOf(bare.applicant, among(), bare))).toEqual(['bare']);
  });
});

describe('what is newest of a person', () => {
  test('is the last visit; what it left out comes from the ones before', () => {
    const visits = [
      visit('c', 14, { idNumber: '', birthDate: null, phone: '', address: '' }),
      visit('b', 12, { idNumber: '012345678', phone: '0912000002', sex: 'male' }),
      visit('a', 10, { address: 'Cụm 1', sex: 'female', birthDate: '1985' }),
    ];
    expect(newestParticulars(visits)).toEqual({
      ...thinh,
      // The number for life goes before a later one of another kind.
      otherNumbers: ['012345678'],
      birthDate: thinh.birthDate,
      phone: '0912000002',
      sex: 'male',
      address: 'Cụm 1',
    });
  });

  test('keeps five other numbers at most, each once, and none that is the own one', () => {
    const others = ['1', '2', '3', '4', '5', '6'].map((n) => `01234567${n}`);
    const told = newestParticulars([
      visit('b', 12, { otherNumbers: [thinh.idNumber, ...others.slice(0, 3)] }),
      visit('a', 11, { otherNumbers: others }),
    ]);
    expect(told?.otherNumbers).toEqual(others.slice(0, 5));
  });

  test('is nothing for nobody, and keeps the kind that was said of the number', () => {
    expect(newestParticulars([])).toBeNull();
    const passport = { idNumber: 'C1234567', idKind: 'passport' as const };
    expect(newestParticulars([visit('a', 10, passport)])).toMatchObject(passport);
    expect(
      newestParticulars([visit('b', 12, { idNumber: '', idKind: 'other' }), visit('a', 10, passport)]),
    ).toMatchObject(passport);
  });
});
