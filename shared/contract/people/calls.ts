import { z } from 'zod';
import { warning } from '../intake/views.ts';
import { counter, method } from '../method.ts';
import { knownPerson } from './views.ts';

/** Who stands at the counter. */
export const peopleCalls = {
  /** The text of a citizen card's code; a person met before comes with phone and address of the last visit. */
  'person.scan': method(
    counter,
    z.strictObject({ text: z.string().max(2000), lettersTrusted: z.boolean() }),
    z.strictObject({ person: knownPerson, warnings: z.array(warning), idIssuedOn: z.string().nullable() }),
  ),
  'person.find': method(counter, z.strictObject({ query: z.string().max(120) }), z.array(knownPerson)),
} as const;
