import { readEdition } from '../../shared/domain/catalogue/edition.ts';
import { decree61 } from '../../shared/domain/catalogue/rule-set.ts';
import type { ReadEvent } from '../../shared/protocol/event.ts';
import type { Tx } from '../rows.ts';

/**
 * How often a commune's desks may give a dossier a new date: a fact does not name its rule set, so the widest counts of
 * those that they are shipped with and those on their feed. Read only where a new date was given: seldom.
 */
export async function rescheduleLimitOf(
  tx: Tx,
  stream: string,
  links: readonly ReadEvent[],
): Promise<number> {
  if (!links.some(({ event }) => event.type === 'dossier.rescheduled')) return decree61.rescheduleLimit;
  const rows = await tx
    .selectFrom('feed')
    .select('body')
    .where('stream', '=', stream)
    .where('kind', '=', 'rules')
    .execute();
  const limits = rows.flatMap(({ body }) => readEdition('rules', body ?? '')?.edition.rescheduleLimit ?? []);
  return Math.max(decree61.rescheduleLimit, ...limits);
}
