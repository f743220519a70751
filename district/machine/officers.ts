import { hash } from '@node-rs/argon2';
import type { OfficerRecord } from '../../shared/protocol/bodies.ts';
import { canonical } from '../../shared/protocol/canonical.ts';
import type { Tx } from '../rows.ts';
import { appendRows, lockStream } from '../sync/feed-log.ts';

/** Officers that were there from the beginning. */
export const always = '1970-01-01T00:00:00.000Z';

/**
 * Adds or changes an officer of a commune; every desk of it learns of it by the feed.
 * @param since the instant from which it holds, UTC with milliseconds: acts before it are judged by what held then
 */
export async function putOfficer(
  tx: Tx,
  stream: string,
  officer: OfficerRecord,
  since: string,
): Promise<void> {
  const record = canonical(officer);
  const locked = await lockStream(tx, stream);
  await tx
    .insertInto('officer')
    .values({ stream, id: officer.id, record })
    .onConflict((conflict) => conflict.columns(['stream', 'id']).doUpdateSet({ record }))
    .execute();
  await tx
    .insertInto('officer_history')
    .values({ stream, id: officer.id, since, record })
    .onConflict((conflict) => conflict.columns(['stream', 'id', 'since']).doUpdateSet({ record }))
    .execute();
  await appendRows(tx, locked, [{ kind: 'officer', body: record, verdict: null }]);
}

/**
 * The argon2id string a desk checks a PIN against, offline. It names its own parameters, so that they can be
 * raised here without any desk knowing: 19 MiB and 2 passes today.
 */
export const pinVerifier = (pin: string): Promise<string> =>
  hash(pin, { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 });
