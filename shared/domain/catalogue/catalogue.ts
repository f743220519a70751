import { type Refusal, refuse } from '../../contract/refusal.ts';
import { formatDate } from '../../text/format.ts';
import type { LocalDate } from '../base/local-date.ts';
import { type CatalogueEdition, holdsOn, type Level, type Procedure } from './procedure.ts';

/**
 * A whole catalogue out of another one and what changed: procedures of the same code take the place of the old ones,
 * new ones are added. Nothing is taken out: an abolished procedure stays, marked, so that old dossiers and refusals
 * can name it.
 */
export function withChanges(base: CatalogueEdition, changes: CatalogueEdition): CatalogueEdition {
  const changed = new Map(changes.procedures.map((one) => [one.code, one]));
  const kept = base.procedures.map((one) => changed.get(one.code) ?? one);
  const known = new Set(base.procedures.map(({ code }) => code));
  const added = changes.procedures.filter(({ code }) => !known.has(code));
  return { ...changes, base: null, procedures: [...kept, ...added] };
}

/** Every desk is a commune's: what it offers is what communes receive. */
const ourLevel: Level = 'commune';

const isWithUs = ({ handledBy }: Procedure, on: LocalDate): boolean =>
  handledBy === undefined || handledBy.some((one) => one.level === ourLevel && holdsOn(one, on));

/** False from the day on which a procedure was abolished or another took its place, and before the one on which it begins. */
function isInForce({ change }: Procedure, on: LocalDate): boolean {
  if (change === undefined) return true;
  if (change.kind === 'announced') return on >= change.effectiveOn;
  return (change.kind !== 'abolished' && change.kind !== 'replaced') || on < change.effectiveOn;
}

/**
 * Whether a commune receives a procedure on a day: it is in force, and communes are among who handles it.
 * @source docs/sources.md#who-receives-what
 */
export const isOffered = (procedure: Procedure, on: LocalDate): boolean =>
  isInForce(procedure, on) && isWithUs(procedure, on);

/** Why a procedure cannot be asked for on a day; names the one that took its place, or the day from which it can be. */
export function notOfferedRefusal(
  procedure: Procedure,
  on: LocalDate,
  find: (code: string) => Procedure | null,
): Refusal | null {
  const name = procedure.shortName;
  if (!isInForce(procedure, on)) return notInForce(procedure, find);
  if (isWithUs(procedure, on)) return null;
  const ours = (procedure.handledBy ?? []).filter(({ level }) => level === ourLevel);
  const begins = ours.flatMap(({ from }) => (from !== null && from > on ? [from] : [])).toSorted()[0];
  if (begins !== undefined)
    return refuse('procedure-not-yet', 'procedureCode', { name, from: formatDate(begins) });
  return refuse('procedure-elsewhere', 'procedureCode', { name });
}

function notInForce(
  { change, shortName: name }: Procedure,
  find: (code: string) => Procedure | null,
): Refusal {
  if (change?.kind === 'announced')
    return refuse('procedure-not-yet', 'procedureCode', { name, from: formatDate(change.effectiveOn) });
  const successor = change?.successor ?? null;
  const named = successor === null ? null : find(successor);
  return named === null
    ? refuse('procedure-ended', 'procedureCode', { name })
    : refuse('procedure-replaced', 'procedureCode', { name, successor: named.shortName });
}

export interface CatalogueDifference {
  readonly code: string;
  readonly name: string;
  readonly what: 'added' | 'changed' | 'ended';
}

/** What a person must know of a new edition, in the order of its procedures. */
export function differences(before: CatalogueEdition, after: CatalogueEdition): CatalogueDifference[] {
  const old = new Map(before.procedures.map((one) => [one.code, one]));
  return after.procedures.flatMap((one): CatalogueDifference[] => {
    const was = old.get(one.code);
    const { code, shortName: name } = one;
    if (was === undefined) return [{ code, name, what: 'added' }];
    const [offeredThen, offeredNow] = [isOffered(was, before.validFrom), isOffered(one, after.validFrom)];
    if (offeredThen && !offeredNow) return [{ code, name, what: 'ended' }];
    if (!offeredThen && offeredNow) return [{ code, name, what: 'added' }];
    return JSON.stringify(undated(was)) === JSON.stringify(undated(one))
      ? []
      : [{ code, name, what: 'changed' }];
  });
}

/** Who receives it on other days changes nothing for whoever asks today. */
const undated = ({ handledBy: _handledBy, ...one }: Procedure): Omit<Procedure, 'handledBy'> => one;
