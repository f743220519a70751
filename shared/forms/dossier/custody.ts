import { dateOf, type LocalDateTime } from '../../domain/base/local-date.ts';
import type { DossierEventType, DossierFact, DossierReceived } from '../../domain/dossier/dossier-events.ts';
import { type Punctuality, punctuality } from '../../domain/dossier/punctuality.ts';
import { actionOn, momentOf, type NameOf, promises, type RecordedFact } from './recorded-fact.ts';

/** Where the papers of a dossier lie, and with whom; `officer` is empty where nobody was named. */
export interface Holder {
  readonly place: string;
  readonly officer: string;
}

/** The papers went from one hand into another. */
export interface Passage {
  readonly from: Holder;
  readonly to: Holder;
  readonly at: LocalDateTime;
  /** Known where a share of the work ended: the result, or an agency's leg. */
  readonly result: Punctuality | null;
  /** What happened to the dossier until it went on. */
  readonly notes: readonly string[];
}

export interface CustodyRequest {
  readonly received: DossierReceived;
  readonly facts: readonly RecordedFact[];
  readonly nameOf: NameOf;
  /** What the desk, and the office's leaders, are called on paper. */
  readonly desk: string;
  readonly leaders: string;
}

export interface Custody {
  readonly passages: readonly Passage[];
  /** Who has the papers now. */
  readonly holder: Holder;
  /** What happened before they went anywhere; told with the first passage once there is one. */
  readonly notes: readonly string[];
}

/** The way of a dossier's papers from the desk and back to it, told by its facts in order. */
export function custodyOf(request: CustodyRequest): Custody {
  const passages: (Passage & { readonly notes: string[] })[] = [];
  const early: string[] = [];
  let holder: Holder = { place: request.desk, officer: '' };
  let worker = holder;
  let before = holder;
  for (const { fact, actor } of request.facts) {
    const officer = request.nameOf(actor);
    if (fact.type === 'dossier.received') holder = worker = { ...holder, officer };
    const sender = holder.place === request.leaders ? worker : before;
    const to =
      fact.type === 'dossier.recalled'
        ? {
            ...sender,
            officer: sender.place === request.desk || sender.officer === '' ? officer : sender.officer,
          }
        : nextHolder(fact, request, worker);
    if (to !== null && isOther(holder, to)) {
      const from = given.has(fact.type) && holder.officer === '' ? { ...holder, officer } : holder;
      passages.push({
        from,
        to,
        at: momentOf(fact),
        result: resultOf(fact, request),
        notes: early.splice(0),
      });
      holder = to;
    }
    if (fact.type === 'dossier.forwarded') before = worker;
    if (fact.type === 'dossier.forwarded' || fact.type === 'dossier.recalled') worker = holder;
    if (noted.has(fact.type)) (passages.at(-1)?.notes ?? early).push(actionOn(fact));
  }
  return { passages, holder, notes: early };
}

/** Also within a unit, from one named officer to another. */
const isOther = (from: Holder, to: Holder): boolean =>
  to.place !== from.place || (to.officer !== '' && to.officer !== from.officer);

/** Recorded by whoever gives the papers away; the other passages are recorded by whoever takes them. */
const given: ReadonlySet<DossierEventType> = new Set([
  'dossier.forwarded',
  'dossier.sentToAgency',
  'dossier.submittedForApproval',
  'dossier.sentBack',
]);

/** Who gets the papers by this fact; null when they stay. */
function nextHolder({ type, body }: DossierFact, request: CustodyRequest, worker: Holder): Holder | null {
  if (type === 'dossier.forwarded') {
    return { place: body.unit, officer: body.officer === null ? '' : request.nameOf(body.officer) };
  }
  if (type === 'dossier.sentToAgency') {
    return { place: request.received.legs[body.leg]?.agency ?? '', officer: '' };
  }
  if (type === 'dossier.submittedForApproval') return { place: request.leaders, officer: '' };
  if (type === 'dossier.agencyReturned' || type === 'dossier.sentBack') return worker;
  if (type === 'dossier.resultTakenBack') {
    return worker.place === request.desk ? null : { place: request.leaders, officer: '' };
  }
  return toDesk.has(type) ? { place: request.desk, officer: '' } : null;
}

const toDesk: ReadonlySet<DossierEventType> = new Set([
  'dossier.resultReady',
  'dossier.returnedWithoutResult',
  'dossier.withdrawn',
]);

/** Of an agency by its own share of the term, of the office by the whole. */
function resultOf({ type, body }: DossierFact, { received, facts }: CustodyRequest): Punctuality | null {
  if (type === 'dossier.agencyReturned') {
    const leg = body.missing === '' ? received.legs[body.leg] : undefined;
    return leg === undefined ? null : punctuality(dateOf(body.at), dateOf(leg.dueAt));
  }
  if (type !== 'dossier.resultReady' && type !== 'dossier.returnedWithoutResult') return null;
  return punctuality(dateOf(body.at), dateOf(promises(received, facts).measuredDueAt));
}

/** A passage tells of itself; of these the next hand must know too. */
const noted: ReadonlySet<DossierEventType> = new Set([
  'dossier.recalled',
  'dossier.supplementRequested',
  'dossier.supplementReceived',
  'dossier.paymentRequested',
  'dossier.paymentReceived',
  'dossier.suspended',
  'dossier.resumed',
  'dossier.sentBack',
  'dossier.resultTakenBack',
  'dossier.returnedWithoutResult',
  'dossier.withdrawn',
  'dossier.rescheduled',
  'dossier.delivered',
  'dossier.corrected',
  'dossier.cancelled',
]);
