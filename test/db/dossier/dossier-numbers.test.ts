import { beforeEach, expect, test } from 'vitest';
import type { Stores } from '../../../desk/stores.ts';
import { moment } from '../../../shared/domain/base/local-date.ts';
import { aReceivedDossier } from '../../domain/dossier/example.ts';
import { emptyStores, keep } from '../../support/sync-stores.ts';
import { cancelled, given, idOf } from '../given.ts';

let stores: Stores;
beforeEach(() => {
  stores = emptyStores();
});

test('the last number is of one day and one counter, and a cancelled one stays used', () => {
  expect(stores.numbers.lastSerial('2025-05-20', 1)).toBe(0);
  expect(stores.numbers.lastRegisterNumber('1/2025')).toBe(0);
  given(stores, 3, { day: 19 });
  given(stores, 2);
  cancelled(stores, given(stores, 1));
  given(stores, 9, { desk: 2 });
  expect(stores.numbers.lastSerial('2025-05-20', 1)).toBe(2);
  expect(stores.numbers.lastSerial('2025-05-19', 1)).toBe(3);
  expect(stores.numbers.lastSerial('2025-05-20', 2)).toBe(9);
  expect(stores.numbers.lastRegisterNumber('1/2025')).toBe(3);
  expect(stores.numbers.lastRegisterNumber('2/2025')).toBe(9);
});

test.each([
  { outcome: 'needsReview' as const, code: 'other-counter', last: 1 },
  { outcome: 'needsReview' as const, code: 'officer-unknown', last: 1 },
  { outcome: 'needsReview' as const, code: 'role-not-held', last: 1 },
  { outcome: 'needsReview' as const, code: 'late', last: 80 },
  { outcome: 'accepted' as const, code: '', last: 80 },
])(
  'a number that the district holds for $outcome $code: the counter goes on from $last',
  ({ outcome, code, last }) => {
    given(stores, 1);
    const body = aReceivedDossier({
      serial: 80,
      register: { volume: '1/2025', number: 80 },
      receivedAt: moment('2025-05-20T10:00'),
    });
    const read = keep(stores, { type: 'dossier.received', dossier: idOf(80), body });
    stores.log.confirm(read, 5, { outcome, code });
    expect(stores.numbers.lastSerial('2025-05-20', 1)).toBe(last);
    expect(stores.numbers.lastRegisterNumber('1/2025')).toBe(last);
  },
);

test('a code is taken by another dossier, given here or heard of, and never by its own', () => {
  const heard = given(stores, 1);
  stores.numbers.issue('H26.25.39-250520-1002', idOf(2));
  for (const [code, owner] of [
    ['H26.25.39-250520-1001', heard],
    ['H26.25.39-250520-1002', idOf(2)],
  ] as const) {
    expect(stores.numbers.isTaken(code, owner)).toBe(false);
    expect(stores.numbers.isTaken(code, idOf(99))).toBe(true);
  }
  expect(stores.numbers.isTaken('H26.25.39-250520-1003', idOf(99))).toBe(false);
  expect(() => stores.numbers.issue('H26.25.39-250520-1002', idOf(3))).toThrow();
});
