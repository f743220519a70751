import type { Dossier } from '../shared/domain/dossier.ts';
import type { IssuedResult } from '../shared/domain/dossier-events.ts';
import { type DeskContext, rulesToday } from './context.ts';

/** A result as it is recorded: what it is stands in the catalogue, number and abstract are the officer's. */
export const resultOf = (
  desk: DeskContext,
  { current }: Dossier,
  said: Pick<IssuedResult, 'number' | 'abstract'>,
): IssuedResult => ({
  kind: rulesToday(desk).procedure(current.procedure.code)?.result ?? '',
  ...said,
});
