import { z } from 'zod';
import { type LocalDate, localDate } from '../domain/base/local-date.ts';
import { type CalendarEdition, calendarEdition } from '../domain/calendar/work-calendar.ts';
import { type Agency, agency } from '../domain/catalogue/agency.ts';
import { type AgencyList, agencyList } from '../domain/catalogue/authority.ts';
import { withChanges } from '../domain/catalogue/catalogue.ts';
import { type CatalogueEdition, catalogueEdition, feeRule, handling } from '../domain/catalogue/procedure.ts';
import { type FormSetDates, formSetDates } from '../forms/base/form-sets.ts';
import agenciesFile from './agencies-2026-11.json' with { type: 'json' };
import authoritiesFile from './authorities-2026-11.json' with { type: 'json' };
import calendarFile from './calendar-2018-2027.json' with { type: 'json' };
import catalogueFile from './catalogue-2026-11.json' with { type: 'json' };
import feesFile from './fees-2026-11.json' with { type: 'json' };
import formSetsFile from './form-sets.json' with { type: 'json' };
import levelsFile from './levels-2026-11.json' with { type: 'json' };

/** An office as it stood for a time; a merger ends some rows and begins another, with the same number at times. */
const agencyRow = z.strictObject({
  agency,
  /** Null: before 2018. */
  validFrom: localDate.nullable(),
  /** Last day; null while it lasts. */
  validTo: localDate.nullable(),
  /** Names of the offices it was made of, none where that is not known. */
  successorOf: z.array(z.string()),
  /** False: `agency.code` is a placeholder that the installer replaces. */
  codeVerified: z.boolean(),
  confidence: z.string(),
});
export type AgencyRow = z.infer<typeof agencyRow>;

/**
 * The 132 procedures of a commune, each with its confidence. Parses on every call: ask once and keep it.
 * @source docs/sources.md#catalogue
 */
export const seedCatalogue = (): CatalogueEdition => catalogueEdition.parse(catalogueFile.catalogue);

const levels = z.strictObject({
  edition: z.string(),
  base: z.string(),
  source: z.string(),
  handledBy: z.record(z.string(), z.array(handling)),
});

const fees = z.strictObject({
  edition: z.string(),
  base: z.string(),
  source: z.string(),
  fees: z.record(z.string(), feeRule),
});

/**
 * The catalogues that a desk is shipped with, the older first: the procedures, then at which levels they are received
 * and from when, then which of several fees they may cost, each as changes to the one before.
 * @source docs/sources.md#who-receives-what
 */
export function seedCatalogues(): readonly CatalogueEdition[] {
  const catalogue = seedCatalogue();
  const { handledBy, ...edition } = levels.parse(levelsFile);
  const procedures = catalogue.procedures.flatMap((one) => {
    const dated = handledBy[one.code];
    return dated === undefined ? [] : [{ ...one, handledBy: dated }];
  });
  const { validFrom } = catalogue;
  const levelled = { ...edition, validFrom, procedures };
  const { fees: choices, ...last } = fees.parse(feesFile);
  const priced = withChanges(catalogue, levelled).procedures.flatMap((one) => {
    const fee = choices[one.code];
    return fee === undefined ? [] : [{ ...one, fee }];
  });
  return [catalogue, levelled, { ...last, validFrom, procedures: priced }];
}

/** Names of those catalogues: what a desk was shipped with is no news to anybody. */
export const shippedCatalogues: ReadonlySet<string> = new Set([
  catalogueFile.catalogue.edition,
  levelsFile.edition,
  feesFile.edition,
]);

/** Days off and make-up days of 2018 to 2027; those of 2027 are its best knowledge, not yet announced. @source docs/sources.md#calendar */
export const seedCalendar = (): CalendarEdition => calendarEdition.parse(calendarFile.calendar);

/** Agencies that take part, and communes, as dated rows with what took their place. @source docs/sources.md#agencies */
export const seedAgencyList = (): AgencyList => agencyList.parse(authoritiesFile);

/** @source docs/sources.md#forms */
export const seedFormSets = (): FormSetDates => formSetDates.parse(formSetsFile);

/** The communes of Phúc Thọ from 2018 on, as dated rows. @source docs/sources.md#agencies */
export const seedAgencies = (): readonly AgencyRow[] => z.array(agencyRow).parse(agenciesFile.units);

/** The offices that exist on `date`: 23 in 2018, 21, 18, and 3 from July 2025. */
export const agenciesOn = (date: LocalDate, rows: readonly AgencyRow[]): readonly Agency[] =>
  rows
    .filter((row) => (row.validFrom ?? date) <= date && date <= (row.validTo ?? date))
    .map((row) => row.agency);
