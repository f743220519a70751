import { join } from 'node:path';
import type { ReadingReason } from '../shared/contract/machine/views.ts';
import type { RuleBook } from './catalogue/rules.ts';
import { type Archive, openArchive } from './machine/archive.ts';
import { type Enrolment, openEnrolment } from './machine/enrolment.ts';
import type { DeskWorld } from './ports.ts';
import type { Stores } from './stores.ts';
import { type Ledger, openLedger } from './sync/ledger.ts';
import { type SyncLoop, type SyncNotices, startSyncLoop } from './sync/sync-loop.ts';

/** What a desk stands on besides its tables: what it signs, sends and keeps with, where it may. */
export interface Footing {
  /** Why it only reads; null where it records. */
  readonly readingOnly: ReadingReason | null;
  readonly enrolment: Enrolment;
  readonly archive: Archive;
  readonly ledgerBy: (rules: RuleBook) => Ledger;
  readonly startSync: (notices: SyncNotices) => SyncLoop;
}

export const archiveFolder = 'archive';

/** Of a desk that records. @throws DeskClosedError if the device key cannot be unwrapped on this machine */
export async function recordingFooting(world: DeskWorld, stores: Stores): Promise<Footing> {
  const enrolment = await openEnrolment(world, stores);
  return {
    readingOnly: null,
    enrolment,
    archive: openArchive(join(world.dataDir, archiveFolder)),
    ledgerBy: (rules) => openLedger(world.clock, stores, enrolment, rules),
    startSync: (notices) => startSyncLoop(world, stores, enrolment, notices),
  };
}
