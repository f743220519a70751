import { transact } from '../../db/open.ts';
import { isEditionKind } from '../../shared/domain/catalogue/edition.ts';
import { type FeedPage, type FeedRow, feedRowBytes } from '../../shared/protocol/bodies.ts';
import { type ReadEvent, readLine } from '../../shared/protocol/event.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Enrolled } from '../machine/enrolled.ts';
import { sha256 } from '../machine/keys.ts';
import type { DeskWorld } from '../ports.ts';
import type { Stores } from '../stores.ts';
import { pull } from './district-client.ts';
import { takeOther } from './other-row.ts';
import { type Incident, type SyncFault, startOver } from './push.ts';

export interface Pulled {
  readonly rows: number;
  /** Dossiers whose facts or order changed. */
  readonly dossiers: readonly string[];
  readonly more: boolean;
  /** Rules of the office came in: what was read from the old ones is out of date. */
  readonly editions: boolean;
  /** The district was restored to an older state: push again before anything else. */
  readonly behind: boolean;
}

/** Fetches one page of the feed and stores it with its projections and the cursor in one transaction. */
export async function pullOnce(
  world: DeskWorld,
  stores: Stores,
  me: Enrolled,
  signal: AbortSignal,
): Promise<Result<Pulled, SyncFault>> {
  const { after } = stores.feed.cursor(me.stream);
  const answer = await pull(world.fetch, me, after, signal);
  if (!answer.ok) return answer;
  return transact(stores.db, () => storePage(world, stores, me, answer.value));
}

function storePage(
  world: DeskWorld,
  stores: Stores,
  me: Enrolled,
  page: FeedPage,
): Result<Pulled, SyncFault> {
  const cursor = stores.feed.cursor(me.stream);
  // A page that was asked for before the cursor moved says nothing about where it stands now.
  if (page.after !== cursor.after) return err({ kind: 'incident', incident: 'feed-mismatch' });
  if (page.feedHead < cursor.after) return districtIsBehind(stores, me, false);
  const hash = runningHash(cursor.runningHash, page.rows);
  // The district's own hash is only held against ours, never taken over: a gap must stay visible.
  const fits = follows(cursor.after, page.rows) && hash === page.runningHash;
  if (!fits) return err({ kind: 'incident', incident: 'feed-mismatch' });
  const events = readEvents(page.rows);
  const parting = [...events.values()].find((read) => parts(stores, read));
  if (parting !== undefined) return err({ kind: 'incident', incident: partingOf(me, parting) });
  for (const row of page.rows) storeRow(stores, row, events.get(row) ?? null);
  const touched = [...new Set([...events.values()].flatMap(({ event }) => event.basedOn?.dossier ?? []))];
  for (const dossier of touched) stores.projections.refold(dossier);
  const last = page.rows.at(-1)?.feedSeq ?? cursor.after;
  stores.feed.moveTo(me.stream, last, hash, world.clock());
  const editions = page.rows.some(({ kind }) => isEditionKind(kind));
  if (last === page.feedHead && lacksOurs(stores, me)) return districtIsBehind(stores, me, editions);
  return ok({
    rows: page.rows.length,
    dossiers: touched,
    more: last < page.feedHead,
    editions,
    behind: false,
  });
}

/** Its whole feed is read, and the last event it had acknowledged is not in it. */
function lacksOurs(stores: Stores, me: Enrolled): boolean {
  const { heldSeq } = stores.acks.of(me);
  return heldSeq > 0 && !stores.log.isConfirmed(me, heldSeq);
}

/** It knows less than we have read from it. Our last event is sent again: the answer tells how much is missing. */
function districtIsBehind(stores: Stores, me: Enrolled, editions: boolean): Result<Pulled, SyncFault> {
  askAnew(stores, me);
  return ok({ rows: 0, dossiers: [], more: false, editions, behind: true });
}

/**
 * Sends the last event once more and reads the feed from its beginning: what the district then says is held against
 * every event we have. What waits to be sent goes on waiting.
 */
function askAnew(stores: Stores, me: Enrolled): void {
  const { heldSeq } = stores.acks.of(me);
  startOver(stores, me, Math.max(0, Math.min(heldSeq, stores.log.end(me).seq - 1)));
}

/**
 * The feed parted from what we have read, and not by a slip on the line: the district was restored, and others have
 * filled the gap before we asked.
 */
export const readAnew = (stores: Stores, me: Enrolled): void =>
  transact(stores.db, () => askAnew(stores, me));

const runningHash = (from: string, rows: readonly FeedRow[]): string =>
  rows.reduce((hash, row) => sha256(feedRowBytes(hash, row)), from);

const follows = (after: number, rows: readonly FeedRow[]): boolean =>
  rows.every((row, index) => row.feedSeq === after + 1 + index);

/** The events of a page by their rows. What is none that either end may write is left out: its row is set aside. */
function readEvents(rows: readonly FeedRow[]): ReadonlyMap<FeedRow, ReadEvent> {
  const events = new Map<FeedRow, ReadEvent>();
  for (const row of rows) {
    const event = row.kind === 'event' ? readLine(row.body) : null;
    if (event !== null) events.set(row, { event, line: row.body, hash: sha256(row.body) });
  }
  return events;
}

/** The feed holds another event than we do at the same place of a chain: nothing of the page is stored. */
function parts(stores: Stores, { event, hash }: ReadEvent): boolean {
  const known = stores.log.hashAt(event, event.seq);
  return known !== null && known !== hash;
}

/** In our own chain it means that a second machine writes under our name. */
const partingOf = (me: Enrolled, { event }: ReadEvent): Incident =>
  event.device === me.device && event.epoch === me.epoch ? 'fork' : 'feed-mismatch';

/**
 * One row that cannot be read or stored must not keep the rest of the office's news away for ever: it is set aside, where
 * a later build reads it again and a person is told that it is there.
 */
function storeRow(stores: Stores, row: FeedRow, read: ReadEvent | null): void {
  const aside = (): void => stores.feed.defer(row.feedSeq, row.kind, row.body);
  try {
    if (row.kind === 'event' ? read === null : !takeOther(stores, row.kind, row.body)) aside();
    else if (read !== null) storeEvent(stores, read, row);
  } catch (cause) {
    if (!isRowFault(cause)) throw cause;
    aside();
  }
}

/** The table declined the row; a full or broken disk declines everything and is no fault of the row. */
const isRowFault = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_CONSTRAINT');

/** Our own facts come back to be confirmed; others are new. */
function storeEvent(stores: Stores, read: ReadEvent, row: FeedRow): void {
  if (stores.log.hashAt(read.event, read.event.seq) === null) stores.log.append(read);
  stores.log.confirm(read, row.feedSeq, row.verdict);
}
