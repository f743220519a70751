import { feedRowBytes, type Verdict } from '../../shared/protocol/bodies.ts';
import type { Tx } from '../rows.ts';
import { sha256 } from './verify.ts';

/** The end of a stream's feed, held against everybody else until the transaction ends. */
export interface LockedStream {
  readonly id: string;
  readonly feedSeq: number;
  readonly runningHash: string;
}

/**
 * Takes the stream's lock. A sequence hands out numbers in another order than transactions commit in, and a
 * reader would step over the late ones; under the lock numbers appear in their own order, without gaps.
 */
export async function lockStream(tx: Tx, id: string): Promise<LockedStream> {
  const row = await tx
    .selectFrom('stream')
    .select(['feed_seq', 'running_hash'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { id, feedSeq: row.feed_seq, runningHash: row.running_hash };
}

export interface NewFeedRow {
  readonly kind: string;
  readonly body: string;
  readonly verdict: Verdict | null;
}

/** Adds rows to the end of the feed in their order. @returns the new end; row i stands at `stream.feedSeq + 1 + i` */
export async function appendRows(
  tx: Tx,
  stream: LockedStream,
  rows: readonly NewFeedRow[],
): Promise<LockedStream> {
  if (rows.length === 0) return stream;
  let end = stream;
  const values = rows.map((row) => {
    const feedSeq = end.feedSeq + 1;
    const runningHash = sha256(feedRowBytes(end.runningHash, { feedSeq, ...row }));
    end = { id: stream.id, feedSeq, runningHash };
    const body = row.kind === 'event' ? null : row.body;
    return { stream: stream.id, feed_seq: feedSeq, kind: row.kind, body, running_hash: runningHash };
  });
  await tx.insertInto('feed').values(values).execute();
  await tx
    .updateTable('stream')
    .set({ feed_seq: end.feedSeq, running_hash: end.runningHash })
    .where('id', '=', stream.id)
    .execute();
  return end;
}
