import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../db/open.ts';
import { instantFromEpoch } from '../shared/domain/base/local-date.ts';
import { composeDesk } from './compose-desk.ts';
import type { Desk } from './desk.ts';
import { recordingFooting } from './footing.ts';
import { closeFolder, demandDatabase, markFolder } from './machine/folder.ts';
import { lockFolder } from './machine/lock.ts';
import { startFault } from './machine/start-fault.ts';
import type { DeskWorld } from './ports.ts';
import { prepareStores } from './prepare-stores.ts';
import { openToRead } from './reading-desk.ts';
import { openStores } from './stores.ts';

export const databaseFile = 'desk.db';

/**
 * Opens one commune desk on a data folder. Everything of the outside comes in `world`; two desks can be open in
 * one process as long as their folders differ.
 * Where the disk takes no writing, or the key is gone, it opens to look up and to print again.
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
    const fault = startFault(cause);
    const desk = openToRead(world, join(world.dataDir, databaseFile), fault);
    if (desk === null) throw fault;
    world.report(cause);
    return desk;
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
    const stores = openStores(db);
    prepareStores(stores);
    // A disk without room is told now, before somebody has typed a dossier.
    stores.settings.set('opened-at', instantFromEpoch(world.clock()));
    return composeDesk(world, stores, await recordingFooting(world, stores), () => {
      db.close();
      unlock();
    });
  } catch (cause) {
    db.close();
    throw cause;
  }
}
