import { beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../desk/machine/keys.ts';
import type { DeskWorld } from '../../../desk/ports.ts';
import type { Stores } from '../../../desk/stores.ts';
import { pullOnce } from '../../../desk/sync/pull.ts';
import { type FeedRow, feedRowBytes } from '../../../shared/protocol/bodies.ts';
import { genesisHash } from '../../../shared/protocol/event.ts';
import { protocolVersion } from '../../../shared/protocol/version.ts';
import { given } from '../../db/given.ts';
import { ackOf, chainOn, emptyStores, lone } from '../../support/sync-stores.ts';

let stores: Stores;
let feed: FeedRow[];
beforeEach(() => {
  stores = emptyStores();
  feed = [];
});

const other = { device: '0196ec00-0000-7000-8000-0000000000d2', epoch: 1 };
const never = new AbortController().signal;

/** Puts a row at the end of the district's feed. */
function put(kind: string, body: string, verdict: FeedRow['verdict'] = null): void {
  feed.push({ feedSeq: feed.length + 1, kind, body, verdict });
}
const hashTo = (seq: number): string =>
  feed.slice(0, seq).reduce((hash, row) => sha256(feedRowBytes(hash, row)), genesisHash);

interface Bent {
  /** Rows after which the page ends. */
  readonly upTo?: number;
  readonly part?: object;
}

/** Reads one page of that feed, as the district would give it but for `part`. */
function read({ upTo = feed.length, part = {} }: Bent = {}) {
  const { after } = stores.feed.cursor(lone.stream);
  const page = {
    protocol: protocolVersion,
    status: 'page',
    after,
    rows: feed.slice(after, upTo),
    runningHash: hashTo(upTo),
    feedHead: feed.length,
    serverTime: '2026-11-20T02:00:00.000Z',
    ...part,
  };
  const world = {
    fetch: () => Promise.resolve(Response.json(page)),
    clock: () => 5000,
  } as unknown as DeskWorld;
  return pullOnce(world, stores, lone, never);
}

const cursor = () => stores.feed.cursor(lone.stream);
/** What another counter has recorded. */
function elsewhere(): string {
  const theirs = emptyStores();
  const id = given(theirs, 1, { device: other.device });
  put('event', theirs.log.ofDossier(id)[0]?.line ?? '', { outcome: 'accepted', code: '' });
  return id;
}

describe('a page', () => {
  test('brings facts of others, and moves the cursor with them', async () => {
    const id = elsewhere();
    expect(await read()).toEqual({
      ok: true,
      value: { rows: 1, dossiers: [id], more: false, editions: false, behind: false },
    });
    expect(stores.projections.read(id).status).toBe('received');
    expect(cursor()).toEqual({ after: 1, runningHash: hashTo(1), pulledAt: 5000 });
  });

  test('confirms our own facts and adds none', async () => {
    const ours = chainOn(stores, 'a');
    put('event', ours.line, { outcome: 'accepted', code: '' });
    expect(stores.log.isConfirmed(lone, 1)).toBe(false);
    await read();
    expect(stores.log.isConfirmed(lone, 1)).toBe(true);
    expect(stores.log.count()).toBe(1);
  });

  test('says that more follows until the head is reached', async () => {
    elsewhere();
    put('weather', '{}');
    expect(await read({ upTo: 1 })).toMatchObject({ value: { more: true } });
    expect(await read()).toMatchObject({ value: { more: false } });
  });

  test.each([
    { name: 'of an unknown kind', kind: 'weather', body: '{}' },
    { name: 'that is no event', kind: 'event', body: 'x' },
    { name: 'that is no officer', kind: 'officer', body: '{}' },
    { name: 'that is no edition', kind: 'calendar', body: '{}' },
  ])('with a row $name sets that aside and takes the rest', async ({ kind, body }) => {
    put(kind, body);
    const id = elsewhere();
    expect(await read()).toMatchObject({ ok: true, value: { dossiers: [id] } });
    expect(stores.feed.deferred()).toEqual([{ feedSeq: 1, kind, body }]);
    expect(cursor().after).toBe(2);
  });

  test('with an event that the table declines sets that aside and takes the rest', async () => {
    stores.db.exec(`CREATE TRIGGER declined BEFORE INSERT ON event WHEN new.type = 'test.filled'
      BEGIN SELECT RAISE(ABORT, 'declined'); END`);
    put('event', chainOn(emptyStores(), 'a', undefined, other).line);
    elsewhere();
    expect(await read()).toMatchObject({ ok: true, value: { rows: 2 } });
    expect(stores.feed.deferred().map(({ feedSeq }) => feedSeq)).toEqual([1]);
    expect(cursor().after).toBe(2);
  });

  test.each([
    { kind: 'officer', editions: false },
    { kind: 'weather', editions: false },
    { kind: 'calendar', editions: true },
    { kind: 'catalogue', editions: true },
  ])('with a row of $kind says that rules came in: $editions', async ({ kind, editions }) => {
    put(kind, '{}');
    expect(await read()).toMatchObject({ value: { editions } });
  });
});

const mismatch = { ok: false, error: { kind: 'incident', incident: 'feed-mismatch' } };

describe('nothing of a page is stored', () => {
  test.each<{ name: string; bent: () => Bent }>([
    { name: 'whose hash is not ours', bent: () => ({ part: { runningHash: 'e'.repeat(64) } }) },
    { name: 'with a gap', bent: () => ({ part: { rows: feed.slice(1), runningHash: hashTo(2) } }) },
    { name: 'for another place of the feed', bent: () => ({ part: { after: 1 } }) },
  ])('$name', async ({ bent }) => {
    elsewhere();
    put('weather', '{}');
    expect(await read(bent())).toEqual(mismatch);
    expect(stores.log.count()).toBe(0);
    expect(cursor()).toMatchObject({ after: 0, pulledAt: null });
  });

  test.each([
    { whose: 'ours', chain: lone, incident: 'fork' },
    { whose: 'another counter’s', chain: other, incident: 'feed-mismatch' },
  ])('with another event at a place of $whose: $incident', async ({ chain, incident }) => {
    const theirs = emptyStores();
    put('event', chainOn(theirs, 'theirs', undefined, chain).line);
    chainOn(stores, 'ours', undefined, chain);
    expect(await read()).toEqual({ ok: false, error: { kind: 'incident', incident } });
    expect(cursor().after).toBe(0);
  });
});

describe('a district that was restored to an older state', () => {
  test('knows less than was read from it: our last event is sent again and the feed read anew', async () => {
    const ours = [chainOn(stores, 'a'), chainOn(stores, 'b')];
    for (const { line } of ours) put('event', line);
    await read();
    stores.acks.store(ackOf(2, ours[1]?.hash ?? ''), 0);
    expect(await read({ part: { rows: [], feedHead: 1 } })).toMatchObject({
      ok: true,
      value: { behind: true, rows: 0 },
    });
    expect(stores.acks.of(lone)).toMatchObject({ heldSeq: 1, provenSeq: 2 });
    expect(cursor().after).toBe(0);
    expect(stores.log.isConfirmed(lone, 2)).toBe(false);
  });

  test.each([
    { name: 'has not our last acknowledged event in its whole feed', held: 2, behind: true },
    { name: 'has it', held: 1, behind: false },
    { name: 'has never acknowledged one', held: 0, behind: false },
  ])('$name: behind is $behind', async ({ held, behind }) => {
    const ours = [chainOn(stores, 'a'), chainOn(stores, 'b')];
    put('event', ours[0]?.line ?? '');
    if (held > 0) stores.acks.store(ackOf(held, ours[held - 1]?.hash ?? ''), 0);
    expect(await read()).toMatchObject({ ok: true, value: { behind } });
    expect(cursor().after).toBe(behind ? 0 : 1);
  });
});
