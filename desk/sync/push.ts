import { transact } from '../../db/open.ts';
import { type Ack, ackBytes, maxBatchBytes, type PushAnswer } from '../../shared/protocol/bodies.ts';
import { err, ok, type Result, unreachable } from '../../shared/result.ts';
import type { Enrolled } from '../machine/enrolled.ts';
import { verifyText } from '../machine/keys.ts';
import type { DeskWorld } from '../ports.ts';
import type { Stores } from '../stores.ts';
import { type LineFault, push } from './district-client.ts';
import { signHeadAt } from './ledger.ts';

/** What the district's answer means that a person must know of; work goes on all the same. */
export type Incident = 'fork' | 'feed-mismatch' | 'bad-ack';

export type SyncFault = LineFault | { readonly kind: 'incident'; readonly incident: Incident };

/** What sending needs of the world. */
type Sender = Pick<DeskWorld, 'fetch' | 'clock'>;

/** Events waiting to be sent: everything after what the district is known to hold. */
export function waitingEvents(stores: Stores, me: Enrolled): number {
  return stores.log.end(me).seq - stores.acks.of(me).heldSeq;
}

/**
 * Sends one batch of at most `size` events and stores the ack.
 * @returns how many events the district now holds more than before
 */
export async function pushOnce(
  world: Sender,
  stores: Stores,
  me: Enrolled,
  size: number,
  signal: AbortSignal,
): Promise<Result<number, SyncFault>> {
  const { heldSeq } = stores.acks.of(me);
  const sent = await send(world, stores, me, { after: heldSeq, size, heldSeq }, signal);
  if (typeof sent !== 'object') {
    // It holds more under our name than we sent, and not what we have there. Shown our own event at that place it
    // sees two chains, or that we merely stand behind: an old copy of a disk that will catch up from the feed.
    const after = Math.min(sent, stores.log.end(me).seq) - 1;
    const shown = await send(world, stores, me, { after, size: 1, heldSeq }, signal);
    return typeof shown === 'object' ? shown : incident('bad-ack');
  }
  return sent;
}

/** @returns what came of it, or the place at which the district holds something else than we do */
async function send(
  world: Sender,
  stores: Stores,
  me: Enrolled,
  run: { readonly after: number; readonly size: number; readonly heldSeq: number },
  signal: AbortSignal,
): Promise<Result<number, SyncFault> | number> {
  const batch = cut(stores.log.after(me, run.after, run.size));
  const last = batch.at(-1);
  const prevHash = stores.log.hashAt(me, run.after);
  if (last === undefined || prevHash === null) return ok(0);
  const head = signHeadAt(me, last.seq, last.hash);
  const answer = await push(
    world.fetch,
    me,
    {
      device: me.device,
      epoch: me.epoch,
      fromSeq: run.after + 1,
      prevHash,
      encoding: 'lines',
      lines: batch.map((event) => event.line),
      head,
    },
    signal,
  );
  if (!answer.ok) return answer;
  return transact(stores.db, () => {
    stores.acks.storeHead(me, head);
    return take(world, stores, me, answer.value, run.heldSeq);
  });
}

/** What fits the protocol's limit of bytes; always at least one event. */
function cut<T extends { readonly line: string }>(events: readonly T[]): readonly T[] {
  let bytes = 0;
  const over = events.findIndex(({ line }) => (bytes += Buffer.byteLength(line) + 3) > maxBatchBytes);
  return over === -1 ? events : events.slice(0, Math.max(1, over));
}

function take(
  world: Sender,
  stores: Stores,
  me: Enrolled,
  answer: PushAnswer,
  heldBefore: number,
): Result<number, SyncFault> | number {
  switch (answer.status) {
    case 'ack':
      if (!isGenuine(me, answer.ack)) return incident('bad-ack');
      if (stores.log.hashAt(me, answer.ack.lastSeq) !== answer.ack.lastHash) return answer.ack.lastSeq;
      stores.acks.store(answer.ack, world.clock());
      return answer.stopped === null ? ok(answer.ack.lastSeq - heldBefore) : incident('bad-ack');
    case 'expected':
      // It holds less than we thought: it was restored. Our own log is whole, so we start again from there.
      if (stores.log.hashAt(me, answer.expected - 1) !== answer.lastHash) return incident('fork');
      if (answer.expected - 1 >= heldBefore) return incident('bad-ack');
      startOver(stores, me, answer.expected - 1);
      return ok(0);
    case 'fork':
      return incident('fork');
    default:
      return unreachable(answer);
  }
}

/**
 * The district was restored to an older state: it is sent everything after `heldSeq` again, and its feed, which
 * will be numbered anew, is read again from the beginning. Our own log is whole; nothing in it changes.
 */
export function startOver(stores: Stores, me: Enrolled, heldSeq: number): void {
  stores.acks.lower(me, heldSeq);
  stores.feed.startOver(me.stream);
}

/** An ack counts only for this chain, with the district's signature. */
const isGenuine = (me: Enrolled, ack: Ack): boolean =>
  ack.device === me.device && ack.epoch === me.epoch && verifyText(ackBytes(ack), ack.sig, me.districtKey);

const incident = (one: Incident): Result<never, SyncFault> => err({ kind: 'incident', incident: one });
