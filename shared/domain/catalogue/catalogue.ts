import { type Refusal, refuse } from '../../contract/refusal.ts';
import type { LocalDate } from '../base/local-date.ts';
import type { CatalogueEdition, Procedure } from './procedure.ts';

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

/** False from the day on which a procedure was abolished or another took its place. */
export const isOffered = ({ change }: Procedure, on: LocalDate): boolean =>
  change === undefined ||
  (change.kind !== 'abolished' && change.kind !== 'replaced') ||
  on < change.effectiveOn;

/** Why a procedure cannot be asked for any more; names the one that took its place. */
export function endedRefusal(
  procedure: Procedure,
  on: LocalDate,
  find: (code: string) => Procedure | null,
): Refusal | null {
  if (isOffered(procedure, on)) return null;
  const successor = procedure.change?.successor ?? null;
  const named = successor === null ? null : find(successor);
  return named === null
    ? refuse('procedure-ended', 'procedureCode', { name: procedure.shortName })
    : refuse('procedure-replaced', 'procedureCode', {
        name: procedure.shortName,
        successor: named.shortName,
      });
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
    if (JSON.stringify(was) === JSON.stringify(one)) return [];
    const ended = isOffered(was, before.validFrom) && !isOffered(one, after.validFrom);
    return [{ code, name, what: ended ? 'ended' : 'changed' }];
  });
}
