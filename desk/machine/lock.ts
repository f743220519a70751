import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { refuse } from '../../shared/contract/refusal.ts';
import { DeskClosedError } from './start-fault.ts';

/**
 * Takes the data folder for this process. The lock is a write lock on a small database, so the system lets it
 * go when the process dies, however it dies; a file with a process number would outlive a power cut.
 * @returns lets go
 * @throws DeskClosedError when another process holds it; SqliteError for whatever the disk did
 */
export function lockFolder(dataDir: string): () => void {
  const db = new Sqlite(join(dataDir, 'desk.lock'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    const isHeld = cause instanceof Sqlite.SqliteError && cause.code.startsWith('SQLITE_BUSY');
    throw isHeld ? new DeskClosedError(refuse('desk-in-use'), cause) : cause;
  }
  return () => db.close();
}
