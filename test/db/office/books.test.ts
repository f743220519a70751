import { beforeEach, expect, test } from 'vitest';
import type { Stores } from '../../../desk/stores.ts';
import { emptyStores } from '../../support/sync-stores.ts';
import { cancelled, given, step } from '../given.ts';

let stores: Stores;
beforeEach(() => {
  stores = emptyStores();
});

test('a volume counts its lines, voided ones too, and says its first and last day; those in use come first', () => {
  given(stores, 2, { day: 21 });
  const voided = given(stores, 1, { day: 19 });
  cancelled(stores, voided, 19);
  expect(stores.projections.read(voided).status).toBe('cancelled');
  given(stores, 1, { day: 22, desk: 2 });
  expect(stores.books.volumes()).toEqual([
    { volume: '2/2025', entries: 1, firstDay: '2025-05-22', lastDay: '2025-05-22', lastNumber: 1 },
    { volume: '1/2025', entries: 2, firstDay: '2025-05-19', lastDay: '2025-05-21', lastNumber: 2 },
  ]);
});

test('its lines go by their numbers, a page at a time', () => {
  const three = given(stores, 3);
  const one = given(stores, 1);
  const two = given(stores, 2);
  given(stores, 1, { desk: 2 });
  expect(stores.books.lines('1/2025', 0, 10)).toEqual([one, two, three]);
  expect(stores.books.lines('1/2025', 1, 1)).toEqual([two]);
  expect(stores.books.lines('1/2025', 3, 10)).toEqual([]);
});

test('ready on a day are those whose result was ready then, fetched or not, by their codes', () => {
  const [b, a, later, fetched] = [given(stores, 2), given(stores, 1), given(stores, 3), given(stores, 4)];
  given(stores, 5);
  for (const id of [b, a, fetched]) step(stores, id, 'dossier.resultReady', '2025-05-21T08:00');
  step(stores, later, 'dossier.resultReady', '2025-05-22T08:00');
  step(stores, fetched, 'dossier.delivered', '2025-05-22T09:00');
  expect(stores.books.readyOn('2025-05-21')).toEqual([a, b, fetched]);
  expect(stores.books.readyOn('2025-05-22')).toEqual([later]);
});

test('received on a day is what one counter received and did not void, by its numbers', () => {
  const [two, one, gone] = [given(stores, 2), given(stores, 1), given(stores, 3)];
  given(stores, 4, { desk: 2 });
  given(stores, 5, { day: 19 });
  cancelled(stores, gone);
  expect(stores.books.receivedOn('2025-05-20', 1)).toEqual([one, two]);
});
