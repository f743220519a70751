import { workCalendar } from '../../shared/domain/calendar/work-calendar.ts';
import { type EditionKind, readEdition } from '../../shared/domain/catalogue/edition.ts';
import { stepsFitTerm } from '../../shared/domain/catalogue/internal-steps.ts';
import type { CatalogueEdition } from '../../shared/domain/catalogue/procedure.ts';
import { canonical } from '../../shared/protocol/canonical.ts';
import { seedCalendar } from '../../shared/seed/editions.ts';
import type { Db, Tx } from '../rows.ts';
import { appendRows, lockStream } from '../sync/feed-log.ts';

/**
 * Puts an edition on a commune's feed; its desks have it at their next pull. The same edition again adds nothing.
 * @param text JSON of the edition as `shared/domain/catalogue/edition.ts` has it
 * @returns false when the commune has it already
 * @throws Error when the text is no edition of that kind, or a catalogue whose steps do not fill their terms
 */
export async function putEdition(tx: Tx, stream: string, kind: EditionKind, text: string): Promise<boolean> {
  const edition = readEdition(kind, text);
  if (edition === null) throw new Error(`This is no edition of the ${kind}`);
  const unfit = 'procedures' in edition ? unfitSteps(edition) : [];
  if (unfit.length > 0) throw new Error(`The hours of the steps are not the term: ${unfit.join(', ')}`);
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

/** Codes of the procedures whose internal steps take more or less than the citizen is promised. */
function unfitSteps({ procedures }: CatalogueEdition): readonly string[] {
  const calendar = workCalendar(seedCalendar());
  return procedures.filter((one) => !stepsFitTerm(one, calendar)).map(({ code }) => code);
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
