import { expect, test } from 'vitest';
import { isIdClash, isSamePerson } from '../../../shared/domain/people/person-match.ts';

const an = { name: 'Nguyễn Văn An', idNumber: '001085012345', birthDate: '1985-02-05' };

test.each([
  { name: 'the same number', other: { ...an, birthDate: null }, same: true, clash: false },
  {
    name: 'the same number, the name in capitals',
    other: { ...an, name: 'NGUYEN VAN AN' },
    same: true,
    clash: false,
  },
  { name: 'the same number, another name', other: { ...an, name: 'Trần Thị Bình' }, same: true, clash: true },
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
  { name: 'a namesake', other: { ...an, idNumber: '', birthDate: '1990-01-01' }, same: false, clash: false },
  { name: 'a name alone', other: { ...an, idNumber: '', birthDate: null }, same: false, clash: false },
])('$name', ({ other, same, clash }) => {
  expect(isSamePerson(an, other)).toBe(same);
  expect(isSamePerson(other, an)).toBe(same);
  expect(isIdClash(an, other)).toBe(clash);
  expect(isIdClash(other, an)).toBe(clash);
});

test('two empty records are nobody, not the same person', () => {
  const nobody = { name: '', idNumber: '', birthDate: null };
  expect(isSamePerson(nobody, nobody)).toBe(false);
  expect(isIdClash(nobody, nobody)).toBe(false);
});
