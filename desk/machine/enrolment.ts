import { type Identity, readIdentity, writeIdentity } from '../../db/machine/identity.ts';
import { transact } from '../../db/open.ts';
import { type Refusal, refuse } from '../../shared/contract/refusal.ts';
import type { EnrolAnswer } from '../../shared/protocol/bodies.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { DeskWorld } from '../ports.ts';
import type { Stores } from '../stores.ts';
import { askToEnrol } from '../sync/district-client.ts';
import type { Enrolled } from './enrolled.ts';
import { makeDeviceKey, privateKeyOf, publicOf } from './keys.ts';

export interface Enrolment {
  /** Null until the machine is enrolled. */
  readonly current: () => Enrolled | null;
  readonly enrol: (request: EnrolRequest) => Promise<Result<Enrolled, Refusal>>;
}

export interface EnrolRequest {
  readonly districtUrl: string;
  readonly code: string;
  readonly deviceName: string;
}

/** Reads who this machine is. @throws Error if the device key cannot be unwrapped on this machine */
export async function openEnrolment(world: DeskWorld, stores: Stores): Promise<Enrolment> {
  const identity = readIdentity(stores.db);
  const state: { enrolled: Enrolled | null } = {
    enrolled:
      identity === null
        ? null
        : { ...identity, key: privateKeyOf(await world.ports.secrets.open(identity.sealedKey)) },
  };
  return {
    current: () => state.enrolled,
    async enrol(request) {
      if (state.enrolled !== null) return err(refuse('already-enrolled'));
      const done = await enrolOnce(world, stores, request);
      if (done.ok) state.enrolled = done.value;
      return done;
    },
  };
}

/**
 * The key is stored before it is sent: when the answer is lost on the line, the next try shows the same key and
 * the one-time code is still good for it.
 */
async function enrolOnce(
  world: DeskWorld,
  stores: Stores,
  request: EnrolRequest,
): Promise<Result<Enrolled, Refusal>> {
  const code = request.code.replaceAll(/[\s-]/g, '');
  if (!/^\d{9}$/.test(code)) return err(refuse('enrol-code-unknown', 'code'));
  const sealedKey = stores.settings.get('pending-key') ?? (await sealNewKey(world, stores));
  const privatePem = await world.ports.secrets.open(sealedKey);
  const asked = await askToEnrol(world.fetch, request.districtUrl, {
    code,
    publicKey: publicOf(privatePem),
    deviceName: request.deviceName,
  });
  if (!asked.ok) return err(asked.error);
  const identity = identityOf(asked.value, request.districtUrl, sealedKey);
  transact(stores.db, () => {
    writeIdentity(stores.db, identity, world.clock());
    stores.settings.drop('pending-key');
  });
  return ok({ ...identity, key: privateKeyOf(privatePem) });
}

async function sealNewKey(world: DeskWorld, stores: Stores): Promise<string> {
  const sealed = await world.ports.secrets.seal(makeDeviceKey().privatePem);
  stores.settings.set('pending-key', sealed);
  return sealed;
}

const identityOf = (answer: EnrolAnswer, districtUrl: string, sealedKey: string): Identity => ({
  device: answer.device,
  epoch: answer.epoch,
  stream: answer.stream,
  deskDigit: answer.deskDigit,
  deskName: answer.deskName,
  agency: answer.agency,
  districtUrl,
  districtKey: answer.districtKey,
  sealedKey,
});
