import { z } from 'zod';
import { correctors, method, nothing } from '../method.ts';
import { editionsView, procedureView } from './views.ts';

/** What may be applied for, and by which editions. */
export const catalogueCalls = {
  'procedure.find': method('officer', z.strictObject({ query: z.string().max(200) }), z.array(procedureView)),
  'edition.view': method('officer', nothing, editionsView),
  /** Re-dates every receipt that the newest calendar made wrong, and prints it anew. */
  'edition.redate': method(
    correctors,
    z.strictObject({ reason: z.string().max(1000) }),
    z.strictObject({ redated: z.int().nonnegative() }),
  ),
} as const;
