import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Db } from './rows.ts';
import { rawPublicOf } from './sync/verify.ts';

/** The key pair of the district: desks learn the public half at enrolment and hold every ack against it. */
export interface DistrictKeys {
  /** Raw, base64url. */
  readonly publicKey: string;
  readonly privateKey: KeyObject;
}

/** The keys kept in `db`, made at the first start. Servers that start at once agree on one pair. */
export async function districtKeys(db: Db): Promise<DistrictKeys> {
  const fresh = generateKeyPairSync('ed25519').privateKey;
  await db
    .insertInto('district_key')
    .values({
      id: 1,
      public_key: rawPublicOf(fresh),
      private_pem: fresh.export({ type: 'pkcs8', format: 'pem' }).toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await db
    .selectFrom('district_key')
    .select(['public_key', 'private_pem'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  return { publicKey: kept.public_key, privateKey: createPrivateKey(kept.private_pem) };
}
