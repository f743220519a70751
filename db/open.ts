import Sqlite, { type Database } from 'better-sqlite3';
import { migrate, migrationsFolder, readMigrations } from './migrate.ts';

/**
 * Opens the desk's database and brings its schema up to date. Every commit reaches the disk before it returns:
 * the driver is built with `synchronous=NORMAL` for WAL, which a power cut may undo, so it is set to FULL here.
 * @param file a path, or `:memory:` in tests
 * @throws NewerSchemaError, SqliteError
 */
export function openDatabase(file: string): Database {
  const db = new Sqlite(file, { timeout: 5000 });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous=FULL was not taken');
    bringUpToDate(db);
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

/** What every connection of the desk is set to, and the schema of this version. @throws NewerSchemaError, SqliteError */
export function bringUpToDate(db: Database): void {
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('temp_store = MEMORY');
  // What a day's work touches stays in memory, also beside ten years of dossiers. KiB.
  db.pragma('cache_size = -32768');
  migrate(db, readMigrations(migrationsFolder));
}

/** Runs `work` with the write lock held from the start: all of it or nothing. `work` must not return a promise. */
export const transact = <T>(db: Database, work: () => T): T => db.transaction(work).immediate();
