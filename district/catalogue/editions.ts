import { type EditionKind, readEdition } from '../../shared/domain/catalogue/edition.ts';
import { canonical } from '../../shared/protocol/canonical.ts';
import type { Db, Tx } from '../rows.ts';
import { appendRows, lockStream } from '../sync/feed-log.ts';

/**
 * Puts an edition on a commune's feed; its desks have it at their next pull. The same edition again adds nothing.
 * @param text JSON of the edition as `shared/domain/catalogue/edition.ts` has it
 * @returns false when the commune has it already
 * @throws Error when the text is no edition of that kind
 */
export async function putEdition(tx: Tx, stream: string, kind: EditionKind, text: string): Promise<boolean> {
  const edition = readEdition(kind, text);
  if (edition === null) throw new Error(`This is no edition of the ${kind}`);
  const body = canonical(JSON.parse(JSON.stringify(edition)));
  const locked = await lockStream(tx, stream);
  const there = await tx
    .selectFrom('feed')
    .select('feed_seq')
    .where('stream', '=', stream)
    .where('kind', '=', kind)
    .where('body', '=', body)
    .executeTakeFirst();
  if (there !== undefined) return false;
  await appendRows(tx, locked, [{ kind, body, verdict: null }]);
  return true;
}

/** Puts an edition on the feed of every commune. @returns those that did not have it */
export async function publishEdition(db: Db, kind: EditionKind, text: string): Promise<readonly string[]> {
  const streams = await db.selectFrom('stream').select('id').orderBy('id').execute();
  const added: string[] = [];
  for (const { id } of streams) {
    const isNew = await db.transaction().execute((tx) => putEdition(tx, id, kind, text));
    if (isNew) added.push(id);
  }
  return added;
}
