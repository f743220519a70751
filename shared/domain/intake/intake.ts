import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result } from '../../result.ts';
import { termText } from '../../text/format.ts';
import { dateOf, type LocalDateTime } from '../base/local-date.ts';
import { type Due, dueDate } from '../calendar/due-date.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Agency } from '../catalogue/agency.ts';
import { legDueAt, legHours } from '../catalogue/internal-steps.ts';
import type { Procedure } from '../catalogue/procedure.ts';
import { dossierCode, nextSerial } from '../dossier/dossier-code.ts';
import type { DossierFact, DossierReceived } from '../dossier/dossier-events.ts';
import { channelOf, chosenFee, feeChoiceOf } from '../dossier/fee.ts';
import { registerVolume } from '../dossier/register.ts';
import { clashOf, clashRefusals, decisionFor } from '../people/id-clash.ts';
import type { Particulars } from '../people/person-match.ts';
import { tidyApplicant, tidySubmitter } from '../people/tidy-person.ts';
import type { Draft } from './draft.ts';
import { draftFigures, feeQuestion } from './draft-check.ts';

/** What a counter knows when it receives: who it is, what day it is, and its last numbers. */
export interface Counter {
  readonly agency: Agency;
  readonly deskDigit: number;
  /** The digits of its codes: its own, then those issued to it besides. */
  readonly digits: readonly number[];
  readonly now: LocalDateTime;
  /** Numbers given out last: of the day, and of this year's volume of the register. */
  readonly lastSerial: number;
  readonly lastRegisterNumber: number;
  /** Nothing is entered any more into a register that is closed. */
  readonly isRegisterClosed: boolean;
  readonly calendar: WorkCalendar;
  /** The forms in use on the day of receipt; the dossier keeps them. */
  readonly formSet: DossierReceived['formSet'];
}

/** The promised minute: computed, or entered where the term has no computed date. */
export const dueOf = (
  one: Draft,
  procedure: Procedure,
  counter: Pick<Counter, 'now' | 'calendar'>,
): Due | null =>
  dueDate(counter.now, procedure.term, counter.calendar) ??
  (one.enteredDueAt === null ? null : { at: one.enteredDueAt, reason: 'entered' });

/** Nobody is promised a result for a minute that is over. */
export function pastDueRefusal(
  one: Draft,
  procedure: Procedure,
  counter: Pick<Counter, 'now' | 'calendar'>,
): Refusal | null {
  const due = dueOf(one, procedure, counter);
  return due?.reason === 'entered' && due.at < counter.now ? refuse('due-in-past', 'enteredDueAt') : null;
}

/**
 * Accepts a dossier: complete and checked, it gets its number, its clock starts. The draft's id becomes the
 * dossier's, so that accepting twice is one fact.
 * @param draft already passed by `checkDraft`
 * @param holders everybody received before under one of the applicant's numbers
 * @returns `id-clash` or `id-clash-birth` while nobody has said whose the number is
 * @source docs/sources.md#lifecycle
 */
export function receive(
  one: Draft,
  procedure: Procedure,
  counter: Counter,
  holders: readonly Particulars[],
): Result<Extract<DossierFact, { type: 'dossier.received' }>, Refusal> {
  const due = dueOf(one, procedure, counter);
  if (due === null) return err(refuse('due-date-missing', 'enteredDueAt'));
  const past = pastDueRefusal(one, procedure, counter);
  if (past !== null) return err(past);
  const tidy = tidyDraft(one, holders);
  const [clash] = clashRefusals(tidy.clash, tidy.applicant, holders);
  if (clash !== undefined) return err(clash);
  const closed = closedRefusal(counter);
  if (closed !== null) return err(closed);
  const serial = nextSerial(counter.lastSerial, counter.digits.length);
  if (!serial.ok) return serial;
  const body = bodyOf(tidy, procedure, counter, due, serial.value);
  return ok({ type: 'dossier.received', dossier: one.id, body });
}

/** People as they are stored; a decision about somebody who is not on the form any more is no decision. */
function tidyDraft(one: Draft, holders: readonly Particulars[]): Draft {
  const applicant = tidyApplicant(one.applicant);
  const holder = clashOf(applicant, holders);
  return {
    ...one,
    applicant,
    clash: holder === null ? null : decisionFor(one.clash, applicant, holder),
    submitter: one.submitter === null ? null : tidySubmitter(one.submitter),
  };
}

/** A closed register takes no line more; the clock stands in a year that is over. */
export const closedRefusal = ({ deskDigit, now, isRegisterClosed }: Counter): Refusal | null =>
  isRegisterClosed ? refuse('register-closed', undefined, { volume: registerVolume(deskDigit, now) }) : null;

/** The code the next dossier of this counter gets, or why there is none left today. */
export function nextCode(counter: Counter): Result<string, Refusal> {
  const serial = nextSerial(counter.lastSerial, counter.digits.length);
  return serial.ok ? ok(codeOf(counter, serial.value)) : serial;
}

const codeOf = ({ agency, now, digits }: Counter, serial: number): string =>
  dossierCode({ agencyCode: agency.code, date: dateOf(now), digits, serial });

function bodyOf(
  one: Draft,
  procedure: Procedure,
  counter: Counter,
  due: Due,
  serial: number,
): DossierReceived {
  const figures = draftFigures(one, procedure);
  const choice = feeChoiceOf(procedure.fee, feeQuestion(one));
  return {
    code: codeOf(counter, serial),
    deskDigit: counter.deskDigit,
    serial,
    register: {
      volume: registerVolume(counter.deskDigit, counter.now),
      number: counter.lastRegisterNumber + 1,
    },
    receivedAt: counter.now,
    dueAt: due.at,
    dueReason: due.reason,
    dueNote: one.dueNote.trim(),
    procedure: {
      code: procedure.code,
      name: procedure.name,
      field: procedure.field,
      termText: termText(procedure.term),
    },
    applicant: one.applicant,
    clash: one.clash,
    submitter: one.submitter,
    papers: one.papers
      .filter((paper) => paper.ticked)
      .map(({ required: _required, ticked: _ticked, ...paper }) => paper),
    certified: figures.rows.map(({ name, pages, copies, feeVnd }) => ({ name, pages, copies, feeVnd })),
    copiesWanted: one.copiesWanted,
    sets: one.sets,
    feeVnd: figures.feeVnd,
    feeChoice: chosenFee(choice),
    returnAt: one.returnAt,
    note: one.note.trim(),
    legs: legsOf(procedure, { receivedAt: counter.now, dueAt: due.at, calendar: counter.calendar }),
    competentAgency: one.competentAgency.trim(),
    channel: channelOf(choice, 'direct'),
    formSet: counter.formSet,
  };
}

/** Each agency with its share of the term; where the internal procedure plans none, it has until the whole is due. */
export const legsOf = (
  procedure: Procedure,
  whole: {
    readonly receivedAt: LocalDateTime;
    readonly dueAt: LocalDateTime;
    readonly calendar: WorkCalendar;
  },
): DossierReceived['legs'] =>
  procedure.interlinkedWith.map((agency) => ({
    agency,
    termText: legTermText(agency, procedure),
    dueAt: legDueAt(agency, procedure, whole),
  }));

/** An agency's share as it is printed: `16 giờ làm việc`, empty where nothing is planned. */
export function legTermText(agency: string, procedure: Procedure): string {
  const hours = legHours(agency, procedure);
  return hours === 0 ? '' : termText({ unit: 'hour', value: hours });
}
