import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { readIdentity } from '../db/machine/identity.ts';
import { bringUpToDate } from '../db/open.ts';
import { type ReadingReason, readingReason } from '../shared/contract/machine/views.ts';
import { composeDesk } from './compose-desk.ts';
import type { Desk } from './desk.ts';
import { copyToMemory } from './machine/memory-copy.ts';
import { DeskClosedError } from './machine/start-fault.ts';
import type { DeskWorld } from './ports.ts';
import { prepareStores } from './prepare-stores.ts';
import { readingFooting } from './reading-footing.ts';
import { openStores } from './stores.ts';

/**
 * A desk that cannot record, on a copy of what it has recorded: citizens who come for a date or a lost slip are still
 * helped. Papers that waited for the printer stay where they are: the desk itself prints them when it is well again.
 * @param fault why it did not open
 * @returns null where that fault leaves nothing to read, or what there is cannot be read either
 */
export function openToRead(world: DeskWorld, file: string, fault: unknown): Desk | null {
  const why = fault instanceof DeskClosedError ? readingReason.safeParse(fault.refusal.code) : null;
  if (why?.success !== true) return null;
  try {
    const copy = existsSync(file) ? copyToMemory(file) : null;
    if (copy === null) return null;
    return readingDesk(world, copy, why.data);
  } catch (cause) {
    world.report(cause);
    return null;
  }
}

function readingDesk(world: DeskWorld, copy: Database, why: ReadingReason): Desk | null {
  try {
    bringUpToDate(copy);
    if (readIdentity(copy) === null) {
      copy.close();
      return null;
    }
    const stores = openStores(copy);
    prepareStores(stores);
    stores.prints.withdrawWaiting();
    return composeDesk(world, stores, readingFooting(world, stores, why), () => copy.close());
  } catch (cause) {
    copy.close();
    throw cause;
  }
}
