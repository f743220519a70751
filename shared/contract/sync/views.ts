import { z } from 'zod';
import { localDate, localDateTime } from '../../domain/base/local-date.ts';

/** The two facts of the header's pill, never merged: the line, and the queue counted from the ledger. */
export const syncView = z.strictObject({
  /** Events not yet acknowledged, and the dossiers they belong to. */
  queuedEvents: z.int().nonnegative(),
  queuedDossiers: z.int().nonnegative(),
  needsReview: z.int().nonnegative(),
  line: z.enum([
    'never-tried',
    'online',
    'offline',
    'server-error',
    'captive-portal',
    'update-needed',
    'refused',
    /** This machine failed at it itself: its disk, or a fault of the program. */
    'desk-fault',
  ]),
  /** Since when the line has been in this condition. */
  since: localDateTime,
  sending: z.boolean(),
  /** Events acknowledged in the running drain, and how many it started with. */
  drained: z.int().nonnegative(),
  drainTotal: z.int().nonnegative(),
  lastAckAt: localDateTime.nullable(),
  lastPullAt: localDateTime.nullable(),
  nextTryInS: z.int().nonnegative(),
  /** The last attempts, newest first, with a reason code a person can be told. */
  attempts: z.array(z.strictObject({ at: localDateTime, outcome: z.string(), detail: z.string() })).max(10),
  /** Waiting events by day of recording, oldest first. */
  queuedByDay: z.array(z.strictObject({ day: localDate, events: z.int() })),
  /** The district has less than it once acknowledged: it was restored, and is being given everything again. */
  districtRestored: z.boolean(),
  /** The district runs on a store that may lose what it acknowledged (demo, tests). */
  /** Rows of the feed this build could not read or store: kept aside for a later one. */
  setAside: z.int().nonnegative(),
  incident: z.enum(['none', 'fork', 'feed-mismatch', 'bad-ack']),
});
export type SyncView = z.infer<typeof syncView>;
