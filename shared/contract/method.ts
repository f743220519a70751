import { z } from 'zod';
import type { Role } from '../domain/base/roles.ts';

/**
 * Who may call a method. `anyone`: also before sign-in. `officer`: whoever is signed in. A list: those who
 * hold one of the roles; the first one held is the role the act is recorded under.
 */
export type Access = 'anyone' | 'officer' | readonly [Role, ...Role[]];

export const method = <I extends z.ZodType, O extends z.ZodType>(access: Access, input: I, output: O) => ({
  access,
  input,
  output,
});

export const nothing = z.strictObject({});
/** Who may look at the books: also whoever closes them. */
export const bookKeepers = ['reception', 'supervisor', 'leader'] as const;
export const counter = ['reception', 'supervisor'] as const;
export const correctors = ['supervisor', 'leader', 'reception'] as const;
