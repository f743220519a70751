import { dateOf, type LocalDate, type LocalDateTime } from '../base/local-date.ts';
import type { Role } from '../base/roles.ts';
import type { Applicant } from '../people/applicant.ts';
import type { Consent } from './consent.ts';
import type { DossierReceived } from './dossier-events.ts';
import type { DossierStatus, PetitionStatus } from './lifecycle.ts';
import type { Promised } from './promised.ts';
import type { Taking } from './taking.ts';

/** Why a recorded fact did not fit the state it met; a person looks at it, nothing is thrown away. */
export type ReviewCode =
  | 'unknown-dossier'
  | 'received-twice'
  | 'delivered-twice'
  | 'ready-twice'
  | 'closed-elsewhere'
  | 'not-cancellable'
  | 'no-consent'
  | 'not-permitted'
  | 'money-held'
  | 'refund-too-much'
  | 'receipt-known'
  | 'no-taking'
  | 'out-of-order';

/** Who did it, where and when; `at` is the device's instant. */
export interface FactOrigin {
  readonly device: string;
  readonly epoch: number;
  readonly seq: number;
  readonly actor: string;
  readonly role: Role;
  readonly at: string;
}

export interface Review {
  readonly code: ReviewCode;
  readonly device: string;
  readonly epoch: number;
  readonly seq: number;
}

/** A stretch in which the promised time did not run; `until` is null while it lasts. */
export interface Pause {
  readonly cause: 'supplement' | 'payment' | 'suspension';
  readonly from: LocalDateTime;
  readonly until: LocalDateTime | null;
  /** Whether a supplement made the term run anew; null for other pauses, and while it lasts. */
  readonly policy: 'restart' | 'resume' | null;
}

/** An agency's share, and how it kept its own term. */
export interface LegState {
  readonly agency: string;
  readonly dueAt: LocalDateTime;
  readonly sentAt: LocalDateTime | null;
  readonly returnedAt: LocalDateTime | null;
}

/** A citizen who was asked for more, or turned away, before anything was accepted: no code, no clock. */
export interface Petition {
  readonly id: string;
  readonly status: PetitionStatus;
  readonly version: number;
  readonly applicant: Applicant;
  readonly procedure: { readonly code: string; readonly name: string; readonly field: string };
  /** The last slip: when and by whom it was given, what it lists, why. */
  readonly askedAt: LocalDateTime;
  readonly askedBy: string;
  readonly items: readonly string[];
  readonly reason: string;
  readonly slips: number;
  readonly reviews: readonly Review[];
}

/** Money that was taken for a dossier. */
export interface DossierTaking extends Taking {
  readonly at: LocalDateTime;
  readonly shift: string | null;
}

/** Money that went back to whoever paid it. */
export interface DossierRefund {
  readonly at: LocalDateTime;
  readonly vnd: number;
  readonly reason: string;
  readonly shift: string | null;
}

export interface Dossier extends Promised {
  readonly id: string;
  readonly status: DossierStatus;
  /** How many facts have been folded in, fitting or not. */
  readonly version: number;
  /** As it was accepted; never changes. */
  readonly received: DossierReceived;
  /** The same with every correction: what lists show and papers print. */
  readonly current: DossierReceived;
  readonly receivedBy: string;
  /** Each one issued the receipt again and made the one before void. */
  readonly corrections: number;
  /** When the newest receipt was issued in place of an older one. */
  readonly correctedAt: LocalDateTime | null;
  /** What second persons have agreed to and nobody has done yet. */
  readonly consents: readonly Consent[];
  readonly pauses: readonly Pause[];
  readonly supplements: number;
  /** The last day the citizen has for what was asked for; null when nothing is, or no day was said. */
  readonly answerBy: LocalDate | null;
  readonly reschedules: number;
  readonly legs: readonly LegState[];
  /** Where the papers lie: a unit, and an officer of it when one was named. */
  readonly holder: { readonly unit: string; readonly officer: string | null } | null;
  /** The last passing on, as long as whoever got it has done nothing yet: who passed it on, and who had it before. */
  readonly handedOn: { readonly by: string; readonly before: Dossier['holder'] } | null;
  /** When a leader signed the result that stands. */
  readonly signedAt: LocalDateTime | null;
  /** When the result was ready, or the dossier ended without one. */
  readonly finishedAt: LocalDateTime | null;
  readonly readyAt: LocalDateTime | null;
  readonly deliveredAt: LocalDateTime | null;
  readonly deliveredTo: string | null;
  /** Asked for and not paid yet. */
  readonly paymentVnd: number | null;
  readonly takings: readonly DossierTaking[];
  readonly refunds: readonly DossierRefund[];
  readonly cancelledAt: LocalDateTime | null;
  readonly reprints: number;
  readonly reviews: readonly Review[];
}

/** What the office still holds of what it took for a dossier, in đồng. */
export const heldVnd = ({ takings, refunds }: Pick<Dossier, 'takings' | 'refunds'>): number =>
  takings.reduce((sum, { vnd }) => sum + vnd, 0) - refunds.reduce((sum, { vnd }) => sum + vnd, 0);

/**
 * What is still to be taken when the result is handed over, in đồng: the fee less what is held already. Where the province sets
 * the fee, nothing once a payment was asked for and made; null while nobody has said how much it is.
 */
export function stillDueVnd(dossier: Pick<Dossier, 'current' | 'takings' | 'refunds'>): number | null {
  const held = heldVnd(dossier);
  const { feeVnd } = dossier.current;
  if (feeVnd === null) return held > 0 ? 0 : null;
  return Math.max(0, feeVnd - held);
}

/** The taking that an officer means, by when it was taken and how much it was; one without a receipt goes first. */
export function takingAt(
  { takings }: Pick<Dossier, 'takings'>,
  { takenAt, vnd }: { readonly takenAt: LocalDateTime; readonly vnd: number },
): DossierTaking | null {
  const meant = takings.filter((one) => one.at === takenAt && one.vnd === vnd);
  return meant.find(({ receipt }) => receipt === null) ?? meant[0] ?? null;
}

/** `orphans` are facts that arrived before their dossier did. */
export interface Absent {
  readonly status: 'absent';
  readonly orphans: readonly Review[];
}

export type DossierState = Absent | Petition | Dossier;

export const absent: DossierState = { status: 'absent', orphans: [] };

export const isPetition = (state: DossierState): state is Petition =>
  state.status === 'intakeSupplement' || state.status === 'refused' || state.status === 'lapsed';

/** True once the desk has accepted: there is a code and a promise. */
export const isAccepted = (state: DossierState): state is Dossier =>
  state.status !== 'absent' && !isPetition(state);

/** How an agency kept its share: by the day, like everything the citizen is promised. */
export function legMark(leg: LegState): 'early' | 'onTime' | 'late' | null {
  if (leg.returnedAt === null) return null;
  const [done, due] = [dateOf(leg.returnedAt), dateOf(leg.dueAt)];
  if (done === due) return 'onTime';
  return done < due ? 'early' : 'late';
}
