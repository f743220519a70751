import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { databaseFile } from '../../desk/open-desk.ts';
import { projectionDigest } from './desk-file.ts';

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
    return { events: count('event'), dossiers: count('dossier'), digest: projectionDigest(db) };
  } finally {
    db.close();
  }
}
