import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';

/** Above this a copy would not fit beside the rest of an old machine. Bytes. */
const largestCopy = 2 ** 30;
/** Bytes 18 and 19 of a database file tell its journal: 2 is a write-ahead log, which memory has not. */
const journalBytes = [18, 19];
const rollbackJournal = 1;

/**
 * Everything committed in a database, as a copy in memory: whatever is done with it, nothing on the disk changes. The
 * file may stand on a disk that is full or takes no writing.
 * @returns null when it is too large
 * @throws SqliteError, or the system's error, when it cannot even be read
 */
export function copyToMemory(file: string): Database | null {
  if (statSync(file).size > largestCopy) return null;
  const bytes = hasLog(file) ? withItsLog(file) : readFileSync(file);
  for (const at of journalBytes) bytes[at] = rollbackJournal;
  return new Sqlite(bytes);
}

const hasLog = (file: string): boolean => existsSync(logOf(file)) && statSync(logOf(file)).size > 0;

const logOf = (file: string): string => `${file}-wal`;

/**
 * What stands in the log is committed and not yet in the file, and SQLite itself must put the two together. Where the
 * folder takes no writing it needs the index a crash has left beside them; without one, both are put together elsewhere.
 */
function withItsLog(file: string): Buffer {
  try {
    return serialized(file, { readonly: true });
  } catch (cause) {
    if (!(cause instanceof Sqlite.SqliteError)) throw cause;
    return elsewhere(file);
  }
}

/** In a folder of this account alone, which is gone when this returns. */
function elsewhere(file: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'quay-reading-'));
  try {
    const copy = join(folder, 'copy.db');
    copyFileSync(file, copy);
    copyFileSync(logOf(file), logOf(copy));
    return serialized(copy, {});
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function serialized(file: string, options: Sqlite.Options): Buffer {
  const db = new Sqlite(file, { ...options, timeout: 0 });
  try {
    return db.serialize();
  } finally {
    db.close();
  }
}
