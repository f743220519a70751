import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result } from '../../result.ts';
import type { LocalDateTime } from '../base/local-date.ts';
import type { Procedure } from '../catalogue/procedure.ts';
import { type DossierState, isAccepted, isPetition, type Petition } from '../dossier/dossier.ts';
import type { DossierFact } from '../dossier/dossier-events.ts';
import { tidyApplicant } from '../people/tidy-person.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { noProcedure, personRefusals } from './draft-check.ts';

/**
 * Before acceptance: form 02 for papers that are incomplete, form 03 for what the office may not take. The
 * petition's id is the draft's, so that whoever comes back goes on with the same form.
 * @source docs/sources.md#lifecycle
 */

type Refusals = readonly [Refusal, ...Refusal[]];
type Fact<T extends DossierFact['type']> = Extract<DossierFact, { type: T }>;

/** The fact to record; null when exactly this was recorded already: the question came twice. */
export type Decided<T extends DossierFact['type']> = Result<Fact<T> | null, Refusals>;

/** What the officer says beside the form. */
export interface SlipWords {
  readonly at: LocalDateTime;
  readonly reason: string;
  /** Lines beyond the papers that are unticked. */
  readonly more: readonly string[];
}

/** As many lines as a slip takes. */
export const maxItems = 60;

/**
 * What a supplement slip lists: every required paper that is unticked, also one that is only shown, then the
 * officer's own lines. Everything at once, nothing twice.
 * @source docs/sources.md#lifecycle
 */
export function slipItems({ papers }: Draft, more: readonly string[]): readonly string[] {
  const unticked = papers.filter((paper) => paper.required && !paper.ticked).map(({ name }) => name);
  return [...new Set([...unticked, ...more].map((line) => line.trim()).filter((line) => line !== ''))];
}

/** Whether a form under this id can still become a dossier, or why not. */
export function petitionClosed(state: DossierState): Refusal | null {
  return isPetition(state) && state.status !== 'intakeSupplement' ? refuse('petition-closed') : null;
}

/**
 * Decides form 02 at the counter: no code, no clock.
 * @param procedure what `draft.procedureCode` names in today's catalogue, null when it names nothing
 */
export function requestSupplement(
  state: DossierState,
  draft: Draft,
  procedure: Procedure | null,
  { at, reason, more }: SlipWords,
): Decided<'intake.supplementRequested'> {
  const items = slipItems(draft, more);
  const named = petitioner(state, draft, procedure, [
    ...(items.length === 0 ? [refuse('nothing-listed', 'more')] : []),
    ...(items.length > maxItems ? [refuse('bad-input', 'more')] : []),
  ]);
  if (!named.ok) return named;
  const body = { at, ...named.value, items: [...items], reason: reason.trim() };
  const isRepeat = state.status === 'intakeSupplement' && saysTheSame(state, body, body.items);
  return ok(isRepeat ? null : { type: 'intake.supplementRequested', dossier: draft.id, body });
}

/** Decides form 03. Its reason is read by the citizen and never left out. @param procedure as above */
export function refuseIntake(
  state: DossierState,
  draft: Draft,
  procedure: Procedure | null,
  { at, reason }: Pick<SlipWords, 'at' | 'reason'>,
): Decided<'intake.refused'> {
  const words = reason.trim();
  const noReason = words === '' ? [refuse('reason-missing', 'reason')] : [];
  const named = petitioner(state.status === 'refused' ? null : state, draft, procedure, noReason);
  if (!named.ok) return named;
  const body = { at, ...named.value, reason: words };
  if (state.status !== 'refused') return ok({ type: 'intake.refused', dossier: draft.id, body });
  return saysTheSame(state, body, state.items) ? ok(null) : err([refuse('petition-closed')]);
}

/** The citizen did not come back; asked twice it is one fact. */
export function lapsePetition(state: DossierState, at: LocalDateTime): Decided<'intake.lapsed'> {
  if (!isPetition(state)) return err([refuse('petition-unknown')]);
  if (state.status === 'lapsed') return ok(null);
  const closed = petitionClosed(state);
  return closed === null ? ok({ type: 'intake.lapsed', dossier: state.id, body: { at } }) : err([closed]);
}

/**
 * The form again, as far as the facts tell: at a desk where it was not typed.
 * @param procedure what the petition names in today's catalogue, null when it is no longer in it
 */
export function draftOfPetition(petition: Petition, procedure: Procedure | null): Draft {
  const listed = new Set(petition.items);
  const papers = procedure === null || procedure.fee.kind === 'certified-pages' ? [] : procedure.papers;
  return {
    ...emptyDraft(petition.id),
    applicant: petition.applicant,
    applicantSource: 'known',
    procedureCode: petition.procedure.code,
    papers: papers.map((paper) => ({ ...paper, ticked: paper.required && !listed.has(paper.name) })),
  };
}

/** Who asks for what; or everything that stands in the way, in the order of the form. */
function petitioner(
  state: DossierState | null,
  draft: Draft,
  procedure: Procedure | null,
  more: readonly Refusal[],
): Result<Pick<Fact<'intake.refused'>['body'], 'applicant' | 'procedure'>, Refusals> {
  const ended = state === null ? null : endOf(state);
  if (ended !== null) return err([ended]);
  const unfit = [...personRefusals(draft), ...(procedure === null ? [noProcedure(draft)] : []), ...more];
  const [first, ...others] = unfit;
  if (first !== undefined) return err([first, ...others]);
  if (procedure === null) return err([noProcedure(draft)]);
  const { code, name, field } = procedure;
  return ok({ applicant: tidyApplicant(draft.applicant), procedure: { code, name, field } });
}

const endOf = (state: DossierState): Refusal | null =>
  isAccepted(state)
    ? refuse('already-accepted', undefined, { code: state.received.code })
    : petitionClosed(state);

/** True when the last slip says this already; the hour does not count. */
function saysTheSame(
  petition: Petition,
  body: Pick<Fact<'intake.refused'>['body'], 'applicant' | 'procedure' | 'reason'>,
  items: readonly string[],
): boolean {
  const told = ({ applicant, procedure, reason }: typeof body, lines: readonly string[]) =>
    JSON.stringify([
      Object.entries(applicant).toSorted(([a], [b]) => a.localeCompare(b)),
      procedure.code,
      reason,
      lines,
    ]);
  return told(petition, petition.items) === told(body, items);
}
