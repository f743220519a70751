import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../db/open.ts';
import { composeDesk } from './compose-desk.ts';
import type { Desk } from './desk.ts';
import { lockFolder } from './machine/lock.ts';
import type { DeskWorld } from './ports.ts';
import { openStores } from './stores.ts';

export const databaseFile = 'desk.db';

/**
 * Opens one commune desk on a data folder. Everything of the outside comes in `world`; two desks can be open in
 * one process as long as their folders differ.
 * @throws DeskInUseError when another process holds the folder, NewerSchemaError when a newer version wrote it
 */
export async function openDesk(world: DeskWorld): Promise<Desk> {
  mkdirSync(world.dataDir, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(world.dataDir);
  try {
    return await openLocked(world, unlock);
  } catch (cause) {
    unlock();
    throw cause;
  }
}

async function openLocked(world: DeskWorld, unlock: () => void): Promise<Desk> {
  const file = join(world.dataDir, databaseFile);
  const db = openDatabase(file);
  chmodSync(file, 0o600);
  return composeDesk(world, openStores(db), () => {
    db.close();
    unlock();
  });
}
