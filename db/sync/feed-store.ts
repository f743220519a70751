import type { Database } from 'better-sqlite3';
import { genesisHash } from '../../shared/protocol/event.ts';

/** How far the feed of a stream has been stored here, with the hash that runs over it. */
export interface FeedCursor {
  readonly after: number;
  readonly runningHash: string;
  readonly pulledAt: number | null;
}

export type FeedStore = ReturnType<typeof openFeedStore>;

/** The cursor moves only in the transaction that stores what it has passed. */
export function openFeedStore(db: Database) {
  const read = db.prepare<[string], { after: number; running_hash: string; pulled_at: number }>(
    'SELECT after, running_hash, pulled_at FROM feed_cursor WHERE stream = ?',
  );
  const write = db.prepare<[string, number, string, number]>(
    `INSERT INTO feed_cursor (stream, after, running_hash, pulled_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (stream) DO UPDATE SET
       after = excluded.after, running_hash = excluded.running_hash, pulled_at = excluded.pulled_at`,
  );
  const defer = db.prepare<[number, string, string]>(
    'INSERT INTO deferred_row (feed_seq, kind, body) VALUES (?, ?, ?)',
  );
  const deferred = db.prepare<[], { feedSeq: number; kind: string; body: string }>(
    'SELECT feed_seq AS feedSeq, kind, body FROM deferred_row ORDER BY feed_seq',
  );
  const setAside = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM deferred_row');
  const undefer = db.prepare<[number]>('DELETE FROM deferred_row WHERE feed_seq = ?');
  const forget = db.prepare<[string]>('DELETE FROM feed_cursor WHERE stream = ?');
  const forgetDeferred = db.prepare('DELETE FROM deferred_row');
  const unconfirm = db.prepare(
    'UPDATE event SET feed_seq = NULL, verdict = NULL, verdict_code = NULL WHERE feed_seq IS NOT NULL',
  );
  return {
    cursor: (stream: string): FeedCursor => {
      const row = read.get(stream);
      if (row === undefined) return { after: 0, runningHash: genesisHash, pulledAt: null };
      return { after: row.after, runningHash: row.running_hash, pulledAt: row.pulled_at };
    },
    moveTo: (stream: string, after: number, runningHash: string, pulledAt: number): void =>
      void write.run(stream, after, runningHash, pulledAt),
    /**
     * Back to the beginning: the district lost a part of its feed and will number it anew. No event goes; they
     * wait for their places as they did when they were new.
     */
    startOver(stream: string): void {
      forget.run(stream);
      forgetDeferred.run();
      unconfirm.run();
    },
    /** Rows set aside, in the order of the feed. */
    deferred: (): readonly { feedSeq: number; kind: string; body: string }[] => deferred.all(),
    /** How many rows are set aside. */
    setAside: (): number => setAside.get()?.n ?? 0,
    /** A row set aside has been read. */
    undefer: (feedSeq: number): void => void undefer.run(feedSeq),
    /** Keeps a row of an unknown kind for a version that knows it. */
    defer: (feedSeq: number, kind: string, body: string): void => void defer.run(feedSeq, kind, body),
  };
}
