import type { Db, Tx } from '../rows.ts';

/** One epoch of an installation, as a request is held against it. */
export interface Device {
  readonly id: string;
  readonly epoch: number;
  readonly stream: string;
  /** 1 to 9: the counter it was enrolled for. */
  readonly deskDigit: number;
  /** Ed25519, raw, base64url. */
  readonly publicKey: string;
  readonly revoked: boolean;
}

export async function findDevice(db: Db, id: string, epoch: number): Promise<Device | null> {
  const row = await db
    .selectFrom('device')
    .select(['id', 'epoch', 'stream', 'desk_digit', 'public_key', 'revoked'])
    .where('id', '=', id)
    .where('epoch', '=', epoch)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    epoch: row.epoch,
    stream: row.stream,
    deskDigit: row.desk_digit,
    publicKey: row.public_key,
    revoked: row.revoked,
  };
}

/** Where a device's chain ends here. Read it under the stream's lock before anything is added. */
export interface ChainEnd {
  readonly lastSeq: number;
  readonly lastHash: string;
  readonly frozen: boolean;
  readonly revoked: boolean;
}

export async function chainEnd(tx: Tx, { id, epoch }: Device): Promise<ChainEnd> {
  const row = await tx
    .selectFrom('device')
    .select(['last_seq', 'last_hash', 'frozen', 'revoked'])
    .where('id', '=', id)
    .where('epoch', '=', epoch)
    .executeTakeFirstOrThrow();
  return { lastSeq: row.last_seq, lastHash: row.last_hash, frozen: row.frozen, revoked: row.revoked };
}

export async function moveChainEnd(tx: Tx, device: Device, seq: number, hash: string): Promise<void> {
  await tx
    .updateTable('device')
    .set({ last_seq: seq, last_hash: hash })
    .where('id', '=', device.id)
    .where('epoch', '=', device.epoch)
    .execute();
}

/** From now on nothing more is taken from this epoch; what it sent stays. It may still read the feed. */
export async function freezeEpoch(tx: Tx, { id, epoch }: Device): Promise<void> {
  await tx
    .updateTable('device')
    .set({ frozen: true })
    .where('id', '=', id)
    .where('epoch', '=', epoch)
    .execute();
}
