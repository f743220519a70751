import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../db/open.ts';
import { composeDesk } from './compose-desk.ts';
import type { Desk } from './desk.ts';
import { closeFolder, demandDatabase, markFolder } from './machine/folder.ts';
import { lockFolder } from './machine/lock.ts';
import { startFault } from './machine/start-fault.ts';
import type { DeskWorld } from './ports.ts';
import { openStores } from './stores.ts';

export const databaseFile = 'desk.db';

/**
 * Opens one commune desk on a data folder. Everything of the outside comes in `world`; two desks can be open in
 * one process as long as their folders differ.
 * @throws DeskClosedError with a sentence for people: held by another process, written by a newer version, full, not
 * to be read or written, damaged, gone
 */
export async function openDesk(world: DeskWorld): Promise<Desk> {
  try {
    closeFolder(world.dataDir);
    const unlock = lockFolder(world.dataDir);
    try {
      return await openLocked(world, unlock);
    } catch (cause) {
      unlock();
      throw cause;
    }
  } catch (cause) {
    throw startFault(cause);
  }
}

async function openLocked(world: DeskWorld, unlock: () => void): Promise<Desk> {
  const file = join(world.dataDir, databaseFile);
  demandDatabase(world.dataDir, databaseFile);
  const db = openDatabase(file);
  try {
    // What SQLite makes beside it takes this mode.
    chmodSync(file, 0o600);
    markFolder(world.dataDir);
    return await composeDesk(world, openStores(db), () => {
      db.close();
      unlock();
    });
  } catch (cause) {
    db.close();
    throw cause;
  }
}
