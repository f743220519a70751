import { z } from 'zod';
import { formOptions } from '../../forms/base/form-options.ts';
import { formSetDates } from '../../forms/base/form-sets.ts';
import { readJson } from '../../protocol/limits.ts';
import { localDate } from '../base/local-date.ts';
import { calendarEdition } from '../calendar/work-calendar.ts';
import { agencyList } from './authority.ts';
import { catalogueEdition } from './procedure.ts';
import { ruleSet } from './rule-set.ts';

/**
 * What changes by decree and not by program, each in force from a day on. Older editions stay: a dossier keeps the
 * ones of its day. A catalogue may be sent as its changes against another edition (`base`).
 * @source docs/sources.md#catalogue
 */
export const editionSchemas = {
  catalogue: catalogueEdition,
  calendar: z.strictObject({ validFrom: localDate, edition: calendarEdition }),
  rules: z.strictObject({ validFrom: localDate, edition: ruleSet }),
  forms: z.strictObject({ validFrom: localDate, edition: formOptions }),
  formSets: z.strictObject({ validFrom: localDate, edition: formSetDates }),
  agencies: z.strictObject({ validFrom: localDate, edition: agencyList }),
} as const;

export type EditionKind = keyof typeof editionSchemas;
export type EditionOf<K extends EditionKind> = z.infer<(typeof editionSchemas)[K]>;
export const editionKinds = Object.keys(editionSchemas) as readonly EditionKind[];

export const isEditionKind = (kind: string): kind is EditionKind => Object.hasOwn(editionSchemas, kind);

/** An edition read from text, whatever its kind; null when it is none of this kind. */
export function readEdition<K extends EditionKind>(kind: K, text: string): EditionOf<K> | null {
  return (editionSchemas[kind].safeParse(readJson(text)).data as EditionOf<K> | undefined) ?? null;
}
