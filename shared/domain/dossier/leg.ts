import { z } from 'zod';
import { localDateTime } from '../base/local-date.ts';

/** An agency's share of an interlinked dossier: its own term within the whole. */
export const leg = z.strictObject({
  agency: z.string().min(1).max(200),
  termText: z.string().max(80),
  dueAt: localDateTime,
});
