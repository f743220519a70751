import { z } from 'zod';

/**
 * What an officer may act as; roles add up, one person in a small commune holds several.
 * @source docs/sources.md#roles
 */
export const role = z.enum(['reception', 'specialist', 'leader', 'supervisor', 'admin']);
export type Role = z.infer<typeof role>;

/** The first of `wanted` that the officer holds: the role an act is done in, or null when there is none. */
export const actingRole = (held: readonly Role[], wanted: readonly Role[]): Role | null =>
  wanted.find((one) => held.includes(one)) ?? null;
