import { type Refusal, refuse } from '../../contract/refusal.ts';
import { fold } from '../../text/fold.ts';
import type { LocalDate } from '../base/local-date.ts';
import { type DatedPaper, holdsOn, type Procedure, type RequiredPaper } from './procedure.ts';

/**
 * Papers are asked for from a day on and up to a day: a confirmation of an old number is none since the card's code
 * carries the number.
 * @source docs/sources.md#dated-papers
 */
const isAsked = ({ from = null, until = null }: DatedPaper, on: LocalDate): boolean =>
  holdsOn({ from, until }, on);

const undated = ({ from: _from, until: _until, ...paper }: DatedPaper): RequiredPaper => paper;

/** A procedure with the papers of a day, without their dates. */
export const withPapersOn = (procedure: Procedure, on: LocalDate): Procedure => ({
  ...procedure,
  papers: procedure.papers.filter((paper) => isAsked(paper, on)).map(undated),
});

/** Names of the papers of other days: nobody may be asked for them on this one. */
export const notAskedOn = ({ papers }: Procedure, on: LocalDate): readonly string[] =>
  papers.filter((paper) => !isAsked(paper, on)).map(({ name }) => name);

/** Papers that are asked for on a day and were not always. */
export const begunBy = ({ papers }: Procedure, on: LocalDate): readonly RequiredPaper[] =>
  papers.filter((paper) => (paper.from ?? null) !== null && isAsked(paper, on)).map(undated);

/** What an officer types by hand is held against the same days. @param written the procedure with the papers of all days */
export function notAskedRefusal(
  lines: readonly string[],
  written: Procedure | null,
  on: LocalDate,
  field: string,
): Refusal | null {
  const names = written === null ? [] : notAskedOn(written, on);
  const name = names.find((one) => lines.some((line) => fold(line).includes(fold(one))));
  return name === undefined ? null : refuse('paper-not-asked', field, { name });
}
