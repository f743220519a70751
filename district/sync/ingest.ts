import { instantFromEpoch, localFromEpoch } from '../../shared/domain/base/local-date.ts';
import {
  type Ack,
  ackBytes,
  type ProblemCode,
  type PushAnswer,
  type PushRequest,
} from '../../shared/protocol/bodies.ts';
import type { ReadEvent } from '../../shared/protocol/event.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { chainEnd, type Device, freezeEpoch, moveChainEnd } from '../machine/devices.ts';
import type { DistrictWorld } from '../world.ts';
import { type BatchFault, readBatch } from './batch.ts';
import { appendEvents, type KnownEvent, knownEvents } from './event-log.ts';
import { type LockedStream, lockStream } from './feed-log.ts';
import { setAside } from './quarantine.ts';
import { signText } from './verify.ts';

/**
 * Takes a run of a device's chain: what is known is acknowledged again, what is new and whole is added with its
 * verdicts, the rest is set aside. Everything of one batch happens in one transaction under the stream's lock.
 * @param device the signer of the request
 * @param bytes the request's body as it came, for the quarantine
 */
export async function ingest(
  world: DistrictWorld,
  device: Device,
  push: PushRequest,
  bytes: Uint8Array,
): Promise<Result<PushAnswer, ProblemCode>> {
  if (push.device !== device.id || push.epoch !== device.epoch) return err('bad-signature');
  // Hashing and checking need nobody else's patience: they come before the lock.
  const batch = readBatch(push, device);
  return world.db.transaction().execute(async (tx) => {
    const stream = await lockStream(tx, device.stream);
    const end = await chainEnd(tx, device);
    if (end.revoked) return err('device-revoked');
    if (end.frozen) return err('epoch-frozen');
    if (push.fromSeq > end.lastSeq + 1) return ok(expected(end.lastSeq + 1, end.lastHash));

    const known = await knownEvents(tx, device, push.fromSeq - 1, push.fromSeq + push.lines.length - 1);
    const parting = partingSeq(push, batch.links, known);
    if (parting !== null && batch.fault === null) {
      await freezeEpoch(tx, device);
      await setAside(world, tx, device, { why: 'fork', seq: parting, bytes });
      return ok({ protocol: protocolVersion, status: 'fork', seq: parting });
    }
    // A chain that parts from ours without a head to vouch for it is damage, not a second installation.
    const links = batch.links.filter(({ event }) => parting === null || event.seq < parting);
    if (batch.fault !== null) {
      await setAside(world, tx, device, { why: batch.fault, seq: push.fromSeq + links.length, bytes });
    }
    const fresh = links.filter(({ event }) => event.seq > end.lastSeq);
    const added = await appendEvents(tx, stream, device, fresh, localFromEpoch(world.clock()));
    const last = fresh.at(-1);
    if (last !== undefined) await moveChainEnd(tx, device, last.event.seq, last.hash);
    const lastSeq = last?.event.seq ?? end.lastSeq;
    const lastHash = last?.hash ?? end.lastHash;
    const told = [...known.values(), ...added.events].filter(({ seq }) => seq >= push.fromSeq);
    return ok(acknowledged(world, device, { lastSeq, lastHash }, added.stream, told, batch.fault));
  });
}

/** The first place where the batch says something else than what is stored, or null when they agree. */
function partingSeq(
  push: PushRequest,
  links: readonly ReadEvent[],
  known: ReadonlyMap<number, KnownEvent>,
): number | null {
  const before = known.get(push.fromSeq - 1);
  if (before !== undefined && before.hash !== push.prevHash) return before.seq;
  const parted = links.find(({ event, hash }) => (known.get(event.seq)?.hash ?? hash) !== hash);
  return parted?.event.seq ?? null;
}

const expected = (seq: number, lastHash: string): PushAnswer => ({
  protocol: protocolVersion,
  status: 'expected',
  expected: seq,
  lastHash,
});

function acknowledged(
  world: DistrictWorld,
  device: Device,
  end: { readonly lastSeq: number; readonly lastHash: string },
  stream: LockedStream,
  told: readonly KnownEvent[],
  stopped: BatchFault | null,
): PushAnswer {
  const unsigned: Omit<Ack, 'sig'> = {
    device: device.id,
    epoch: device.epoch,
    ...end,
    feedHead: stream.feedSeq,
    serverTime: instantFromEpoch(world.clock()),
    verdicts: told.map(({ seq, verdict }) => ({ seq, ...verdict })),
  };
  const sig = signText(world.keys.privateKey, ackBytes(unsigned));
  return { protocol: protocolVersion, status: 'ack', ack: { ...unsigned, sig }, stopped };
}
