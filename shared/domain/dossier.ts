import { unreachable } from '../result.ts';
import type { DossierFact, DossierReceived } from './dossier-events.ts';
import type { LocalDateTime } from './local-date.ts';
import type { Role } from './roles.ts';

/**
 * `received` → `resultReady` → `delivered`; `received` → `cancelled`. The states between (processing,
 * supplement, suspension, interlinked legs) join this table when they are built.
 * @source docs/sources.md#lifecycle
 */
export type DossierStatus = 'received' | 'resultReady' | 'delivered' | 'cancelled';

/** Why a recorded fact did not fit the state it met; a person looks at it, nothing is thrown away. */
export type ReviewCode =
  | 'unknown-dossier'
  | 'received-twice'
  | 'delivered-twice'
  | 'ready-twice'
  | 'closed-elsewhere'
  | 'not-cancellable';

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

export interface Dossier {
  readonly id: string;
  readonly status: DossierStatus;
  /** How many facts have been folded in, fitting or not. */
  readonly version: number;
  readonly received: DossierReceived;
  readonly receivedBy: string;
  readonly readyAt: LocalDateTime | null;
  readonly deliveredAt: LocalDateTime | null;
  readonly deliveredTo: string | null;
  readonly cancelledAt: LocalDateTime | null;
  readonly reprints: number;
  readonly reviews: readonly Review[];
}

/** `orphans` are facts that arrived before their dossier did. */
export type DossierState = { readonly status: 'absent'; readonly orphans: readonly Review[] } | Dossier;

export const absent: DossierState = { status: 'absent', orphans: [] };

/** Adds one fact to what is known. Total: a fact that does not fit is kept as a review, never dropped. */
export function evolve(state: DossierState, fact: DossierFact, origin: FactOrigin): DossierState {
  if (state.status === 'absent') return begin(state, fact, origin);
  const misfit = misfitOf(state, fact);
  if (misfit !== null) return review(state, misfit, origin);
  const next = { ...state, version: state.version + 1 };
  switch (fact.type) {
    case 'dossier.received':
      return next;
    case 'dossier.resultReady':
      return { ...next, status: 'resultReady', readyAt: fact.body.at };
    case 'dossier.delivered':
      return {
        ...next,
        status: 'delivered',
        deliveredAt: fact.body.at,
        deliveredTo: fact.body.receiver.name,
      };
    case 'dossier.cancelled':
      return { ...next, status: 'cancelled', cancelledAt: fact.body.at };
    case 'receipt.reprinted':
      return { ...next, reprints: Math.max(state.reprints, fact.body.copy) };
    default:
      return unreachable(fact);
  }
}

/** The reason why `fact` does not fit `state`, or null when it does: the district's verdict is the same. */
export function misfitOf(state: DossierState, fact: DossierFact): ReviewCode | null {
  if (state.status === 'absent') return fact.type === 'dossier.received' ? null : 'unknown-dossier';
  switch (fact.type) {
    case 'dossier.received':
      return 'received-twice';
    case 'dossier.resultReady':
      if (state.status === 'resultReady') return 'ready-twice';
      return state.status === 'received' ? null : 'closed-elsewhere';
    case 'dossier.delivered':
      if (state.status === 'delivered') return 'delivered-twice';
      return state.status === 'resultReady' ? null : 'closed-elsewhere';
    case 'dossier.cancelled':
      return state.status === 'received' ? null : 'not-cancellable';
    case 'receipt.reprinted':
      return null;
    default:
      return unreachable(fact);
  }
}

function begin(
  state: Extract<DossierState, { status: 'absent' }>,
  fact: DossierFact,
  origin: FactOrigin,
): DossierState {
  if (fact.type !== 'dossier.received') {
    return { status: 'absent', orphans: [...state.orphans, reviewAt('unknown-dossier', origin)] };
  }
  return {
    id: fact.dossier,
    status: 'received',
    version: state.orphans.length + 1,
    received: fact.body,
    receivedBy: origin.actor,
    readyAt: null,
    deliveredAt: null,
    deliveredTo: null,
    cancelledAt: null,
    reprints: 0,
    reviews: state.orphans,
  };
}

const review = (state: Dossier, code: ReviewCode, origin: FactOrigin): Dossier => ({
  ...state,
  version: state.version + 1,
  reviews: [...state.reviews, reviewAt(code, origin)],
});

const reviewAt = (code: ReviewCode, { device, epoch, seq }: FactOrigin): Review => ({
  code,
  device,
  epoch,
  seq,
});
