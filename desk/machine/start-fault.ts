import Sqlite from 'better-sqlite3';
import { NewerSchemaError } from '../../db/migrate.ts';
import { type Refusal, refuse } from '../../shared/contract/refusal.ts';
import { refusalText } from '../../shared/text/sentences.ts';
import { diskRefusal } from './disk-faults.ts';

/** Why a desk does not open, for whoever sits before it: the message is the sentence, and no trace is needed. */
export class DeskClosedError extends Error {
  readonly code = 'DESK_CLOSED';
  readonly refusal: Refusal;

  constructor(refusal: Refusal, cause?: unknown) {
    super(`${refusalText(refusal, 'vi')}\n${refusalText(refusal, 'en')}`, { cause });
    this.refusal = refusal;
  }
}

/** What went wrong while opening, as a sentence; a bug comes back as it is. */
export function startFault(cause: unknown): unknown {
  if (cause instanceof DeskClosedError) return cause;
  const refusal = refusalOf(cause);
  return refusal === null ? cause : new DeskClosedError(refusal, cause);
}

function refusalOf(cause: unknown): Refusal | null {
  if (cause instanceof NewerSchemaError) return refuse('newer-schema');
  if (cause instanceof Sqlite.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(cause.code))
    return refuse('data-damaged');
  if (cause instanceof Error && 'code' in cause && (cause.code === 'EACCES' || cause.code === 'EPERM'))
    return refuse('folder-closed');
  const refusal = diskRefusal(cause);
  if (refusal?.code === 'read-only' || refusal?.code === 'disk-error') return refuse('folder-closed');
  return refusal?.code === 'disk-full' ? refuse('start-disk-full') : refusal;
}
