import type { z } from 'zod';
import { instantFromEpoch } from '../../shared/domain/base/local-date.ts';
import { agency } from '../../shared/domain/catalogue/agency.ts';
import type { EnrolAnswer, enrolRequest, ProblemCode } from '../../shared/protocol/bodies.ts';
import { genesisHash } from '../../shared/protocol/event.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Tx } from '../rows.ts';
import { codeHash } from '../sync/streams.ts';
import { publicKeyOf } from '../sync/verify.ts';
import type { DistrictWorld } from '../world.ts';

type EnrolRequest = z.infer<typeof enrolRequest>;

/**
 * Trades a one-time code for a place in a commune. The same code with the same key gives the same answer again:
 * an answer lost on the line must not burn the code.
 */
export async function enrol(
  world: DistrictWorld,
  request: EnrolRequest,
): Promise<Result<EnrolAnswer, ProblemCode>> {
  // A store that forgets what it acknowledged must never be the only proof of a hand-in.
  if (!world.durable && !world.training) return err('not-durable');
  if (publicKeyOf(request.publicKey) === null || request.deviceName.includes('\0')) return err('bad-request');
  return world.db.transaction().execute(async (tx) => {
    const code = await tx
      .selectFrom('enrolment_code')
      .selectAll()
      .where('code_hash', '=', codeHash(request.code))
      .forUpdate()
      .executeTakeFirst();
    if (code === undefined) return err('code-unknown');
    if (code.device === null) {
      const device = world.newId();
      await useCode(world, tx, request, { ...code, device });
      return ok(await answerFor(world, tx, device));
    }
    return (await isKeyOf(tx, code.device, request.publicKey))
      ? ok(await answerFor(world, tx, code.device))
      : err('code-used');
  });
}

const firstEpoch = 1;

async function useCode(
  world: DistrictWorld,
  tx: Tx,
  request: EnrolRequest,
  code: { code_hash: string; stream: string; desk_digit: number; desk_name: string; device: string },
): Promise<void> {
  const now = instantFromEpoch(world.clock());
  await tx
    .insertInto('device')
    .values({
      id: code.device,
      epoch: firstEpoch,
      stream: code.stream,
      public_key: request.publicKey,
      name: request.deviceName,
      desk_digit: code.desk_digit,
      desk_name: code.desk_name,
      last_seq: 0,
      last_hash: genesisHash,
      revoked: false,
      frozen: false,
      enrolled_at: now,
    })
    .execute();
  await tx
    .updateTable('enrolment_code')
    .set({ device: code.device, used_at: now })
    .where('code_hash', '=', code.code_hash)
    .execute();
}

async function isKeyOf(tx: Tx, device: string, publicKey: string): Promise<boolean> {
  const row = await tx
    .selectFrom('device')
    .select('public_key')
    .where('id', '=', device)
    .where('epoch', '=', firstEpoch)
    .executeTakeFirstOrThrow();
  return row.public_key === publicKey;
}

async function answerFor(world: DistrictWorld, tx: Tx, device: string): Promise<EnrolAnswer> {
  const row = await tx
    .selectFrom('device')
    .innerJoin('stream', 'stream.id', 'device.stream')
    .select(['device.epoch', 'device.stream', 'device.desk_digit', 'device.desk_name', 'stream.agency'])
    .where('device.id', '=', device)
    .where('device.epoch', '=', firstEpoch)
    .executeTakeFirstOrThrow();
  return {
    protocol: protocolVersion,
    status: 'enrolled',
    device,
    epoch: row.epoch,
    stream: row.stream,
    deskDigit: row.desk_digit,
    deskName: row.desk_name,
    agency: agency.parse(JSON.parse(row.agency)),
    districtKey: world.keys.publicKey,
  };
}
