import { absent, type DossierState } from '../../shared/domain/dossier/dossier.ts';
import { evolve } from '../../shared/domain/dossier/evolve.ts';
import { foldVersion } from '../../shared/domain/dossier/fold-version.ts';
import { readLine } from '../../shared/protocol/event.ts';
import { readFact } from '../../shared/protocol/fact.ts';
import type { Db, Tx } from '../rows.ts';
import { lockStream } from '../sync/feed-log.ts';
import { saveStates } from './dossiers.ts';

/** Dossiers folded anew in one transaction: others of the stream wait that long at most. */
const atOnce = 200;

/** The states of these dossiers as the log tells them, folded by this build; what the log does not name is left out. */
export async function foldedFromLog(
  tx: Tx,
  stream: string,
  ids: readonly string[],
): Promise<Map<string, DossierState>> {
  const states = new Map<string, DossierState>();
  if (ids.length === 0) return states;
  const rows = await tx
    .selectFrom('event')
    .select('line')
    .where('stream', '=', stream)
    .where('dossier_id', 'in', ids)
    .orderBy('feed_seq')
    .execute();
  for (const { line } of rows) {
    const event = readLine(line);
    const read = event === null ? null : readFact(event);
    if (read?.kind !== 'fact') continue;
    const { dossier } = read.fact;
    states.set(dossier, evolve(states.get(dossier) ?? absent, read.fact, read.origin));
  }
  return states;
}

/**
 * Folds everything anew that another build has folded, stream by stream under its lock, before the first request.
 * A server of that build may still run beside this one: what it writes later is folded anew when it is next read.
 * @returns how many dossiers were folded
 */
export async function refoldAll(db: Db): Promise<number> {
  const stale = await db
    .selectFrom('dossier')
    .select('stream')
    .distinct()
    .where('fold_version', '<>', foldVersion)
    .execute();
  let folded = 0;
  for (const { stream } of stale) {
    for (let some = await refoldSome(db, stream); some > 0; some = await refoldSome(db, stream))
      folded += some;
  }
  return folded;
}

const refoldSome = (db: Db, stream: string): Promise<number> =>
  db.transaction().execute(async (tx) => {
    await lockStream(tx, stream);
    const rows = await tx
      .selectFrom('dossier')
      .select('id')
      .where('stream', '=', stream)
      .where('fold_version', '<>', foldVersion)
      .limit(atOnce)
      .execute();
    const ids = rows.map(({ id }) => id);
    const states = await foldedFromLog(tx, stream, ids);
    // A row that no readable fact stands behind any more says that nothing is known.
    for (const id of ids) if (!states.has(id)) states.set(id, absent);
    await saveStates(tx, stream, states);
    return ids.length;
  });
