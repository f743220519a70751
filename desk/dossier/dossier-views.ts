import type { ListedDossier } from '../../db/dossier/dossier-list.ts';
import type { Caller } from '../../shared/contract/dispatch.ts';
import { stepNames } from '../../shared/contract/dossier/steps.ts';
import type { DossierDetail, DossierRow } from '../../shared/contract/dossier/views.ts';
import {
  dateOf,
  epochOfInstant,
  type LocalDate,
  type LocalDateTime,
  localFromEpoch,
} from '../../shared/domain/base/local-date.ts';
import { workingDaysBetween } from '../../shared/domain/calendar/work-calendar.ts';
import { type Dossier, isAccepted, legMark, stillDueVnd } from '../../shared/domain/dossier/dossier.ts';
import type { DossierEventType } from '../../shared/domain/dossier/dossier-events.ts';
import { dutiesOf } from '../../shared/domain/dossier/duties.ts';
import { statuses } from '../../shared/domain/dossier/lifecycle.ts';
import { isOpenStep } from '../../shared/domain/dossier/processing.ts';
import { dueChip } from '../../shared/domain/dossier/punctuality.ts';
import { hadOriginal } from '../../shared/domain/dossier/receipt-due.ts';
import { undoLeftMs } from '../../shared/domain/intake/undo.ts';
import { type DeskContext, me, now, rulesToday, sentMark, today } from '../context.ts';
import { sameDayReceiptOf, shownAt } from './shown-promise.ts';

/** A list row as screens show it: late only while the clock runs. */
export function rowView(desk: DeskContext, listed: ListedDossier): DossierRow {
  const dueAt = listed.dueAt as LocalDateTime;
  const { clock } = statuses[listed.status];
  const { calendar } = rulesToday(desk);
  const chip = dueChip({ status: listed.status, dueAt }, now(desk), calendar);
  return {
    id: listed.id,
    code: listed.code,
    applicantName: listed.applicantName,
    procedureName: listed.procedureName,
    receivedAt: listed.receivedAt as LocalDateTime,
    dueAt,
    shownDueAt: shownDueOf(desk, listed),
    status: listed.status,
    clock,
    receivedBy: officerName(desk, listed.receivedBy),
    deskDigit: listed.deskDigit,
    sent: listed.waiting === 0,
    needsReview: listed.reviews > 0,
    overdueDays: chip.kind === 'overdue' ? chip.days : 0,
    // Also while the clock stands: how much of the term is left when it goes on.
    daysLeft: Math.max(0, workingDaysBetween(today(desk), dateOf(dueAt), calendar)),
    answerBy: listed.answerBy as LocalDate | null,
    unanswered: listed.answerBy !== null && listed.answerBy < today(desk),
  };
}

/** A new date that the office gave is said as it was given. */
const shownDueOf = (
  desk: DeskContext,
  {
    receivedAt,
    dueAt,
    dueReason,
    termText,
    reschedules,
  }: Pick<ListedDossier, 'receivedAt' | 'dueAt' | 'dueReason' | 'termText' | 'reschedules'>,
): LocalDateTime =>
  reschedules > 0
    ? (dueAt as LocalDateTime)
    : shownAt(
        desk,
        { receivedAt: receivedAt as LocalDateTime, dueReason, procedure: { termText } },
        dueAt as LocalDateTime,
      );

/** Who looks: what is offered depends on it. */
export type Viewer = Pick<Caller, 'officer' | 'roles'>;

/** Everything about one dossier, or null when it is not known here. */
export function detailView(desk: DeskContext, id: string, by: Viewer): DossierDetail | null {
  const state = desk.stores.projections.read(id);
  const listed = desk.stores.list.get(id, sentMark(desk));
  if (!isAccepted(state) || listed === null) return null;
  const printed = desk.stores.prints.copiesOf(id);
  const journal = journalOf(desk, id);
  return {
    row: rowView(desk, listed),
    received: state.current,
    fee:
      desk.rules.on(dateOf(state.received.receivedAt)).procedure(state.current.procedure.code)?.fee ?? null,
    stillDueVnd: stillDueVnd(state),
    promisedAt: state.received.dueAt,
    dueAt: state.dueAt,
    shown: {
      promisedAt: shownAt(desk, state.received, state.received.dueAt),
      dueAt: shownDueOf(desk, {
        ...state,
        receivedAt: state.current.receivedAt,
        dueReason: state.current.dueReason,
        termText: state.current.procedure.termText,
      }),
    },
    pauses: state.pauses.map(({ cause, from, until }) => ({ cause, from, until })),
    legs: state.legs.map((leg) => ({ ...leg, mark: legMark(leg) })),
    holder:
      state.holder === null
        ? null
        : {
            unit: state.holder.unit,
            officerName: state.holder.officer === null ? null : officerName(desk, state.holder.officer),
          },
    readyAt: state.readyAt,
    deliveredAt: state.deliveredAt,
    deliveredTo: state.deliveredTo,
    copiesPrinted: Math.max(
      printed,
      Number(hadOriginal(state, sameDayReceiptOf(desk, state.received))) + state.reprints,
    ),
    // What does not fit by our own rules, and what only the district can see.
    reviews: [
      ...new Set([
        ...state.reviews.map(({ code }) => code),
        ...journal.flatMap(({ review }) => review ?? []),
      ]),
    ],
    duties: dutiesOf(state, today(desk), rulesToday(desk)),
    journal,
    actions: actionsFor(desk, state, by),
    steps: stepNames.filter((name) => isOpenStep(state, name, by)),
  };
}

export const officerName = (desk: DeskContext, id: string): string =>
  desk.stores.officers.get(id)?.name ?? id;

function journalOf(desk: DeskContext, id: string): DossierDetail['journal'] {
  const mark = sentMark(desk);
  const mine = me(desk);
  return desk.stores.log
    .ofDossier(id)
    .map(({ event, verdict }) => {
      const own = event.device === mine.device && event.epoch === mine.epoch;
      return {
        type: event.type,
        at: localFromEpoch(epochOfInstant(event.deviceTime)),
        actorName: officerName(desk, event.actor),
        role: event.role,
        deskDigit: own ? mine.deskDigit : null,
        sent: !own || event.seq <= mark.heldSeq,
        review: verdict === null || verdict.outcome === 'accepted' ? null : verdict.code,
        body: event.body,
      };
    })
    .toReversed();
}

/** What an officer with `roles` may do next; the same rules decide when it is asked for. */
function actionsFor(desk: DeskContext, dossier: Dossier, by: Viewer): DossierDetail['actions'] {
  const actions: DossierDetail['actions'] = [];
  const can = (type: DossierEventType): boolean => isOpenStep(dossier, type, by);
  // In one key only where nothing was signed that has a number of its own.
  if (dossier.status === 'received' && can('dossier.resultReady')) actions.push('markReady');
  if (can('dossier.delivered')) actions.push('handOver');
  if (can('receipt.reprinted')) actions.push('reprint');
  if (can('dossier.corrected')) actions.push('correct');
  if (can('dossier.cancelled') && isUndoable(desk, dossier, by.officer)) actions.push('undo');
  else if (can('dossier.cancelled') && dateOf(dossier.received.receivedAt) === today(desk))
    actions.push('void');
  return actions;
}

/** Within the first minute, and by whoever received it. */
const isUndoable = (desk: DeskContext, { id, receivedBy }: Dossier, officer: string): boolean =>
  receivedBy === officer && undoLeftMs(receivedAtMs(desk, id) ?? 0, desk.world.clock()) > 0;

/** The instant at which a dossier was recorded, from its first event; null when it is not known here. */
export function receivedAtMs(desk: DeskContext, id: string): number | null {
  const first = desk.stores.log.ofDossier(id).find(({ event }) => event.type === 'dossier.received');
  return first === undefined ? null : epochOfInstant(first.event.deviceTime);
}
