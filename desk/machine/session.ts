import type { SignedIn } from '../../shared/contract/dispatch.ts';
import type { Refusal } from '../../shared/contract/refusal.ts';
import type { Result } from '../../shared/result.ts';
import type { Stores } from '../stores.ts';
import type { PinGuard } from './pin-guard.ts';

/** Who is signed in on one connection. */
export interface Session {
  readonly current: () => SignedIn | null;
  readonly signIn: (officerId: string, pin: string) => Promise<Result<SignedIn, Refusal>>;
  readonly signOut: () => void;
  /** Whether a PIN is that officer's, without signing anybody in; wrong ones count as they do at the door. */
  readonly confirm: (officerId: string, pin: string) => Promise<Result<SignedIn, Refusal>>;
}

/** Works without a network: verifiers come down the feed. */
export function openSession(stores: Stores, pins: PinGuard): Session {
  const state: { officer: SignedIn | null } = { officer: null };
  return {
    current() {
      // An officer who has left is cut off as soon as the feed says so, signed in or not.
      const stored = state.officer === null ? null : stores.officers.get(state.officer.id);
      return stored?.active === true ? { id: stored.id, name: stored.name, roles: stored.roles } : null;
    },
    async signIn(officerId, pin) {
      const known = await pins.check(officerId, pin);
      if (known.ok) state.officer = known.value;
      return known;
    },
    signOut: () => {
      state.officer = null;
    },
    confirm: pins.check,
  };
}
