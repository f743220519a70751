import { hash } from '@node-rs/argon2';
import type { OfficerRecord } from '../../shared/protocol/bodies.ts';
import { canonical } from '../../shared/protocol/canonical.ts';
import type { Tx } from '../rows.ts';
import { appendRows, lockStream } from '../sync/feed-log.ts';

/** Adds or changes an officer of a commune; every desk of it learns of it by the feed. */
export async function putOfficer(tx: Tx, stream: string, officer: OfficerRecord): Promise<void> {
  const record = canonical(officer);
  const locked = await lockStream(tx, stream);
  await tx
    .insertInto('officer')
    .values({ stream, id: officer.id, record })
    .onConflict((conflict) => conflict.columns(['stream', 'id']).doUpdateSet({ record }))
    .execute();
  await appendRows(tx, locked, [{ kind: 'officer', body: record, verdict: null }]);
}

/**
 * The argon2id string a desk checks a PIN against, offline. It names its own parameters, so that they can be
 * raised here without any desk knowing: 19 MiB and 2 passes today.
 */
export const pinVerifier = (pin: string): Promise<string> =>
  hash(pin, { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 });
