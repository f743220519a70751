import { beforeEach, expect, test } from 'vitest';
import type { Stores } from '../../../desk/stores.ts';
import { factOf, originAt, wayTo } from '../../domain/dossier/every-fact.ts';
import { emptyStores, keep } from '../../support/sync-stores.ts';
import { given, idOf, step } from '../given.ts';

let stores: Stores;
beforeEach(() => {
  stores = emptyStores();
});

const tables = [
  'dossier',
  'petition',
  'taking',
  'person_name',
  'person_word',
  'person_number',
  'person_seen',
];
const rowsOf = (table: string): number =>
  stores.db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;

test('thrown away and made again from the ledger, every table is as full and every question answered alike', () => {
  const ways = Object.values(wayTo).filter((way) => way.length > 0);
  for (const [n, way] of ways.entries()) {
    for (const type of way) {
      const { actor, role } = originAt(1, type);
      keep(stores, { ...factOf(type), dossier: idOf(n) }, { actor, role });
    }
  }
  const answers = () => ({
    states: ways.map((_, n) => stores.projections.read(idOf(n))),
    rows: tables.map(rowsOf),
    found: stores.people
      .found('nguyet')
      .map(({ dossier }) => dossier)
      .toSorted(),
    counts: stores.list.counts('2025-05-20'),
    matches: stores.list.matches('chung thuc'),
  });
  const before = answers();
  expect(before.rows.every((n) => n > 0)).toBe(true);
  stores.projections.rebuild();
  expect(answers()).toEqual(before);
});

test('a petition that is received is no petition any more', () => {
  const id = idOf(1);
  keep(stores, { ...factOf('intake.supplementRequested'), dossier: id });
  expect(stores.petitions.waitingCount()).toBe(1);
  keep(stores, { ...factOf('dossier.received'), dossier: id });
  expect(stores.petitions.waitingCount()).toBe(0);
  expect(stores.projections.read(id).status).toBe('received');
});

test('a row goes with its dossier: the words, the day it is ready and its date', () => {
  const id = given(stores, 1);
  expect(stores.books.readyOn('2025-05-20')).toEqual([]);
  step(stores, id, 'dossier.resultReady');
  expect(stores.books.readyOn('2025-05-20')).toEqual([id]);
  expect(stores.list.matches('khuat')).toBe(1);
  expect(stores.list.openIds()).toEqual([]);
});
