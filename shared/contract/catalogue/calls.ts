import { z } from 'zod';
import { localDate } from '../../domain/base/local-date.ts';
import { correctors, method, nothing } from '../method.ts';
import { editionsView, procedureView } from './views.ts';

/** What may be applied for, and by which editions. */
export const catalogueCalls = {
  /** What can be asked for on a day: today, or the day of receipt of a dossier that is put right. */
  'procedure.find': method(
    'officer',
    z.strictObject({ query: z.string().max(200), on: localDate.optional() }),
    z.array(procedureView),
  ),
  'edition.view': method('officer', nothing, editionsView),
  /** Re-dates every receipt that the newest calendar made wrong, and prints it anew. */
  'edition.redate': method(
    correctors,
    z.strictObject({ reason: z.string().max(1000) }),
    z.strictObject({ redated: z.int().nonnegative() }),
  ),
} as const;
