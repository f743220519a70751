import { beforeEach, describe, expect, test } from 'vitest';
import type { Stores } from '../../../desk/stores.ts';
import { ackOf, chainOn, emptyStores, lone } from '../../support/sync-stores.ts';

let stores: Stores;
beforeEach(() => {
  stores = emptyStores();
});

const proofIn = (epoch: number): unknown =>
  stores.db.prepare<[number]>('SELECT last_seq, last_hash, proof FROM ack WHERE epoch = ?').get(epoch);

const hash = (seq: number): string => String(seq % 10).repeat(64);

describe('acks', () => {
  test('the proof of hand-in is the farthest there ever was; what is held is the last word', () => {
    const steps = [
      { seq: 10, proven: 10 },
      { seq: 5, proven: 10 },
      { seq: 12, proven: 12 },
    ];
    for (const { seq, proven } of steps) {
      stores.acks.store(ackOf(seq, hash(seq)), seq * 1000);
      expect(stores.acks.of(lone)).toMatchObject({ heldSeq: seq, provenSeq: proven, storedAt: seq * 1000 });
      expect(proofIn(1)).toEqual({
        last_seq: proven,
        last_hash: hash(proven),
        proof: JSON.stringify(ackOf(proven, hash(proven))),
      });
    }
  });

  test('a lowered hold takes nothing from the proof', () => {
    stores.acks.store(ackOf(10, hash(10)), 0);
    stores.acks.lower(lone, 4);
    expect(stores.acks.of(lone)).toMatchObject({ heldSeq: 4, provenSeq: 10 });
  });

  test('each epoch has its own', () => {
    const second = { device: lone.device, epoch: 2 };
    stores.acks.store(ackOf(10, hash(10)), 0);
    stores.acks.store(ackOf(3, hash(3), second), 0);
    stores.acks.lower(second, 1);
    expect(stores.acks.of(lone)).toMatchObject({ heldSeq: 10, provenSeq: 10 });
    expect(stores.acks.of(second)).toMatchObject({ heldSeq: 1, provenSeq: 3 });
  });
});

describe('a feed that is numbered anew', () => {
  test('leaves no event at its old place and no row aside, and stands at the beginning', () => {
    const events = [chainOn(stores, 'a'), chainOn(stores, 'b')];
    for (const [index, read] of events.entries())
      stores.log.confirm(read, 7 + index, { outcome: 'needsReview', code: 'late' });
    stores.feed.defer(9, 'weather', '{}');
    stores.feed.moveTo(lone.stream, 9, hash(9), 1000);

    stores.feed.startOver(lone.stream);

    const marks = 'SELECT feed_seq, verdict, verdict_code FROM event ORDER BY seq';
    const none = { feed_seq: null, verdict: null, verdict_code: null };
    expect(stores.db.prepare(marks).all()).toEqual([none, none]);
    expect(stores.log.isConfirmed(lone, 1)).toBe(false);
    expect(stores.feed.setAside()).toBe(0);
    expect(stores.feed.cursor(lone.stream)).toMatchObject({ after: 0, pulledAt: null });
    // The same numbers come again, for other rows.
    stores.feed.defer(9, 'weather', '{}');
    for (const [index, read] of events.toReversed().entries()) stores.log.confirm(read, 7 + index, null);
    expect(stores.log.isConfirmed(lone, 1)).toBe(true);
  });

  test('rows set aside are read again in the order of the feed, however they came in', () => {
    for (const feedSeq of [30, 4, 100]) stores.feed.defer(feedSeq, 'weather', `{"n":${feedSeq}}`);
    expect(stores.feed.deferred().map(({ feedSeq }) => feedSeq)).toEqual([4, 30, 100]);
    stores.feed.undefer(30);
    expect(stores.feed.deferred().map(({ feedSeq }) => feedSeq)).toEqual([4, 100]);
  });
});

describe('what waits to be sent', () => {
  test('is told by the days of Vietnam: from 17:00 UTC it is tomorrow', () => {
    for (const at of ['2026-11-20T16:59:59.999Z', '2026-11-20T17:00:00.000Z', '2026-11-21T01:00:00.000Z'])
      chainOn(stores, at, at);
    expect(stores.queue.byDay(lone, 0)).toEqual([
      { day: '2026-11-20', events: 1 },
      { day: '2026-11-21', events: 2 },
    ]);
    expect(stores.queue.byDay(lone, 2)).toEqual([{ day: '2026-11-21', events: 1 }]);
  });

  test('counts this chain only, and only what is not held', () => {
    for (const fill of ['a', 'b', 'c']) chainOn(stores, fill);
    chainOn(stores, 'd', '2026-11-20T01:00:00.000Z', { device: lone.device, epoch: 2 });
    expect(stores.queue.size(lone, 0)).toEqual({ events: 3, dossiers: 0 });
    expect(stores.queue.size(lone, 2)).toEqual({ events: 1, dossiers: 0 });
  });
});
