import { z } from 'zod';
import { deskDigit, officerId } from '../../domain/base/ids.ts';
import { localDateTime } from '../../domain/base/local-date.ts';
import { role } from '../../domain/base/roles.ts';
import { agency } from '../../domain/catalogue/agency.ts';
import { receiptPaper } from '../../forms/dossier/receipt-paper.ts';
import { warning } from '../intake/views.ts';
import { refusal } from '../refusal.ts';

export const officerView = z.strictObject({ id: officerId, name: z.string(), roles: z.array(role) });

/** What keeps a desk from recording from its start on; each has its sentence. */
export const readingReason = z.enum(['folder-closed', 'start-disk-full', 'key-missing']);
export type ReadingReason = z.infer<typeof readingReason>;

export const deskView = z.strictObject({
  /** Null until the machine is enrolled. */
  desk: z.strictObject({ agency, deskDigit, deskName: z.string() }).nullable(),
  officer: officerView.nullable(),
  /** Those who may sign in here, by name. */
  officers: z.array(officerView.omit({ roles: true })),
  /** A made-up commune: every screen and print says so. */
  demo: z.boolean(),
  /** Why this desk only searches and prints; null where it records. */
  readingOnly: readingReason.nullable(),
  catalogueEdition: z.string(),
  calendarEdition: z.string(),
  rulesEdition: z.string(),
  formsEdition: z.string(),
  now: localDateTime,
  /** Why nothing can be dated now, and what is doubtful about the clock; said on every screen alike. */
  clock: z.strictObject({ refusal: refusal.nullable(), doubts: z.array(warning) }),
});
export type DeskView = z.infer<typeof deskView>;

export const printState = z.strictObject({
  condition: z.enum(['ready', 'busy', 'down']),
  /** Jobs that have not reached the printer. */
  unprinted: z.int().nonnegative(),
  lastFault: z.string().nullable(),
  paper: receiptPaper,
});
export type PrintState = z.infer<typeof printState>;
