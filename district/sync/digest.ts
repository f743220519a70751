import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../rows.ts';

/** What a stream says, in three figures; a desk that has read all of it computes the same. */
export interface StreamDigest {
  readonly events: number;
  /** Dossiers that have been received; facts about others wait as orphans. */
  readonly dossiers: number;
  /** SHA-256 over each dossier's canonical state and a line feed, in order of id. */
  readonly digest: string;
}

/** Null for a stream that is not here. Reads every dossier: for tests and the tour, not for a busy server. */
export async function streamDigest(db: Db, stream: string): Promise<StreamDigest | null> {
  const counted = await db
    .selectFrom('stream')
    .leftJoin('event', 'event.stream', 'stream.id')
    .select(sql<number>`count(event.seq)::integer`.as('events'))
    .where('stream.id', '=', stream)
    .groupBy('stream.id')
    .executeTakeFirst();
  if (counted === undefined) return null;
  const states = await db
    .selectFrom('dossier')
    .select('state')
    .where('stream', '=', stream)
    .where('status', '<>', 'absent')
    .orderBy('id')
    .execute();
  const hasher = createHash('sha256');
  for (const { state } of states) hasher.update(`${state}\n`);
  return { events: counted.events, dossiers: states.length, digest: hasher.digest('hex') };
}
