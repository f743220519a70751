import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

/** Another process holds this data folder. */
export class DeskInUseError extends Error {
  readonly code = 'DESK_IN_USE';
}

/**
 * Takes the data folder for this process. The lock is a write lock on a small database, so the system lets it
 * go when the process dies, however it dies; a file with a process number would outlive a power cut.
 * @returns lets go
 * @throws DeskInUseError
 */
export function lockFolder(dataDir: string): () => void {
  const db = new Sqlite(join(dataDir, 'desk.lock'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch {
    db.close();
    throw new DeskInUseError(`Another desk has ${dataDir} open`);
  }
  return () => db.close();
}
