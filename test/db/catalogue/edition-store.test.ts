import { beforeEach, expect, test } from 'vitest';
import type { EditionStore } from '../../../db/catalogue/edition-store.ts';
import { day } from '../../../shared/domain/base/local-date.ts';
import { seedCalendar, seedCatalogue } from '../../../shared/seed/editions.ts';
import { emptyStores } from '../../support/sync-stores.ts';

let editions: EditionStore;
beforeEach(() => {
  ({ editions } = emptyStores());
});

const calendar = (edition: string, from: string) => ({
  validFrom: day(from),
  edition: { ...seedCalendar(), edition },
});
const catalogue = (edition: string, from: string) => ({ ...seedCatalogue(), edition, validFrom: day(from) });

test.each([
  { on: '2025-12-31', edition: 'a', name: 'before the first begins it is the first' },
  { on: '2026-01-01', edition: 'a', name: 'from its first day' },
  { on: '2026-06-30', edition: 'a', name: 'to the day before the next' },
  { on: '2026-07-01', edition: 'c', name: 'the last named of those that begin together' },
  { on: '2030-01-01', edition: 'c', name: 'for good' },
])('in force on $on is $edition: $name', ({ on, edition }) => {
  for (const [name, from] of [
    ['b', '2026-07-01'],
    ['c', '2026-07-01'],
    ['a', '2026-01-01'],
  ] as const)
    editions.put('calendar', calendar(name, from));
  expect(editions.inForce('calendar', on)?.edition.edition).toBe(edition);
  expect(editions.inForce('catalogue', on)).toBeNull();
  expect(editions.count('calendar')).toBe(3);
});

test('an edition that is there stays as it is', () => {
  editions.put('calendar', calendar('a', '2026-01-01'));
  editions.put('calendar', calendar('a', '2026-02-01'));
  expect(editions.inForce('calendar', '2026-03-01')?.validFrom).toBe('2026-01-01');
  expect(editions.count('calendar')).toBe(1);
});

test('the catalogue before another is the newest other that was in force that day', () => {
  for (const [name, from] of [
    ['a', '2026-01-01'],
    ['b', '2026-05-01'],
    ['c', '2026-07-01'],
  ] as const)
    editions.put('catalogue', catalogue(name, from));
  expect(editions.catalogueBefore('2026-07-01', 'c')?.edition).toBe('b');
  expect(editions.catalogueBefore('2026-04-30', 'c')?.edition).toBe('a');
  expect(editions.catalogueBefore('2026-07-01', 'b')?.edition).toBe('c');
  expect(editions.catalogueBefore('2025-12-31', 'c')).toBeNull();
  expect(editions.catalogue('b')?.validFrom).toBe('2026-05-01');
});

test('changes wait for the catalogue they change, and are then stored whole', () => {
  const whole = catalogue('a', '2026-01-01');
  const [first] = whole.procedures;
  if (first === undefined) throw new Error('The seed has procedures');
  const changes = {
    ...catalogue('b', '2026-07-01'),
    base: 'a',
    procedures: [{ ...first, name: 'Tên mới' }],
  };
  expect(editions.put('catalogue', changes)).toBe(false);
  expect(editions.catalogue('b')).toBeNull();
  expect(editions.put('catalogue', whole)).toBe(true);
  expect(editions.put('catalogue', changes)).toBe(true);
  const stored = editions.catalogue('b')?.procedures ?? [];
  expect(stored).toHaveLength(whole.procedures.length);
  expect(stored.find(({ code }) => code === first.code)?.name).toBe('Tên mới');
});
