import { describe, expect, test } from 'vitest';
import { pushOnce } from '../../../desk/sync/push.ts';
import { maxBatchBytes, type PushAnswer } from '../../../shared/protocol/bodies.ts';
import { genesisHash } from '../../../shared/protocol/event.ts';
import { protocolVersion } from '../../../shared/protocol/version.ts';
import { ackOf, chainOn, emptyStores, lone } from '../../support/sync-stores.ts';

interface Sent {
  readonly fromSeq: number;
  readonly lines: readonly string[];
}

type Answer<T = PushAnswer> = T extends PushAnswer ? Omit<T, 'protocol'> : never;

/** A district that says what the test has written for it, one answer a request. */
function scripted(...answers: readonly ((sent: Sent) => Answer)[]) {
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    if (typeof init?.body !== 'string') throw new TypeError('A batch travels as text');
    const request = JSON.parse(init.body) as Sent;
    const answer = answers[sent.length];
    sent.push(request);
    if (answer === undefined) throw new TypeError('More was asked than the script knows');
    return Response.json({ protocol: protocolVersion, ...answer(request) });
  };
  return { sent, world: { fetch, clock: () => 0 } };
}

const never = new AbortController().signal;
const incident = (one: string) => ({ ok: false, error: { kind: 'incident', incident: one } });

/** What an event of the chain weighs besides its fill, with the comma and the quotes of the batch. */
const weight = Buffer.byteLength(chainOn(emptyStores(), '').line) + 3;

describe('a batch is cut at the limit of bytes', () => {
  const half = maxBatchBytes / 2 - weight;
  test.each([
    { name: 'two that fill it exactly go together', fills: [half, half], first: 2 },
    { name: 'one byte more waits for the next batch', fills: [half, half + 1], first: 1 },
    {
      name: 'the first that is past it stays behind with all after it',
      fills: [100, half, half, 1],
      first: 2,
    },
    { name: 'one that is alone past it goes alone', fills: [maxBatchBytes, 1, 1], first: 1 },
    {
      name: 'one that is past it does not go with what stands before',
      fills: [1, maxBatchBytes, 1],
      first: 1,
    },
  ])('$name', async ({ fills, first }) => {
    const stores = emptyStores();
    const chain = fills.map((length) => chainOn(stores, 'x'.repeat(length)));
    const ack = ({ fromSeq, lines }: Sent): Answer => {
      const last = fromSeq + lines.length - 1;
      return { status: 'ack', ack: ackOf(last, chain[last - 1]?.hash ?? ''), stopped: null };
    };
    const { sent, world } = scripted(...fills.map(() => ack));
    expect(await pushOnce(world, stores, lone, 1000, never)).toEqual({ ok: true, value: first });
    // As many requests as events at most: a batch that carries nothing would otherwise be sent for ever.
    for (let turn = first; turn < chain.length; turn += 1) await pushOnce(world, stores, lone, 1000, never);
    expect(sent[0]?.lines).toHaveLength(first);
    expect(sent.flatMap(({ lines }) => lines)).toEqual(chain.map(({ line }) => line));
  });

  test('letters count with their bytes, not one each', async () => {
    const stores = emptyStores();
    const chain = [1, 2].map(() => chainOn(stores, 'ễ'.repeat(maxBatchBytes / 5)));
    const { sent, world } = scripted(() => ({
      status: 'ack',
      ack: ackOf(1, chain[0]?.hash ?? ''),
      stopped: null,
    }));
    await pushOnce(world, stores, lone, 1000, never);
    expect(sent[0]?.lines).toHaveLength(1);
  });
});

const other = (): Answer => ({ status: 'ack', ack: ackOf(8, 'e'.repeat(64)), stopped: null });

/** Five of six events are held; the sixth waits. */
function fiveOfSix() {
  const stores = emptyStores();
  const hashes = [genesisHash, ...[1, 2, 3, 4, 5, 6].map((n) => chainOn(stores, String(n)).hash)];
  stores.acks.store(ackOf(5, hashes[5] ?? ''), 0);
  return { stores, hashAt: (seq: number) => hashes[seq] ?? '' };
}

describe('what the district expects is not signed', () => {
  test.each([
    {
      name: 'below what it held: sent again from there',
      expected: 4,
      held: 3,
      answer: { ok: true, value: 0 },
    },
    { name: 'from the beginning', expected: 1, held: 0, answer: { ok: true, value: 0 } },
    {
      name: 'at what it held: nothing is learned from it',
      expected: 6,
      held: 5,
      answer: incident('bad-ack'),
    },
    { name: 'above it: counts nothing as held', expected: 7, held: 5, answer: incident('bad-ack') },
    { name: 'beyond our own end: another chain', expected: 9, held: 5, answer: incident('fork') },
  ])('$name', async ({ expected, held, answer }) => {
    const { stores, hashAt } = fiveOfSix();
    const { world } = scripted(() => ({
      status: 'expected',
      expected,
      lastHash: hashAt(expected - 1) || 'e'.repeat(64),
    }));
    expect(await pushOnce(world, stores, lone, 1000, never)).toEqual(answer);
    expect(stores.acks.of(lone)).toMatchObject({ heldSeq: held, provenSeq: 5 });
  });

  test('with another event at that place it is another chain, and nothing is sent again', async () => {
    const { stores } = fiveOfSix();
    const { world } = scripted(() => ({ status: 'expected', expected: 4, lastHash: 'e'.repeat(64) }));
    expect(await pushOnce(world, stores, lone, 1000, never)).toEqual(incident('fork'));
    expect(stores.acks.of(lone).heldSeq).toBe(5);
  });
});

describe('what comes back for a batch', () => {
  test('a fork is said as a fork', async () => {
    const { stores } = fiveOfSix();
    const { world } = scripted(() => ({ status: 'fork', seq: 6 }));
    expect(await pushOnce(world, stores, lone, 1000, never)).toEqual(incident('fork'));
  });

  test('an ack with somebody else’s signature counts for nothing', async () => {
    const { stores, hashAt } = fiveOfSix();
    const forged = { ...ackOf(6, hashAt(6)), sig: ackOf(5, hashAt(5)).sig };
    const { world } = scripted(() => ({ status: 'ack', ack: forged, stopped: null }));
    expect(await pushOnce(world, stores, lone, 1000, never)).toEqual(incident('bad-ack'));
    expect(stores.acks.of(lone).heldSeq).toBe(5);
  });

  test('a prefix is held, and the rest stands as a fault', async () => {
    const { stores, hashAt } = fiveOfSix();
    chainOn(stores, '7');
    const { world } = scripted(() => ({
      status: 'ack',
      ack: ackOf(6, hashAt(6)),
      stopped: 'broken-chain',
    }));
    expect(await pushOnce(world, stores, lone, 1000, never)).toEqual(incident('bad-ack'));
    expect(stores.acks.of(lone).heldSeq).toBe(6);
  });

  test.each([
    {
      name: 'ours is shown at its place, and it sees two chains',
      second: { status: 'fork', seq: 6 } as const,
    },
    { name: 'ours is shown, and it still holds another', second: null },
  ])('an ack for another event than ours: $name', async ({ second }) => {
    const { stores } = fiveOfSix();
    const { sent, world } = scripted(other, second === null ? other : () => second);
    const expected = incident(second === null ? 'bad-ack' : 'fork');
    expect(await pushOnce(world, stores, lone, 1000, never)).toEqual(expected);
    expect(sent.map(({ fromSeq, lines }) => [fromSeq, lines.length])).toEqual([
      [6, 1],
      [6, 1],
    ]);
    expect(stores.acks.of(lone).heldSeq).toBe(5);
  });
});
