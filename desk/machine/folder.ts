import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '../../shared/contract/refusal.ts';
import { DeskClosedError } from './start-fault.ts';

/** Stands beside the database from its first day: without it a lost database would look like a new machine. */
const markerFile = 'desk.here';
/** Folders of papers with names and numbers on them. */
const paperFolders = ['archive', 'printed'];

/** Makes the data folder, or closes an older one to other accounts: their modes were looser once. */
export function closeFolder(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  tighten(dataDir, 0o700);
  for (const entry of readdirSync(dataDir, { withFileTypes: true }))
    if (entry.isFile()) tighten(join(dataDir, entry.name), 0o600);
  for (const folder of paperFolders) tightenAll(join(dataDir, folder));
}

/**
 * @throws DeskClosedError when a desk was here and its database is gone: an empty one in its place would give
 * numbers again that are printed
 */
export function demandDatabase(dataDir: string, databaseFile: string): void {
  if (existsSync(join(dataDir, databaseFile))) return;
  const left = [markerFile, `${databaseFile}-wal`].some((name) => existsSync(join(dataDir, name)));
  if (left) throw new DeskClosedError(refuse('data-gone'));
}

/** From now on a missing database is a loss. */
export function markFolder(dataDir: string): void {
  const marker = join(dataDir, markerFile);
  if (!existsSync(marker)) writeFileSync(marker, '', { mode: 0o600 });
}

function tightenAll(folder: string): void {
  if (!existsSync(folder)) return;
  tighten(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) tightenAll(path);
    else if (entry.isFile()) tighten(path, 0o600);
  }
}

/** Windows has its own lists of who may read; there this changes nothing. */
function tighten(path: string, mode: number): void {
  chmodSync(path, mode);
}
