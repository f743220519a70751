import { z } from 'zod';
import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result } from '../../result.ts';
import { termText } from '../../text/format.ts';
import { dateOf, type LocalDateTime, localDateTime } from '../base/local-date.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { notOfferedRefusal } from '../catalogue/catalogue.ts';
import type { Procedure } from '../catalogue/procedure.ts';
import { submitterAfter } from '../dossier/corrected-body.ts';
import type { Changes } from '../dossier/correction-events.ts';
import { countedPromise } from '../dossier/counted-promise.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { DossierReceived } from '../dossier/dossier-events.ts';
import { certifiedCopyVnd, channelOf, chosenFee, feeChoiceOf, feeOf } from '../dossier/fee.ts';
import { receivedPaper } from '../dossier/received-papers.ts';
import { readCertificationRow } from '../intake/certification-row.ts';
import { feeRefusals, personRefusals } from '../intake/draft-check.ts';
import { legTermText } from '../intake/intake.ts';
import { applicant, submitter } from '../people/applicant.ts';
import { clashDecision, clashOf, clashRefusals, decisionFor } from '../people/id-clash.ts';
import type { Particulars } from '../people/person-match.ts';
import { tidyApplicant, tidySubmitter } from '../people/tidy-person.ts';

/** What an officer says was wrong; null leaves a thing as it stands. */
export const correctionRequest = z.strictObject({
  applicant: applicant.nullable(),
  /** Who it is, where the number stands under another name. */
  clash: clashDecision.nullable(),
  submitter: z.union([submitter, z.literal('none')]).nullable(),
  procedureCode: z.string().max(20).nullable(),
  /** A date that a person enters; with another procedure the date is computed where it can be. */
  dueAt: localDateTime.nullable(),
  papers: z.array(receivedPaper).max(60).nullable(),
  /** Rows of a certification as they are typed at intake, `gks 1*3`. */
  rows: z.array(z.string().max(200)).max(60).nullable(),
  /** The key of the fee that applies, where the edition holds several. */
  feeChoice: z.string().max(40).nullable(),
  note: z.string().max(1000).nullable(),
});
export type CorrectionRequest = z.infer<typeof correctionRequest>;

/** What a correction is worked out from: the dossier as it stands. */
export interface Correctable {
  readonly current: DossierReceived;
  readonly dueAt: LocalDateTime;
  readonly pauses: Dossier['pauses'];
  /** No agency has it and no result stands: the procedure may still turn out to be another one. */
  readonly isUnbegun: boolean;
}

export interface CorrectionRules {
  /** As the catalogue of the day of receipt has it. */
  readonly procedure: (code: string) => Procedure | null;
  readonly calendar: WorkCalendar;
  /** A date that a person enters may not lie before it. */
  readonly now: LocalDateTime;
  /** Everybody received before under one of a person's numbers, apart from this dossier. */
  readonly holders: (person: Particulars) => readonly Particulars[];
}

/**
 * What becomes of the receipt: another procedure brings its own term, agencies and fee, and its date is counted anew
 * from the day of receipt, later by the pauses there have been.
 * @returns `nothing-changed`, `procedure-unknown`, `procedure-fixed`, why a procedure was not offered on the day of receipt, `due-date-missing`, `due-in-past`,
 *   `row-not-understood`, `fee-choice-missing`, `fee-choice-unknown`, `id-clash`, `id-clash-birth`, or what is wrong with a person's particulars
 * @source docs/sources.md#corrections
 */
export function planCorrection(
  dossier: Correctable,
  request: CorrectionRequest,
  rules: CorrectionRules,
): Result<Changes, Refusal> {
  const asked = withTidyPeople(request);
  const [wrong] = personRefusals({
    applicant: asked.applicant ?? dossier.current.applicant,
    submitter: submitterAfter(dossier.current, asked.submitter),
  });
  if (wrong !== undefined) return err(wrong);
  const clash = clashAfter(dossier, asked, rules);
  if (!clash.ok) return clash;
  const procedure = procedureAfter(dossier, asked, rules);
  if (!procedure.ok) return procedure;
  const due = dueAfter(dossier, asked.dueAt, procedure.value, rules);
  if (!due.ok) return due;
  const certified = certifiedAfter(
    asked.rows,
    procedure.value ?? rules.procedure(dossier.current.procedure.code),
  );
  if (!certified.ok) return certified;
  const changes = differing(dossier.current, {
    applicant: asked.applicant,
    clash: clash.value,
    submitter: asked.submitter,
    procedure: procedure.value === null ? null : procedureSnapshot(procedure.value),
    legs:
      procedure.value === null || due.value === null ? null : legsWith(procedure.value, due.value.legsDueAt),
    due: due.value?.due ?? null,
    papers: asked.papers,
    certified: certified.value,
    fee: null,
    note: asked.note,
  });
  const fee = feeAfter(
    dossier.current,
    { certified: changes.certified, choice: asked.feeChoice },
    procedure.value,
    rules,
  );
  if (!fee.ok) return fee;
  const whole = { ...changes, fee: isSameFee(dossier.current, fee.value) ? null : fee.value };
  return Object.values(whole).every((change) => change === null) ? err(refuse('nothing-changed')) : ok(whole);
}

/** People as they are stored. */
const withTidyPeople = (asked: CorrectionRequest): CorrectionRequest => ({
  ...asked,
  applicant: asked.applicant === null ? null : tidyApplicant(asked.applicant),
  submitter:
    asked.submitter === null || asked.submitter === 'none' ? asked.submitter : tidySubmitter(asked.submitter),
});

/** A corrected number may be somebody else's: then it waits for the same word as at intake. */
function clashAfter(
  { current }: Correctable,
  { applicant: person, clash }: CorrectionRequest,
  { holders }: CorrectionRules,
): Result<Changes['clash'], Refusal> {
  if (person === null || unlike(person, current.applicant) === null) return ok(null);
  const others = holders(person);
  const [undecided] = clashRefusals(clash, person, others);
  if (undecided !== undefined) return err(undecided);
  const holder = clashOf(person, others);
  return ok(holder === null ? null : decisionFor(clash, person, holder));
}

function procedureAfter(
  { current, isUnbegun }: Correctable,
  { procedureCode }: CorrectionRequest,
  { procedure }: CorrectionRules,
): Result<Procedure | null, Refusal> {
  if (procedureCode === null || procedureCode === current.procedure.code) return ok(null);
  if (!isUnbegun) return err(refuse('procedure-fixed', 'procedureCode'));
  const found = procedure(procedureCode);
  if (found === null) return err(refuse('procedure-unknown', 'procedureCode', { code: procedureCode }));
  const notOffered = notOfferedRefusal(found, dateOf(current.receivedAt), procedure);
  return notOffered === null ? ok(found) : err(notOffered);
}

const procedureSnapshot = ({ code, name, field, term }: Procedure): Changes['procedure'] => ({
  code,
  name,
  field,
  termText: termText(term),
});

interface NewDue {
  readonly due: NonNullable<Changes['due']>;
  /** Of the agencies of another procedure, in its order. */
  readonly legsDueAt: readonly LocalDateTime[];
}

/**
 * An entered date goes before a computed one; null while nothing moves it. A pause that still lasts moves the date
 * when it ends.
 */
function dueAfter(
  { current, dueAt, pauses }: Correctable,
  entered: LocalDateTime | null,
  procedure: Procedure | null,
  { calendar, now }: Pick<CorrectionRules, 'calendar' | 'now'>,
): Result<NewDue | null, Refusal> {
  const counted =
    procedure === null
      ? null
      : countedPromise({ receivedAt: current.receivedAt, pauses }, { procedure, calendar });
  if (entered !== null && entered !== dueAt) {
    if (entered < now) return err(refuse('due-in-past', 'dueAt'));
    const legsDueAt = procedure?.interlinkedWith.map((_, n) => counted?.legsDueAt[n] ?? entered) ?? [];
    return ok({ due: { at: entered, reason: 'entered', measuredAt: entered }, legsDueAt });
  }
  if (procedure === null) return ok(null);
  if (counted === null) return err(refuse('due-date-missing', 'dueAt'));
  const { due, measuredDueAt, legsDueAt } = counted;
  return ok({ due: { ...due, measuredAt: measuredDueAt }, legsDueAt });
}

/** Each agency of the procedure with its share of the term and the date it has now. */
const legsWith = (procedure: Procedure, dates: readonly LocalDateTime[]): NonNullable<Changes['legs']> =>
  procedure.interlinkedWith.flatMap((agency, n) => {
    const dueAt = dates[n];
    return dueAt === undefined ? [] : [{ agency, termText: legTermText(agency, procedure), dueAt }];
  });

function certifiedAfter(
  rows: CorrectionRequest['rows'],
  procedure: Procedure | null,
): Result<Changes['certified'], Refusal> {
  const rule = procedure?.fee;
  if (rows === null || rule?.kind !== 'certified-pages') return ok(null);
  const certified: NonNullable<Changes['certified']> = [];
  for (const [index, text] of rows.entries()) {
    const read = readCertificationRow(text);
    if (!read.ok) return err({ ...read.error, field: `rows.${index}` });
    const { name, pages, copies } = read.value;
    certified.push({ name, pages, copies, feeVnd: certifiedCopyVnd(rule, pages) * copies });
  }
  return ok(certified);
}

/**
 * The fee follows the procedure, what is certified, and which of several fees it is: what was chosen at the counter stays as
 * long as the procedure does. What the province sets stays open, unless an amount was written down for just this fee.
 */
function feeAfter(
  current: DossierReceived,
  { certified, choice }: Pick<Changes, 'certified'> & { readonly choice: string | null },
  procedure: Procedure | null,
  rules: CorrectionRules,
): Result<Changes['fee'], Refusal> {
  if (procedure === null && certified === null && choice === null) return ok(null);
  const rule = (procedure ?? rules.procedure(current.procedure.code))?.fee;
  if (rule === undefined) return ok(null);
  const rows = certified ?? current.certified;
  if (rule.kind === 'certified-pages' && rows.length === 0)
    return ok({ vnd: null, choice: null, channel: null });
  const kept = procedure === null ? (current.feeChoice?.key ?? null) : null;
  const question = { choice: choice ?? kept, channel: current.channel };
  const [open] = feeRefusals(rule, question);
  if (open !== undefined) return err(open);
  const chosen = feeChoiceOf(rule, question);
  const { totalVnd } = feeOf(rule, {
    rows,
    copiesWanted: current.copiesWanted,
    ...question,
    enteredVnd: chosen !== null && chosen.key === kept ? current.feeVnd : null,
  });
  const channel = channelOf(chosen, current.channel);
  return ok({
    vnd: totalVnd,
    choice: chosenFee(chosen),
    channel: channel === current.channel ? null : channel,
  });
}

const isSameFee = (current: DossierReceived, fee: Changes['fee']): boolean =>
  fee === null ||
  (fee.vnd === current.feeVnd &&
    unlike(fee.choice, current.feeChoice) === null &&
    fee.channel === null &&
    (fee.choice === null) === (current.feeChoice === null));

/** What was asked for and is so already is no change. */
function differing(current: DossierReceived, asked: Changes): Changes {
  return {
    ...asked,
    applicant: unlike(asked.applicant, current.applicant),
    submitter: unlike(asked.submitter, current.submitter ?? 'none'),
    papers: unlike(asked.papers, current.papers),
    certified: unlike(asked.certified, current.certified),
    note: unlike(asked.note, current.note),
  };
}

const unlike = <T>(change: T | null, now: unknown): T | null =>
  change !== null && JSON.stringify(change) === JSON.stringify(now) ? null : change;
