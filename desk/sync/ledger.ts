import type { Caller } from '../../shared/contract/dispatch.ts';
import { dateOf, instantFromEpoch, localFromEpoch } from '../../shared/domain/base/local-date.ts';
import type { CashFact } from '../../shared/domain/cash/cash-events.ts';
import type { DossierState } from '../../shared/domain/dossier/dossier.ts';
import type { DossierFact } from '../../shared/domain/dossier/dossier-events.ts';
import type { OfficeFact } from '../../shared/domain/office/office-events.ts';
import { type EventEnvelope, eventLine, headBytes, type SignedHead } from '../../shared/protocol/event.ts';
import { bodyVersion } from '../../shared/protocol/older-bodies.ts';
import type { RuleBook } from '../catalogue/rules.ts';
import type { Enrolled } from '../machine/enrolled.ts';
import type { Enrolment } from '../machine/enrolment.ts';
import { sha256, signText } from '../machine/keys.ts';
import type { Clock } from '../ports.ts';
import type { Stores } from '../stores.ts';

export interface Ledger {
  /**
   * Appends a fact to this device's chain and folds it into the projection. Call it inside a transaction, with
   * a fact the domain has agreed to. @throws Error before enrolment
   */
  readonly record: (fact: DossierFact, by: Caller) => void;
  /** The same for a fact about a drawer: it belongs to no dossier. */
  readonly recordCash: (fact: CashFact, by: Caller) => void;
  /** The same for a fact about the office itself. */
  readonly recordOffice: (fact: OfficeFact, by: Caller) => void;
  /** Signs the chain's end unless it is signed already; null while the chain is empty. */
  readonly signHead: () => SignedHead | null;
}

export function openLedger(clock: Clock, stores: Stores, enrolment: Enrolment, rules: RuleBook): Ledger {
  const append = (
    { type, body }: Pick<EventEnvelope, 'type' | 'body'>,
    basedOn: EventEnvelope['basedOn'],
    by: Caller,
  ): EventEnvelope => {
    const me = enrolledOf(enrolment);
    const now = clock();
    const today = rules.on(dateOf(localFromEpoch(now)));
    const end = stores.log.end(me);
    const event: EventEnvelope = {
      stream: me.stream,
      device: me.device,
      epoch: me.epoch,
      seq: end.seq + 1,
      prevHash: end.hash,
      type,
      v: bodyVersion(type),
      actor: by.officer,
      role: by.role,
      deviceTime: instantFromEpoch(now),
      catalogueEdition: today.catalogueEdition,
      calendarEdition: today.calendar.edition,
      basedOn,
      body,
      attachments: [],
    };
    const line = eventLine(event);
    stores.log.append({ event, line, hash: sha256(line) });
    return event;
  };
  return {
    record(fact, by) {
      const version = versionOf(stores.projections.read(fact.dossier));
      stores.projections.apply(append(fact, { dossier: fact.dossier, version }, by));
    },
    recordCash: (fact, by) => void append(fact, null, by),
    recordOffice: (fact, by) => void append(fact, null, by),
    signHead() {
      const me = enrolment.current();
      return me === null ? null : signEnd(stores, me);
    },
  };
}

/** Signs the end of a chain and keeps the signature, so that a second batch to the same end need not. */
function signEnd(stores: Stores, me: Enrolled): SignedHead | null {
  const end = stores.log.end(me);
  if (end.seq === 0) return null;
  const known = stores.acks.head(me);
  if (known !== null && known.seq === end.seq && known.hash === end.hash) return known;
  const head = signHeadAt(me, end.seq, end.hash);
  stores.acks.storeHead(me, head);
  return head;
}

/** A signature over the chain up to `seq`. */
export const signHeadAt = (me: Enrolled, seq: number, hash: string): SignedHead => ({
  seq,
  hash,
  sig: signText(headBytes(me.device, me.epoch, seq, hash), me.key, 'base64url'),
});

/** @throws Error before enrolment: no method that needs it can be reached without an officer */
export function enrolledOf(enrolment: Enrolment): Enrolled {
  const me = enrolment.current();
  if (me === null) throw new Error('The desk is not enrolled');
  return me;
}

const versionOf = (state: DossierState): number => (state.status === 'absent' ? 0 : state.version);
