import { beforeEach, describe, expect, test } from 'vitest';
import type { Stores } from '../../../desk/stores.ts';
import { noApplicant } from '../../../shared/domain/people/applicant.ts';
import { emptyStores } from '../../support/sync-stores.ts';
import { cancelled, given } from '../given.ts';

let stores: Stores;
beforeEach(() => {
  stores = emptyStores();
});

const person = {
  name: 'Kiều Văn Thịnh',
  idNumber: '001085000001',
  birthDate: '1985-02-03',
  phone: '0912000001',
};
const ids = (visits: readonly { readonly dossier: string }[]) => visits.map(({ dossier }) => dossier);

describe('whoever has come before', () => {
  test('stands under a number with all visits, the newest first, but for those cancelled and the one asked from', () => {
    const first = given(stores, 1, { day: 18, person });
    const second = given(stores, 2, { day: 19, person: { ...person, name: 'Kiều Thịnh' } });
    const now = given(stores, 3, { person });
    cancelled(stores, given(stores, 4, { person }));
    given(stores, 5);
    const asked = { ...noApplicant, idNumber: person.idNumber };
    expect(ids(stores.people.holders(asked, now))).toEqual([second, first]);
    expect(ids(stores.people.holders({ ...noApplicant, otherNumbers: [person.idNumber] }, ''))).toEqual([
      now,
      second,
      first,
    ]);
    expect(stores.people.holders(noApplicant, '')).toEqual([]);
  });

  test.each([
    { by: 'the name and the date of birth', part: { birthDate: person.birthDate }, met: 1 },
    { by: 'the name and the phone', part: { phone: '0912 000 001' }, met: 1 },
    { by: 'the name alone', part: {}, met: 0 },
    { by: 'the name and another date', part: { birthDate: '1985-02-04' }, met: 0 },
    { by: 'the name and another phone', part: { phone: '0912000002' }, met: 0 },
    {
      by: 'another name with the date',
      part: { name: 'Kiều Văn Thành', birthDate: person.birthDate },
      met: 0,
    },
    { by: 'the number alone', part: { name: '', idNumber: person.idNumber }, met: 1 },
  ])('is met $met times by $by', ({ part, met }) => {
    given(stores, 1, { person });
    cancelled(stores, given(stores, 2, { person }));
    expect(stores.people.candidates({ ...noApplicant, name: person.name, ...part })).toHaveLength(met);
  });

  test('is found by number and by name, the newest visit first, without those cancelled', () => {
    const old = given(stores, 1, { day: 19, person });
    const now = given(stores, 2, { person });
    cancelled(stores, given(stores, 3, { person }));
    for (const query of [
      '0001',
      '001085',
      '000001',
      'thinh',
      'kieu van thinh',
      'kvt',
      'thinh 1985',
      'thinh 3/2/1985',
    ])
      expect(ids(stores.people.found(query)), query).toEqual([now, old]);
    for (const query of ['001', '00108', '0002', 'thinh 1986', 'thanh', 't'])
      expect(stores.people.found(query), query).toEqual([]);
  });
});

const procedure = (code: string) => ({ part: { procedure: { code, name: '', field: '', termText: '' } } });

test('use of procedures counts one counter from the first day to the day before the last, without the cancelled, most used first', () => {
  for (const [n, day, code] of [
    [1, 10, 'before'],
    [2, 11, 'a'],
    [3, 12, 'b'],
    [4, 19, 'b'],
    [5, 20, 'today'],
  ] as const)
    given(stores, n, { day, ...procedure(code) });
  given(stores, 1, { day: 12, desk: 2, ...procedure('elsewhere') });
  const voided = given(stores, 6, { day: 19, ...procedure('a') });
  cancelled(stores, voided, 19);
  expect([...stores.people.usageBetween(1, '2025-05-11', '2025-05-20')]).toEqual([
    ['b', 2],
    ['a', 1],
  ]);
});
