import { instantFromEpoch } from '../../shared/domain/base/local-date.ts';
import { type FeedPage, type FeedRow, maxBatchBytes } from '../../shared/protocol/bodies.ts';
import { genesisHash } from '../../shared/protocol/event.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import type { Db } from '../rows.ts';
import type { DistrictWorld } from '../world.ts';

/**
 * The rows of a stream after `after`, at most `limit` of them and about `maxBatchBytes`. A reader who stands
 * beyond the end (this district was restored) gets no rows and sees by `feedHead` that it knows more.
 */
export async function feedAfter(
  world: DistrictWorld,
  stream: string,
  after: number,
  limit: number,
): Promise<FeedPage> {
  const { db } = world;
  const head = await db
    .selectFrom('stream')
    .select(['feed_seq', 'running_hash'])
    .where('id', '=', stream)
    .executeTakeFirstOrThrow();
  const rows = after < head.feed_seq ? upToBytes(await readRows(db, stream, after, limit)) : [];
  const at = Math.min(rows.at(-1)?.feedSeq ?? after, head.feed_seq);
  return {
    protocol: protocolVersion,
    status: 'page',
    after,
    rows,
    runningHash: at === head.feed_seq ? head.running_hash : await runningHashAt(db, stream, at),
    feedHead: head.feed_seq,
    serverTime: instantFromEpoch(world.clock()),
  };
}

/** Seq of the newest row; cheap enough to ask every second. */
export async function feedHead(db: Db, stream: string): Promise<number> {
  const row = await db
    .selectFrom('stream')
    .select('feed_seq')
    .where('id', '=', stream)
    .executeTakeFirstOrThrow();
  return row.feed_seq;
}

async function readRows(db: Db, stream: string, after: number, limit: number): Promise<readonly FeedRow[]> {
  const rows = await db
    .selectFrom('feed')
    .leftJoin('event', (on) =>
      on.onRef('event.stream', '=', 'feed.stream').onRef('event.feed_seq', '=', 'feed.feed_seq'),
    )
    .select(['feed.feed_seq', 'feed.kind', 'feed.body', 'event.line', 'event.outcome', 'event.code'])
    .where('feed.stream', '=', stream)
    .where('feed.feed_seq', '>', after)
    .orderBy('feed.feed_seq')
    .limit(limit)
    .execute();
  return rows.map(({ feed_seq: feedSeq, kind, body, line, outcome, code }) => {
    const text = body ?? line;
    if (text === null) throw new Error(`Feed row ${stream}/${feedSeq} has no event`);
    const verdict = outcome === null || code === null ? null : { outcome, code };
    return { feedSeq, kind, body: text, verdict };
  });
}

/** As many rows as fit a page on a thin line; always one. */
function upToBytes(rows: readonly FeedRow[]): FeedRow[] {
  let bytes = 0;
  const page: FeedRow[] = [];
  for (const row of rows) {
    bytes += Buffer.byteLength(row.body);
    if (page.length > 0 && bytes > maxBatchBytes) break;
    page.push(row);
  }
  return page;
}

async function runningHashAt(db: Db, stream: string, feedSeq: number): Promise<string> {
  if (feedSeq === 0) return genesisHash;
  const row = await db
    .selectFrom('feed')
    .select('running_hash')
    .where('stream', '=', stream)
    .where('feed_seq', '=', feedSeq)
    .executeTakeFirstOrThrow();
  return row.running_hash;
}
