import type { LocalDate } from '../base/local-date.ts';
import { begunBy, notAskedOn } from '../catalogue/dated-papers.ts';
import type { Procedure } from '../catalogue/procedure.ts';
import type { Draft } from './draft.ts';

/**
 * A form with the papers of the day on which it is handed in, whenever it was begun: what is not asked for any more
 * goes, what has come to be asked for is added and not ticked.
 * @param written the procedure with the papers of all days, null when the draft names none
 */
export function withPapersOfDay(draft: Draft, written: Procedure | null, on: LocalDate): Draft {
  if (written === null || written.fee.kind === 'certified-pages') return draft;
  const notAsked = new Set(notAskedOn(written, on));
  const kept = draft.papers.filter(({ name }) => !notAsked.has(name));
  const names = new Set(kept.map(({ name }) => name));
  const added = begunBy(written, on).filter(({ name }) => !names.has(name));
  return { ...draft, papers: [...kept, ...added.map((paper) => ({ ...paper, ticked: false }))] };
}
