import type { ReadingReason } from '../shared/contract/machine/views.ts';
import {
  dateOf,
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
