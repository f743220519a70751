import { generateKeyPairSync } from 'node:crypto';
import { readIdentity } from '../db/machine/identity.ts';
import type { ReadingReason } from '../shared/contract/machine/views.ts';
import { refuse } from '../shared/contract/refusal.ts';
import { err } from '../shared/result.ts';
import type { Footing } from './footing.ts';
import { type Archive, paperHash } from './machine/archive.ts';
import type { Enrolment } from './machine/enrolment.ts';
import type { DeskWorld } from './ports.ts';
import type { Stores } from './stores.ts';
import type { Ledger } from './sync/ledger.ts';
import { initialLine, type SyncLoop } from './sync/sync-loop.ts';

/**
 * Of a desk that could not be opened to record: nothing is signed, sent, archived or appended.
 * @param stores on a copy of what is on the disk
 */
export function readingFooting(world: DeskWorld, stores: Stores, readingOnly: ReadingReason): Footing {
  return {
    readingOnly,
    enrolment: readingEnrolment(stores),
    archive: readingArchive,
    ledgerBy: () => readingLedger,
    startSync: () => restingSync(world.clock()),
  };
}

/** Who this machine is, without its key: nothing is signed while nothing is recorded. */
function readingEnrolment(stores: Stores): Enrolment {
  const identity = readIdentity(stores.db);
  const { privateKey: strangerKey } = generateKeyPairSync('ed25519');
  return {
    current: () => (identity === null ? null : { ...identity, key: strangerKey }),
    enrol: async () => err(refuse('read-only')),
  };
}

/** The gate lets no call through that records; one that got here would be acknowledged and lost. */
const decline = (): never => {
  throw new Error('A desk that was opened to read records nothing');
};
const readingLedger: Ledger = {
  record: decline,
  recordCash: decline,
  recordOffice: decline,
  signHead: () => null,
};

/** Papers are drawn and handed to the printer; the archive stands on a disk that may not be written. */
const readingArchive: Archive = { keep: paperHash, read: decline };

/** Nothing is sent, and nothing fetched that could not be kept. */
const restingSync = (nowMs: number): SyncLoop => ({
  state: () => initialLine(nowMs),
  recorded: () => {},
  nudge: () => Promise.resolve(),
  close: () => Promise.resolve(),
});
