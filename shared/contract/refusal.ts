import { z } from 'zod';
import { cashRefusals } from './cash/refusals.ts';
import { catalogueRefusals } from './catalogue/refusals.ts';
import { correctionRefusals } from './correction/refusals.ts';
import { dossierRefusals } from './dossier/refusals.ts';
import { frameRefusals } from './frame/refusals.ts';
import { intakeRefusals } from './intake/refusals.ts';
import { machineRefusals } from './machine/refusals.ts';
import { officeRefusals } from './office/refusals.ts';
import { peopleRefusals } from './people/refusals.ts';

/**
 * Every reason for which the desk declines, with the sentence for it in `shared/text`. What the officer can
 * cause or mend is a refusal; anything else is an exception and a bug.
 */
export const refusalCode = z.enum([
  ...frameRefusals,
  ...machineRefusals,
  ...peopleRefusals,
  ...catalogueRefusals,
  ...intakeRefusals,
  ...dossierRefusals,
  ...correctionRefusals,
  ...cashRefusals,
  ...officeRefusals,
]);
export type RefusalCode = z.infer<typeof refusalCode>;

/** `field` is the path within the input the officer must look at; `values` fill the sentence. */
export const refusal = z.strictObject({
  code: refusalCode,
  field: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Refusal = z.infer<typeof refusal>;

export const refuse = (
  code: RefusalCode,
  field?: string,
  values?: Readonly<Record<string, string | number>>,
): Refusal => ({
  code,
  ...(field === undefined ? {} : { field }),
  ...(values === undefined ? {} : { values }),
});
