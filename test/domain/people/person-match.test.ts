import { expect, test } from 'vitest';
import { noApplicant } from '../../../shared/domain/people/applicant.ts';
import { isIdClash, isSamePerson, nameKey } from '../../../shared/domain/people/person-match.ts';

const an = {
  ...noApplicant,
  name: 'Nguyễn Văn An',
  idNumber: '001085012345',
  birthDate: '1985-02-05',
  phone: '0912345678',
};
const chip = { ...an, otherNumbers: ['012345678'], birthDate: null, phone: '' };
const cmnd = { ...an, idNumber: '012345678', birthDate: null, phone: '' };

test.each([
  { name: 'the same number', other: { ...an, birthDate: null }, same: true, clash: false },
  {
    name: 'the same number, the name in capitals',
    other: { ...an, name: 'NGUYEN VAN AN' },
    same: true,
    clash: false,
  },
  {
    name: 'the same number, another name',
    other: { ...an, name: 'Trần Thị Bình' },
    same: false,
    clash: true,
  },
  {
    name: 'the same number and name, another year of birth',
    other: { ...an, birthDate: '1958-02-05' },
    same: false,
    clash: true,
  },
  {
    name: 'the same number and name, only the year of birth known',
    other: { ...an, birthDate: '1985' },
    same: true,
    clash: false,
  },
  { name: 'the same number, no name yet', other: { ...an, name: '' }, same: true, clash: false },
  { name: 'name and birth, no number', other: { ...an, idNumber: '' }, same: true, clash: false },
  {
    name: 'name and birth, the old number',
    other: { ...an, idNumber: '012345678' },
    same: true,
    clash: false,
  },
  {
    name: 'name and birth, another number',
    other: { ...an, idNumber: '001085999999' },
    same: false,
    clash: false,
  },
  {
    name: 'a namesake',
    other: { ...an, idNumber: '', birthDate: '1990-01-01', phone: '' },
    same: false,
    clash: false,
  },
  {
    name: 'a name alone',
    other: { ...an, idNumber: '', birthDate: null, phone: '' },
    same: false,
    clash: false,
  },
  {
    name: 'name and phone, nothing else',
    other: { ...an, idNumber: '', birthDate: null },
    same: true,
    clash: false,
  },
  {
    name: 'the son at his father’s phone',
    other: { ...an, idNumber: '', birthDate: '2010-01-01' },
    same: false,
    clash: false,
  },
  {
    name: 'another name that an officer found to be the former one',
    other: { ...an, name: 'Nguyễn Văn Ân Điển', former: an },
    same: true,
    clash: false,
  },
])('$name', ({ other, same, clash }) => {
  expect(isSamePerson(an, other)).toBe(same);
  expect(isSamePerson(other, an)).toBe(same);
  expect(isIdClash(an, other)).toBe(clash);
  expect(isIdClash(other, an)).toBe(clash);
});

test('the old number on the chip card is its bearer’s, under whichever of the two he is looked for', () => {
  expect(isSamePerson(chip, cmnd)).toBe(true);
  expect(isIdClash(chip, { ...cmnd, name: 'Trần Thị Bình' })).toBe(true);
});

test('nine digits of a foreign passport are not the old card of the same digits', () => {
  const foreigner = { ...cmnd, idKind: 'passport' as const };
  expect(isSamePerson(cmnd, foreigner)).toBe(false);
  expect(isIdClash(cmnd, foreigner)).toBe(false);
});

test.each([
  ["H'Hen Niê", 'hhen niê'],
  ['Y-Bhăm Êban', 'Y Bhăm Êban'],
  ['Lý Mỹ Kỳ', 'Lí Mĩ Kì'],
  ['Đỗ Thị Hoà', 'ĐỖ THỊ HÒA'],
])('%s and %s are one name', (a, b) => expect(nameKey(a)).toBe(nameKey(b)));

test('two empty records are nobody, not the same person', () => {
  expect(isSamePerson(noApplicant, noApplicant)).toBe(false);
  expect(isIdClash(noApplicant, noApplicant)).toBe(false);
});
