import { z } from 'zod';
import type { LocalDate } from '../base/local-date.ts';
import { localDate } from '../base/local-date.ts';
import type { Procedure } from './procedure.ts';

/** An agency as it stands for a time, under an id of its own; the number of its commune may be another one's later. */
const authority = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** As catalogues and papers name it: `BHXH cấp huyện`. */
  name: z.string().min(1).max(200),
  /** First and last day; null: before anything recorded here, and while it lasts. */
  validFrom: localDate.nullable(),
  validTo: localDate.nullable(),
  /** Ids of what took its tasks over; empty while it lasts. */
  successors: z.array(z.string()).max(10),
  /** Part of the commune's own office: what it does is no other agency's share. */
  inOffice: z.boolean(),
  confidence: z.string().min(1),
});
type Authority = z.infer<typeof authority>;

/** @source docs/sources.md#agencies */
export const agencyList = z.strictObject({
  edition: z.string().min(1),
  source: z.string(),
  agencies: z.array(authority),
});
export type AgencyList = z.infer<typeof agencyList>;

/**
 * Who does on `date` what an agency of this name did: itself, or those that took its place, one after another. A name
 * that the list does not have is nobody's to change.
 */
function heirsOf(name: string, date: LocalDate, { agencies }: AgencyList): readonly Heir[] {
  const named = agencies.filter((one) => one.name === name);
  const first = named.find((one) => lastsOn(one, date)) ?? named.at(-1);
  return first === undefined ? [{ name, inOffice: false }] : lasting(first, date, agencies, new Set());
}

type Heir = Pick<Authority, 'name' | 'inOffice'>;

function lasting(
  one: Authority,
  date: LocalDate,
  all: readonly Authority[],
  seen: Set<string>,
): readonly Heir[] {
  if (seen.has(one.id)) return [];
  seen.add(one.id);
  if (one.validTo === null || date <= one.validTo) return [one];
  return all
    .filter(({ id }) => one.successors.includes(id))
    .flatMap((next) => lasting(next, date, all, seen));
}

const lastsOn = ({ validFrom, validTo }: Authority, date: LocalDate): boolean =>
  (validFrom ?? date) <= date && date <= (validTo ?? date);

/**
 * A procedure with the agencies of `date`: none that has ended takes part any more, and what has come to the commune's
 * own office is a step of it.
 * @source docs/sources.md#agencies
 */
export function withAgenciesOn(procedure: Procedure, date: LocalDate, list: AgencyList): Procedure {
  if (procedure.interlinkedWith.length === 0) return procedure;
  const others = procedure.interlinkedWith.flatMap((name) =>
    heirsOf(name, date, list).filter(({ inOffice }) => !inOffice),
  );
  const steps = procedure.steps?.map((step) => {
    if (step.agency === null) return step;
    const [heir] = heirsOf(step.agency, date, list);
    if (heir === undefined || heir.name === step.agency) return step;
    return { ...step, unit: heir.name, agency: heir.inOffice ? null : heir.name };
  });
  return {
    ...procedure,
    interlinkedWith: [...new Set(others.map(({ name }) => name))],
    ...(steps === undefined ? {} : { steps }),
  };
}
