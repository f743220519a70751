import { describe, expect, test } from 'vitest';
import type { FeedCursor } from '../../db/sync/feed-store.ts';
import { sha256 } from '../../desk/machine/keys.ts';
import type { DeskWorld } from '../../desk/ports.ts';
import type { Stores } from '../../desk/stores.ts';
import { type FeedPage, feedPage, feedRowBytes } from '../../shared/protocol/bodies.ts';
import { eventLine, readLine } from '../../shared/protocol/event.ts';
import type { Plant } from '../simulation/sim-desk.ts';
import { simulate } from '../simulation/world.ts';

/** Lives seed after seed until one fails. @returns what was broken there */
async function firstFailure(plant: Plant): Promise<{ readonly seed: number; readonly broken: string }> {
  for (let seed = 1; seed <= 300; seed += 1) {
    const { broken } = await simulate({ seed, steps: 500, plant });
    if (broken.length > 0) return { seed, broken: broken.join('\n') };
  }
  return { seed: 0, broken: '' };
}

type Fetch = DeskWorld['fetch'];

/** The desk's fetch with every feed page passed through `change` on its way in. */
const pagesThrough =
  (fetch: Fetch, change: (page: FeedPage) => FeedPage): Fetch =>
  async (input, init) => {
    const answer = await fetch(input, init);
    const text = await answer.text();
    const page = feedPage.safeParse(jsonOf(text));
    const body = page.success ? JSON.stringify(change(page.data)) : text;
    return { status: answer.status, text: () => Promise.resolve(body) } as Response;
  };

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** The running hash as a desk would compute it over these rows. */
const hashOver = (from: string, { rows }: FeedPage): string =>
  rows.reduce((hash, row) => sha256(feedRowBytes(hash, row)), from);

describe('a mistake planted in a desk is found by the simulation', () => {
  test('the cursor is stored before the data of its page', async () => {
    const shown = new WeakMap<Stores, FeedCursor | null>();
    const found = await firstFailure({
      stores(stores) {
        const planted: Stores = {
          ...stores,
          feed: { ...stores.feed, cursor: (stream) => shown.get(planted) ?? stores.feed.cursor(stream) },
        };
        return planted;
      },
      world: (world, stores) => ({
        ...world,
        fetch: pagesThrough(world.fetch, (page) => {
          shown.set(stores, null);
          const before = stores.feed.cursor(stream);
          const last = page.rows.at(-1)?.feedSeq;
          if (page.after !== before.after || last === undefined) return page;
          stores.feed.moveTo(stream, last, hashOver(before.runningHash, page), 0);
          shown.set(stores, before);
          return page;
        }),
      }),
    });
    expect(found.broken).not.toBe('');
  });

  test('a failed push is tried again only when something new is recorded', async () => {
    const found = await firstFailure({
      world(world) {
        let asleep = false;
        return {
          ...world,
          network: { onUp: () => () => {} },
          timers: {
            after: (ms, call) =>
              world.timers.after(ms, () => {
                if (!asleep) call();
              }),
          },
          async fetch(input, init) {
            asleep = false;
            const answer = await world.fetch(input, init).catch((cause: unknown) => {
              asleep = init?.method === 'POST';
              throw cause;
            });
            asleep = init?.method === 'POST' && answer.status !== 200;
            return answer;
          },
        };
      },
    });
    expect(found.broken).toMatch(/events to send/);
  });

  test('the running hash of the other side is adopted', async () => {
    const found = await firstFailure({
      world: (world, stores) => ({
        ...world,
        fetch: pagesThrough(world.fetch, (page) => {
          const { after, runningHash } = stores.feed.cursor(stream);
          return page.after === after ? { ...page, runningHash: hashOver(runningHash, page) } : page;
        }),
      }),
    });
    expect(found.broken).not.toBe('');
  });

  test('an event whose sending failed is stored and sent a second time', async () => {
    const found = await firstFailure({
      world: (world, stores) => ({
        ...world,
        async fetch(input, init) {
          try {
            return await world.fetch(input, init);
          } catch (cause) {
            if (typeof init?.body === 'string' && input instanceof URL && input.pathname === '/v1/events')
              again(stores, init.body);
            throw cause;
          }
        },
      }),
    });
    expect(found.broken).toMatch(/an act twice/);
  });

  test('a row of a kind that this version does not know is forgotten', async () => {
    const found = await firstFailure({
      stores: (stores) => ({ ...stores, feed: { ...stores.feed, defer: () => {} } }),
    });
    expect(found.broken).toMatch(/kept 0 rows for a later version/);
  });
});

const stream = '09739';

/** Puts the last event of a batch at the end of its chain once more. */
function again(stores: Stores, body: string): void {
  const { lines } = JSON.parse(body) as { lines: string[] };
  const event = readLine(lines.at(-1) ?? '');
  if (event === null) return;
  const end = stores.log.end(event);
  const copy = { ...event, seq: end.seq + 1, prevHash: end.hash };
  const line = eventLine(copy);
  stores.log.append({ event: copy, line, hash: sha256(line) });
}
