import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import type { IssuedResult } from '../../shared/domain/dossier/dossier-events.ts';
import { procedureAtIntake } from '../catalogue/intake-edition.ts';
import type { DeskContext } from '../context.ts';

/** A result as it is recorded: what it is stands in the catalogue, number and abstract are the officer's. */
export const resultOf = (
  desk: DeskContext,
  dossier: Dossier,
  said: Pick<IssuedResult, 'number' | 'abstract'>,
): IssuedResult => ({
  kind: procedureAtIntake(desk, dossier)?.result ?? '',
  ...said,
});
