import Sqlite from 'better-sqlite3';
import { type Refusal, refuse } from '../../shared/contract/refusal.ts';

/**
 * What the disk did, as a refusal the officer can act on; null for anything that is a bug. The transaction was
 * rolled back before this is asked: nothing was half recorded.
 */
export function diskRefusal(cause: unknown): Refusal | null {
  const code = faultCode(cause);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return refuse('disk-full');
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') return refuse('read-only');
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN') || code === 'EIO')
    return refuse('disk-error');
  return null;
}

function faultCode(cause: unknown): string {
  if (cause instanceof Sqlite.SqliteError) return cause.code;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return '';
}
