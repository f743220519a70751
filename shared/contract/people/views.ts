import { z } from 'zod';
import { localDate } from '../../domain/base/local-date.ts';
import { applicant } from '../../domain/people/applicant.ts';

/** A person met before: newest particulars, and how often they came. */
export const knownPerson = z.strictObject({
  applicant,
  visits: z.int().nonnegative(),
  lastVisit: localDate.nullable(),
});
export type KnownPerson = z.infer<typeof knownPerson>;
