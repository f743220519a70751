import { instantFromEpoch } from '../../shared/domain/base/local-date.ts';
import type { Device } from '../machine/devices.ts';
import type { Tx } from '../rows.ts';
import type { DistrictWorld } from '../world.ts';
import { digestOf } from './verify.ts';

/** Why a person has to look: the fault of a batch, or two chains of one epoch. */
export interface SetAside {
  /** A `batchFault`, or `fork`. */
  readonly why: string;
  /** The first place in the chain that is in doubt. */
  readonly seq: number;
  /** The request's body as it came. */
  readonly bytes: Uint8Array;
}

/**
 * Keeps the bytes of a batch that was not taken whole and opens an incident. A desk repeats itself until it is
 * answered well: the same bytes are kept once and open one incident.
 */
export async function setAside(world: DistrictWorld, tx: Tx, device: Device, one: SetAside): Promise<void> {
  const now = instantFromEpoch(world.clock());
  const kept = await tx
    .insertInto('quarantine')
    .values({
      stream: device.stream,
      device: device.id,
      epoch: device.epoch,
      sha256: digestOf(one.bytes, 'hex'),
      why: one.why,
      bytes: one.bytes,
      arrived_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('sha256')
    .executeTakeFirst();
  if (kept === undefined) return;
  await tx
    .insertInto('incident')
    .values({
      stream: device.stream,
      id: world.newId(),
      device: device.id,
      epoch: device.epoch,
      seq: one.seq,
      kind: one.why,
      opened_at: now,
    })
    .execute();
}
