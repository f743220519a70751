import { readdirSync, readFileSync } from 'node:fs';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Db, Schema } from './rows.ts';

/** Where the district keeps what it knows: a real server, or an embedded one in a folder or in memory. */
export type StorePlace =
  | { readonly kind: 'postgres'; readonly url: string }
  | { readonly kind: 'pglite'; readonly dataDir: string | null };

export interface Store {
  readonly db: Db;
  readonly kind: StorePlace['kind'];
  /** False when a power cut may lose what was acknowledged: PGlite never asks the disk to keep anything. */
  readonly durable: boolean;
}

/**
 * Connects and brings the tables to the newest version; two servers may do so at the same time.
 * @param onTrouble told of connections that broke while idle (the pool replaces them by itself)
 * @throws Error when the database cannot be reached or a migration fails
 */
export async function openStore(place: StorePlace, onTrouble: (error: Error) => void): Promise<Store> {
  const db = place.kind === 'postgres' ? await postgres(place.url, onTrouble) : await pglite(place.dataDir);
  const { error } = await new Migrator({ db, provider: { getMigrations } }).migrateToLatest();
  if (error !== undefined) {
    await db.destroy();
    throw new Error('The tables could not be brought to the newest version', { cause: error });
  }
  return { db, kind: place.kind, durable: place.kind === 'postgres' };
}

// Each engine is loaded only where it is used: the embedded one alone is a database server in the memory.
async function postgres(url: string, onTrouble: (error: Error) => void): Promise<Db> {
  const { Pool } = await import('pg');
  const pool = new Pool({ connectionString: url, max: 10 });
  pool.on('error', onTrouble);
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

async function pglite(dataDir: string | null): Promise<Db> {
  const { PGlite } = await import('@electric-sql/pglite');
  const engine = await PGlite.create(dataDir ?? 'memory://');
  return new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: engine }) });
}

const folder = new URL('./migrations/', import.meta.url);

async function getMigrations(): Promise<Record<string, Migration>> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return Object.fromEntries(files.map((name) => [name.replace('.sql', ''), migrationOf(name)]));
}

const migrationOf = (file: string): Migration => ({
  up: async (db) => {
    // One statement at a time: the embedded engine takes no more. In these files `;` ends a line only there.
    const statements = readFileSync(new URL(file, folder), 'utf8').split(/;$/m);
    for (const statement of statements) if (statement.trim() !== '') await sql.raw(statement).execute(db);
  },
});
