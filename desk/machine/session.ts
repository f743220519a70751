import { verify } from '@node-rs/argon2';
import type { SignedIn } from '../../shared/contract/dispatch.ts';
import { type Refusal, refuse } from '../../shared/contract/refusal.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../ports.ts';
import type { Stores } from '../stores.ts';

/** Wrong PINs before a wait is asked for, and the waits: 30 s, doubling, an hour at most. */
const freeTries = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 3_600_000;

/** Who is signed in on one connection. */
export interface Session {
  readonly current: () => SignedIn | null;
  readonly signIn: (officerId: string, pin: string) => Promise<Result<SignedIn, Refusal>>;
  readonly signOut: () => void;
  /** Whether a PIN is that officer's, without signing anybody in; wrong ones count as they do at the door. */
  readonly confirm: (officerId: string, pin: string) => Promise<Result<SignedIn, Refusal>>;
}

/** Works without a network: verifiers come down the feed and the wait after wrong PINs outlives a restart. */
export function openSession(clock: Clock, stores: Stores): Session {
  const state: { officer: SignedIn | null } = { officer: null };
  return {
    current() {
      // An officer who has left is cut off as soon as the feed says so, signed in or not.
      const stored = state.officer === null ? null : stores.officers.get(state.officer.id);
      return stored?.active === true ? { id: stored.id, name: stored.name, roles: stored.roles } : null;
    },
    async signIn(officerId, pin) {
      const known = await checkPin(clock, stores, officerId, pin);
      if (known.ok) state.officer = known.value;
      return known;
    },
    signOut: () => {
      state.officer = null;
    },
    confirm: (officerId, pin) => checkPin(clock, stores, officerId, pin),
  };
}

async function checkPin(
  clock: Clock,
  stores: Stores,
  officerId: string,
  pin: string,
): Promise<Result<SignedIn, Refusal>> {
  const officer = stores.officers.get(officerId);
  if (officer === null || !officer.active) return err(refuse('unknown-officer', 'officer'));
  const { lockedUntil } = stores.officers.failures(officerId);
  if (lockedUntil > clock()) return err(lockedOut(lockedUntil - clock()));
  if (!(await verify(officer.pinVerifier, pin))) return err(countFailure(clock, stores, officerId));
  stores.officers.clearFailures(officerId);
  return ok({ id: officer.id, name: officer.name, roles: officer.roles });
}

function countFailure(clock: Clock, stores: Stores, officerId: string): Refusal {
  const count = stores.officers.failures(officerId).count + 1;
  const over = count - freeTries;
  const waitMs = over < 0 ? 0 : Math.min(firstWaitMs * 2 ** over, longestWaitMs);
  stores.officers.setFailures(officerId, { count, lockedUntil: clock() + waitMs });
  return waitMs > 0 ? lockedOut(waitMs) : refuse('wrong-pin', 'pin', { left: freeTries - count });
}

const lockedOut = (ms: number): Refusal => refuse('locked-out', 'pin', { seconds: Math.ceil(ms / 1000) });
