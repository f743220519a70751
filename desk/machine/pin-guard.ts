import { verify } from '@node-rs/argon2';
import type { SignedIn } from '../../shared/contract/dispatch.ts';
import { type Refusal, refuse } from '../../shared/contract/refusal.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { DeskWorld } from '../ports.ts';
import type { Stores } from '../stores.ts';
import { diskRefusal } from './disk-faults.ts';

/** Wrong PINs before a wait is asked for, and the waits: 30 s, doubling, an hour at most. */
const freeTries = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 3_600_000;

/** Whose PIN it is, for the door and for whoever agrees to somebody else's act. One for all connections of a desk. */
export interface PinGuard {
  readonly check: (officerId: string, pin: string) => Promise<Result<SignedIn, Refusal>>;
}

/**
 * A try counts as wrong from before it is verified until it has proved right: verifying is slow, and whoever asks a
 * thousand times at once must meet the lock and not the gap before it. The tries of one officer stand in line.
 *
 * Waits run on the clock that nobody can set. What is kept on the disk is how many tries were wrong; after a restart the
 * wait for that many begins anew, so that neither a restart nor a clock put forward shortens it, and none is longer
 * than an hour, whatever the clock says.
 */
export function openPinGuard({ monotonic }: Pick<DeskWorld, 'monotonic'>, stores: Stores): PinGuard {
  const openFrom = new Map<string, number>();
  const lines = new Map<string, Promise<unknown>>();

  /** Counts that the disk would not take: on a full one people still sign in to look up and to print again. */
  const unsaved = new Map<string, number>();

  const wrongTries = (officer: string): number => unsaved.get(officer) ?? stores.officers.wrongTries(officer);

  const setWrongTries = (officer: string, count: number): void => {
    try {
      stores.officers.setWrongTries(officer, count);
      unsaved.delete(officer);
    } catch (cause) {
      if (diskRefusal(cause) === null) throw cause;
      unsaved.set(officer, count);
    }
  };

  const waitLeft = (officer: string, count: number): number => {
    const wait = waitAfter(count);
    if (wait === 0) return 0;
    const from = openFrom.get(officer) ?? monotonic() + wait;
    openFrom.set(officer, from);
    return Math.max(0, from - monotonic());
  };

  /** @returns how many tries are wrong with this one, or why it is not made */
  const admit = (officer: string): Result<number, Refusal> => {
    const before = wrongTries(officer);
    const left = waitLeft(officer, before);
    if (left > 0) return err(lockedOut(left));
    const count = before + 1;
    setWrongTries(officer, count);
    openFrom.set(officer, monotonic() + waitAfter(count));
    return ok(count);
  };

  const checkInTurn = async (officerId: string, pin: string): Promise<Result<SignedIn, Refusal>> => {
    const officer = stores.officers.get(officerId);
    if (officer === null || !officer.active) return err(refuse('unknown-officer', 'officer'));
    const admitted = admit(officerId);
    if (!admitted.ok) return admitted;
    if (!(await verify(officer.pinVerifier, pin))) return err(wrongPin(admitted.value));
    setWrongTries(officerId, 0);
    openFrom.delete(officerId);
    return ok({ id: officer.id, name: officer.name, roles: officer.roles });
  };

  return {
    check(officerId, pin) {
      const before = lines.get(officerId) ?? Promise.resolve();
      const mine = before.then(() => checkInTurn(officerId, pin));
      const ended = mine.catch(() => {});
      lines.set(officerId, ended);
      void ended.finally(() => {
        if (lines.get(officerId) === ended) lines.delete(officerId);
      });
      return mine;
    },
  };
}

const waitAfter = (count: number): number => {
  const over = count - freeTries;
  return over < 0 ? 0 : Math.min(firstWaitMs * 2 ** over, longestWaitMs);
};

function wrongPin(count: number): Refusal {
  const wait = waitAfter(count);
  return wait > 0 ? lockedOut(wait) : refuse('wrong-pin', 'pin', { left: freeTries - count });
}

const lockedOut = (ms: number): Refusal => refuse('locked-out', 'pin', { seconds: Math.ceil(ms / 1000) });
