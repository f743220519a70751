import type { ReadingReason } from '../shared/contract/machine/views.ts';
import { type Refusal, refuse } from '../shared/contract/refusal.ts';
import {
  dateOf,
  epochOfInstant,
  type LocalDate,
  type LocalDateTime,
  localFromEpoch,
} from '../shared/domain/base/local-date.ts';
import type { RuleBook, Rules } from './catalogue/rules.ts';
import type { LiveDrafts } from './intake/live-drafts.ts';
import type { Enrolled } from './machine/enrolled.ts';
import type { Enrolment } from './machine/enrolment.ts';
import type { DeskWorld } from './ports.ts';
import type { Stores } from './stores.ts';
import type { Ledger } from './sync/ledger.ts';
import { enrolledOf } from './sync/ledger.ts';

/** What the services of a desk share; nothing in it belongs to one connection. */
export interface DeskContext {
  readonly world: DeskWorld;
  readonly stores: Stores;
  readonly enrolment: Enrolment;
  readonly ledger: Ledger;
  readonly rules: RuleBook;
  readonly liveDrafts: LiveDrafts;
  /** Why this desk could only be opened to read; null where it records. */
  readonly readingOnly: ReadingReason | null;
  /** Something was recorded: send it, print it, show it. Called after the commit. */
  readonly recorded: (dossierIds: readonly string[]) => void;
}

export const now = (desk: DeskContext): LocalDateTime => localFromEpoch(desk.world.clock());

export const today = (desk: DeskContext): LocalDate => dateOf(now(desk));

export const rulesToday = (desk: DeskContext): Rules => desk.rules.on(today(desk));

export const me = (desk: DeskContext): Enrolled => enrolledOf(desk.enrolment);

/** The chain and how far it is acknowledged: what makes a dossier "sent". */
export function sentMark(desk: DeskContext) {
  const { device, epoch } = me(desk);
  return { device, epoch, heldSeq: desk.stores.acks.of({ device, epoch }).heldSeq };
}

/** A minute of play: two machines' clocks never agree to the second. */
const clockSlackMs = 60_000;

/**
 * Refuses to date a dossier before something that has certainly happened: the last ack of the district, and the last
 * event recorded here unless the district has confirmed it. The district's signed time outranks our own of then: one
 * dossier recorded while the clock ran ahead must not hold up intake until that day comes. A clock that runs ahead is
 * only warned about.
 */
export const clockRefusal = (desk: DeskContext): Refusal | null =>
  behindDistrict(desk) ?? behind(desk, lastRecordedMs(desk));

/** Whether the clock stands before the last signed time of the district, which nobody here can overrule. */
export function behindDistrict(desk: DeskContext): Refusal | null {
  const { serverTime } = desk.stores.acks.of(me(desk));
  return serverTime === null ? null : behind(desk, epochOfInstant(serverTime));
}

/** When the last event was recorded here, as far as the district has not confirmed it; 0 when it has. Milliseconds. */
export function lastRecordedMs(desk: DeskContext): number {
  const one = me(desk);
  const { seq } = desk.stores.log.end(one);
  const { provenSeq } = desk.stores.acks.of(one);
  const [last] = provenSeq >= seq ? [] : desk.stores.log.after(one, seq - 1, 1);
  return last === undefined ? 0 : deviceTimeOf(last.line);
}

function behind(desk: DeskContext, sinceMs: number): Refusal | null {
  const behindMs = sinceMs - desk.world.clock();
  if (behindMs <= clockSlackMs) return null;
  return refuse('clock-behind', undefined, { minutes: Math.ceil(behindMs / 60_000) });
}

const deviceTimeOf = (line: string): number => {
  const { deviceTime } = JSON.parse(line) as { deviceTime: string };
  return epochOfInstant(deviceTime);
};
