import { beforeEach, describe, expect, test } from 'vitest';
import type { ListFilter, ListQuestion } from '../../../db/dossier/dossier-list.ts';
import type { Stores } from '../../../desk/stores.ts';
import { emptyStores, lone } from '../../support/sync-stores.ts';
import { cancelled, given, step } from '../given.ts';

let stores: Stores;
beforeEach(() => {
  stores = emptyStores();
});

const mark = { device: lone.device, epoch: 1, heldSeq: 0 };
const question = (part: Partial<ListQuestion> = {}): ListQuestion => ({
  filter: 'all',
  query: '',
  after: null,
  today: '2025-05-20',
  limit: 50,
  ...part,
});
const ids = (part: Partial<ListQuestion> = {}) => stores.list.page(question(part), mark).map(({ id }) => id);

describe('what a filter holds', () => {
  test.each<{ filter: ListFilter; holds: readonly string[] }>([
    { filter: 'todo', holds: ['late', 'begins', 'ends', 'tomorrow', 'asked', 'ready', 'unfetched'] },
    { filter: 'overdue', holds: ['late'] },
    { filter: 'today', holds: ['begins', 'ends'] },
    { filter: 'ready', holds: ['ready', 'unfetched'] },
    { filter: 'unanswered', holds: ['asked'] },
    {
      filter: 'all',
      holds: ['late', 'begins', 'ends', 'tomorrow', 'asked', 'ready', 'unfetched', 'fetched', 'gone'],
    },
  ])('$filter, in the list and in its count', ({ filter, holds }) => {
    const all: Record<string, string> = {
      late: given(stores, 1, { day: 16, due: '2025-05-19T23:59' }),
      begins: given(stores, 2, { due: '2025-05-20T00:00' }),
      ends: given(stores, 3, { due: '2025-05-20T23:59' }),
      tomorrow: given(stores, 4, { due: '2025-05-21T00:00' }),
      asked: given(stores, 5, { due: '2025-05-22T17:30' }),
      ready: given(stores, 6, { due: '2025-05-24T17:30' }),
      unfetched: given(stores, 7, { due: '2025-05-25T17:30' }),
      fetched: given(stores, 8, { due: '2025-05-26T17:30' }),
      gone: given(stores, 9, { due: '2025-05-27T17:30' }),
    };
    const { asked = '', ready = '', unfetched = '', fetched = '', gone = '' } = all;
    step(stores, asked, 'dossier.forwarded');
    step(stores, asked, 'dossier.supplementRequested');
    step(stores, ready, 'dossier.resultReady');
    step(stores, unfetched, 'dossier.forwarded');
    step(stores, unfetched, 'dossier.returnedWithoutResult');
    step(stores, fetched, 'dossier.resultReady');
    step(stores, fetched, 'dossier.delivered');
    cancelled(stores, gone);
    const named = Object.fromEntries(Object.entries(all).map(([name, id]) => [id, name]));
    // Papers were asked for by 1 July.
    const today = filter === 'unanswered' ? '2025-07-02' : '2025-05-20';
    expect(ids({ filter, today }).map((id) => named[id])).toEqual(holds);
    expect(stores.list.counts(today)[filter]).toBe(holds.length);
    if (filter === 'unanswered') expect(ids({ filter, today: '2025-07-01' })).toEqual([]);
  });
});

describe('a page', () => {
  test('goes by due date and then by id, and the next begins after the last row', () => {
    const third = given(stores, 1, { due: '2025-05-24T17:30' });
    const second = given(stores, 3, { due: '2025-05-23T17:30' });
    const first = given(stores, 2, { due: '2025-05-23T17:30' });
    const order = [first, second, third];
    expect(ids()).toEqual(order);
    expect(ids({ limit: 2 })).toEqual(order.slice(0, 2));
    expect(ids({ after: { dueAt: '2025-05-23T17:30', id: first } })).toEqual([second, third]);
    expect(ids({ after: { dueAt: '2025-05-23T17:30', id: second } })).toEqual([third]);
    expect(ids({ after: { dueAt: '2025-05-24T17:30', id: third } })).toEqual([]);
    expect(stores.list.openIds()).toEqual(order);
  });

  test('says of each dossier how many of its own facts wait, and of no other chain', () => {
    const id = given(stores, 1);
    step(stores, id, 'dossier.resultReady');
    given(stores, 2, { device: '0196ec00-0000-7000-8000-0000000000d2' });
    const waiting = (heldSeq: number) =>
      stores.list.page(question(), { ...mark, heldSeq }).map((row) => row.waiting);
    expect(waiting(0)).toEqual([2, 0]);
    expect(waiting(1)).toEqual([1, 0]);
    expect(waiting(2)).toEqual([0, 0]);
    expect(stores.list.get(id, { ...mark, epoch: 2 })?.waiting).toBe(0);
  });
});

describe('what a counter received', () => {
  test('is listed newest first, of that day and that counter only, as many as asked for', () => {
    const [one, two, three] = [given(stores, 1), given(stores, 2), given(stores, 3)];
    given(stores, 1, { desk: 2 });
    given(stores, 1, { day: 19 });
    const recent = (limit: number) => stores.list.recent('2025-05-20', 1, limit, mark).map(({ id }) => id);
    expect(recent(8)).toEqual([three, two, one]);
    expect(recent(2)).toEqual([three, two]);
  });

  test('counts without what was cancelled, which stays in the list', () => {
    const [one] = [given(stores, 1), given(stores, 2)];
    given(stores, 1, { desk: 2 });
    cancelled(stores, one);
    expect(stores.list.receivedOn('2025-05-20', 1)).toBe(1);
    expect(stores.list.receivedOn('2025-05-20', 2)).toBe(1);
    expect(stores.list.receivedOn('2025-05-19', 1)).toBe(0);
    expect(stores.list.recent('2025-05-20', 1, 8, mark)).toHaveLength(2);
  });
});

const named = (n: number, name: string, due: string) => given(stores, n, { person: { name }, due });

describe('a dossier is found', () => {
  test('by its code, or the end of it: the newest, or that of a day', () => {
    const old = given(stores, 7, { day: 19 });
    const now = given(stores, 7);
    expect(stores.list.idByCode('H26.25.39-250519-1007')).toBe(old);
    expect(stores.list.idByCode('H26.25.39-250519-1008')).toBeNull();
    expect(stores.list.idByEnd('-1007')).toBe(now);
    expect(stores.list.idByEnd('-250519-1007')).toBe(old);
    expect(stores.list.idByEnd('-250518-1007')).toBeNull();
    expect(stores.list.found('1007', 5, mark).map(({ id }) => id)).toEqual([now, old]);
    expect(stores.list.found('250519-1007', 5, mark).map(({ id }) => id)).toEqual([old]);
    expect(stores.list.found('1007', 1, mark)).toHaveLength(1);
  });

  test.each([
    { query: 'nguyet', found: 1 },
    { query: 'minh ngu', found: 1 },
    { query: 'chung thuc', found: 2 },
    { query: 'phuc trach', found: 2 },
    { query: '1001', found: 1 },
    { query: '12', found: 0 },
    // Two digits are the end of every hundredth code.
    { query: '01', found: 0 },
    { query: '001189012345', found: 1 },
    { query: '', found: 0 },
  ])('$found by "$query", in the list and in the count of all that answer', ({ query, found }) => {
    given(stores, 1);
    given(stores, 2, { person: { name: 'Doãn Văn Tiến', idNumber: '001085000001', phone: '' } });
    expect(stores.list.matches(query)).toBe(found);
    if (query !== '') expect(ids({ query })).toHaveLength(found);
  });

  test('with the marks that were typed before those with others, on every page', () => {
    const asked = named(1, 'Trần Văn Đường', '2025-05-22T17:30');
    const plain = named(2, 'Trần Văn Dương', '2025-05-21T17:30');
    expect(ids({ query: 'đường' })).toEqual([asked, plain]);
    expect(ids({ query: 'duong' })).toEqual([plain, asked]);
    expect(ids({ query: 'đường', after: { dueAt: '2025-05-22T17:30', id: asked } })).toEqual([plain]);
  });
});
