import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { projectionDigest } from '../../db/dossier/projections.ts';
import { databaseFile } from '../../desk/open-desk.ts';

export interface Figures {
  readonly events: number;
  readonly dossiers: number;
  readonly digest: string;
}

/** What a desk's database says, read from outside. */
export function deskFigures(dataDir: string): Figures {
  const db = new Sqlite(join(dataDir, databaseFile), { readonly: true });
  try {
    const count = (table: string): number =>
      db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;
    const hash = createHash('sha256');
    const hasher = { update: (text: string) => hash.update(text), digest: () => hash.digest('hex') };
    return { events: count('event'), dossiers: count('dossier'), digest: projectionDigest(db, hasher) };
  } finally {
    db.close();
  }
}
