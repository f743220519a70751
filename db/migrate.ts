import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';

/** One step of the schema, applied once and never edited: `migrations.lock.json` holds its hash. */
export interface Migration {
  /** 1, 2, 3 …, from the file's name. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

export const migrationsFolder = new URL('migrations/', import.meta.url);

/** The migrations in `folder`, in order. @throws Error on a gap in the numbers */
export function readMigrations(folder: URL): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();
  return names.map((name, index) => {
    if (Number(name.slice(0, 4)) !== index + 1) throw new Error(`Migration ${name} is out of order`);
    return { number: index + 1, name, sql: readFileSync(new URL(name, folder), 'utf8') };
  });
}

/** The database was written by a newer version of the desk; opening it could lose what it does not know. */
export class NewerSchemaError extends Error {
  readonly code = 'NEWER_SCHEMA';
}

/**
 * Brings the schema up to date, each step in its own transaction.
 * @throws NewerSchemaError when the file is ahead of `migrations`
 */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > migrations.length)
    throw new NewerSchemaError(`Schema ${version}, this desk knows ${migrations.length}`);
  for (const step of migrations.slice(version)) {
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.number}`);
    }).immediate();
  }
}
