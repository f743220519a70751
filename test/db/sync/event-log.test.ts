import { beforeEach, describe, expect, test } from 'vitest';
import type { Stores } from '../../../desk/stores.ts';
import { genesisHash } from '../../../shared/protocol/event.ts';
import { chainOn, emptyStores, lone } from '../../support/sync-stores.ts';
import { given, step } from '../given.ts';

let stores: Stores;
beforeEach(() => {
  stores = emptyStores();
});

const seqs = (after: number, limit: number) => stores.log.after(lone, after, limit).map(({ seq }) => seq);

describe('a chain', () => {
  test('begins with the genesis hash and ends with its newest event, each epoch for itself', () => {
    const second = { device: lone.device, epoch: 2 };
    expect(stores.log.end(lone)).toEqual({ seq: 0, hash: genesisHash });
    const [one, two] = [chainOn(stores, 'a'), chainOn(stores, 'b')];
    const other = chainOn(stores, 'c', undefined, second);
    expect(stores.log.end(lone)).toEqual({ seq: 2, hash: two.hash });
    expect(stores.log.end(second)).toEqual({ seq: 1, hash: other.hash });
    expect([0, 1, 2, 3].map((seq) => stores.log.hashAt(lone, seq))).toEqual([
      genesisHash,
      one.hash,
      two.hash,
      null,
    ]);
    expect(stores.log.count()).toBe(3);
  });

  test('is read on after a place, oldest first, no more than asked for', () => {
    for (const fill of ['a', 'b', 'c', 'd']) chainOn(stores, fill);
    expect(seqs(0, 10)).toEqual([1, 2, 3, 4]);
    expect(seqs(1, 2)).toEqual([2, 3]);
    expect(seqs(4, 10)).toEqual([]);
  });

  test('takes no second event at a place', () => {
    const read = chainOn(stores, 'a');
    expect(() => stores.log.append(read)).toThrow();
  });
});

describe('the facts of a dossier', () => {
  test('stand in the order of the district, and behind them what waits for it', () => {
    const id = given(stores, 1);
    step(stores, id, 'dossier.forwarded');
    step(stores, id, 'dossier.submittedForApproval');
    given(stores, 2);
    const order = () => stores.log.ofDossier(id).map(({ event }) => event.type);
    const [received, forwarded, submitted] = stores.log.ofDossier(id);
    if (received === undefined || forwarded === undefined || submitted === undefined)
      throw new Error('Three facts');
    stores.log.confirm(submitted, 10, { outcome: 'accepted', code: '' });
    stores.log.confirm(received, 9, { outcome: 'accepted', code: '' });
    expect(order()).toEqual(['dossier.received', 'dossier.submittedForApproval', 'dossier.forwarded']);
    expect(stores.log.ofDossier(id).map(({ feedSeq }) => feedSeq)).toEqual([9, 10, null]);
    expect(stores.log.ofDossier(id).map(({ verdict }) => verdict?.outcome ?? null)).toEqual([
      'accepted',
      'accepted',
      null,
    ]);
    expect(stores.log.dossierIds()).toHaveLength(2);
  });

  test.each([
    { outcome: 'accepted' as const, doubts: 0 },
    { outcome: 'needsReview' as const, doubts: 1 },
    { outcome: 'rejected' as const, doubts: 1 },
  ])('$outcome is $doubts doubts', ({ outcome, doubts }) => {
    const id = given(stores, 1);
    const [fact] = stores.log.ofDossier(id);
    if (fact === undefined) throw new Error('One fact');
    stores.log.confirm(fact, 1, { outcome, code: 'x' });
    expect(stores.log.doubts(id)).toBe(doubts);
    stores.projections.refold(id);
    expect(stores.queue.needingReview()).toBe(doubts);
  });
});

test('what waits counts a dossier once, and only what is behind the mark', () => {
  const one = given(stores, 1);
  step(stores, one, 'dossier.forwarded');
  given(stores, 2);
  expect(stores.queue.size(lone, 0)).toEqual({ events: 3, dossiers: 2 });
  expect(stores.queue.size(lone, 2)).toEqual({ events: 1, dossiers: 1 });
  expect(stores.queue.size(lone, 3)).toEqual({ events: 0, dossiers: 0 });
});
