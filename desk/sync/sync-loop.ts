import type { SyncView } from '../../shared/contract/sync/views.ts';
import { localFromEpoch } from '../../shared/domain/base/local-date.ts';
import {
  firstBatch,
  grownBatch,
  idlePollMs,
  requestTimeoutMs,
  retryDelayMs,
  shrunkBatch,
} from '../../shared/protocol/backoff.ts';
import { maxBatchEvents } from '../../shared/protocol/bodies.ts';
import { err, type Result, unreachable } from '../../shared/result.ts';
import type { Enrolled } from '../machine/enrolled.ts';
import type { Enrolment } from '../machine/enrolment.ts';
import { type DeskWorld, nothingToCancel } from '../ports.ts';
import type { Stores } from '../stores.ts';
import { pullOnce, readAnew } from './pull.ts';
import { type Incident, pushOnce, type SyncFault, waitingEvents } from './push.ts';
import { startWatchdog } from './watchdog.ts';

export type Line = SyncView['line'];

/** What only the running loop knows; everything else about sync is read from the tables. */
export interface LineState {
  readonly line: Line;
  readonly sinceMs: number;
  readonly sending: boolean;
  readonly drained: number;
  readonly drainTotal: number;
  readonly nextTryAtMs: number;
  readonly incident: Incident | 'none';
  readonly attempts: SyncView['attempts'];
}

export interface SyncLoop {
  readonly state: () => LineState;
  /** Something was recorded: it goes at once, or with the next try where the last one failed a moment ago. */
  readonly recorded: () => void;
  /** A person asks: try at once. Resolves when this round is over. */
  readonly nudge: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface SyncNotices {
  readonly changed: () => void;
  readonly dossiers: (ids: readonly string[]) => void;
  readonly editions: () => void;
}

const keptAttempts = 10;

/**
 * Sends while anything waits and fetches while anything is new, whatever happened before: what is to be done
 * is read from the tables at every turn, so that no lost signal can leave it standing.
 */
export function startSyncLoop(
  world: DeskWorld,
  stores: Stores,
  enrolment: Enrolment,
  notices: SyncNotices,
): SyncLoop {
  let state = initialLine(world.clock());
  let failures = 0;
  let mismatches = 0;
  let batch = firstBatch;
  let running: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let cancelTimer = nothingToCancel;
  let abort = nothingToCancel;

  const set = (change: Partial<LineState>): void => {
    state = { ...state, ...change };
    notices.changed();
  };
  const setLine = (line: Line, detail: string): void => {
    const now = world.clock();
    const attempts = [{ at: localFromEpoch(now), outcome: line, detail }, ...state.attempts].slice(
      0,
      keptAttempts,
    );
    set({ line, attempts, ...(line === state.line ? {} : { sinceMs: now }) });
  };

  /**
   * One request with its own time limit; a hung line must not stop the loop for ever, not even one that does not
   * hear that it was given up. An answer that comes after all is still taken: it is held against the tables.
   */
  const limited = async <T>(
    call: (signal: AbortSignal) => Promise<Result<T, SyncFault>>,
  ): Promise<Result<T, SyncFault>> => {
    const controller = new AbortController();
    const { promise: givenUp, resolve: giveUp } = Promise.withResolvers<Result<T, SyncFault>>();
    abort = () => {
      controller.abort();
      giveUp(err({ kind: 'offline', detail: 'timeout' }));
    };
    const cancel = world.timers.after(requestTimeoutMs, abort);
    try {
      return await Promise.race([call(controller.signal), givenUp]);
    } finally {
      cancel();
    }
  };

  const drain = async (me: Enrolled): Promise<SyncFault | null> => {
    const total = waitingEvents(stores, me);
    if (total > 0) set({ sending: true, drained: 0, drainTotal: total });
    while (!closed && waitingEvents(stores, me) > 0) {
      const pushed = await limited((signal) => pushOnce(world, stores, me, batch, signal));
      if (!pushed.ok) {
        if (isLineFault(pushed.error)) batch = shrunkBatch(batch);
        return pushed.error;
      }
      batch = grownBatch(batch, maxBatchEvents);
      set({ drained: state.drained + Math.max(0, pushed.value) });
    }
    return null;
  };

  /**
   * One page that does not fit may have been bent on its way and is asked for again at once; a second one means that
   * the feed is another. A third is left to the next turn: who lies on the line must not keep it busy.
   */
  const noteParting = (me: Enrolled, fault: SyncFault): void => {
    if (fault.kind !== 'incident' || fault.incident !== 'feed-mismatch') return;
    mismatches += 1;
    if (mismatches === 2) readAnew(stores, me);
    again ||= mismatches <= 2;
  };

  const fetchNews = async (me: Enrolled): Promise<SyncFault | null> => {
    for (let more = true; more && !closed; ) {
      const pulled = await limited((signal) => pullOnce(world, stores, me, signal));
      if (!pulled.ok) {
        noteParting(me, pulled.error);
        return pulled.error;
      }
      more = pulled.value.more;
      again ||= pulled.value.behind;
      if (pulled.value.editions) notices.editions();
      if (pulled.value.rows > 0) notices.dossiers(pulled.value.dossiers);
    }
    return null;
  };

  const round = async (): Promise<void> => {
    const me = enrolment.current();
    if (me === null) return;
    const pushFault = await drain(me);
    // A chain that is refused must not keep the district's news from coming in.
    const pullFault = pushFault !== null && isLineFault(pushFault) ? null : await fetchNews(me);
    const fault = pushFault ?? pullFault;
    failures = fault === null ? 0 : failures + 1;
    set({ sending: false, incident: incidentOf(pushFault) ?? incidentOf(pullFault) ?? 'none' });
    if (fault === null) setLine('online', '');
    else setLine(lineOf(fault), detailOf(fault));
  };

  /** A full disk or a bug of ours: the loop goes on, since what waits must not wait for a restart. */
  const broken = (cause: unknown): void => {
    failures += 1;
    world.report(cause);
    set({ sending: false });
    setLine('desk-fault', 'desk-fault');
  };

  const schedule = (): void => {
    if (closed) return;
    const delay = failures === 0 ? idlePollMs : retryDelayMs(failures, world.random);
    state = { ...state, nextTryAtMs: world.clock() + delay };
    cancelTimer = world.timers.after(delay, () => void nudge());
  };

  const turn = async (): Promise<void> => {
    mismatches = 0;
    do {
      again = false;
      await round().catch(broken);
    } while (again && !closed);
    running = null;
    schedule();
  };

  const nudge = (): Promise<void> => {
    if (closed) return Promise.resolve();
    if (running !== null) {
      again = true;
      return running;
    }
    cancelTimer();
    running = turn();
    return running;
  };

  /** With the line down nobody's recording pays for another try of it: that comes by itself, or when somebody asks. */
  const recorded = (): void => {
    if (failures > 0 && running === null && world.clock() < state.nextTryAtMs) notices.changed();
    else void nudge();
  };

  /** What waits to be sent, as a counter that must move: what the district is known to hold. */
  const standing = (): string | null => {
    const me = enrolment.current();
    return me === null || waitingEvents(stores, me) === 0 ? null : String(stores.acks.of(me).heldSeq);
  };
  const endWatch = startWatchdog(
    world.timers,
    standing,
    () => {
      if (running === null) void nudge();
    },
    world.report,
  );
  // What failed without a network says nothing about the one that has just come.
  const endNetwork = world.network.onUp(() => {
    failures = 0;
    void nudge();
  });

  schedule();
  return {
    state: () => state,
    recorded,
    nudge,
    async close() {
      closed = true;
      endWatch();
      endNetwork();
      cancelTimer();
      abort();
      await running;
    },
  };
}

export const initialLine = (now: number): LineState => ({
  line: 'never-tried',
  sinceMs: now,
  sending: false,
  drained: 0,
  drainTotal: 0,
  nextTryAtMs: now,
  incident: 'none',
  attempts: [],
});

/** What a person must know of: a frozen epoch is a fork that the district has found before. */
function incidentOf(fault: SyncFault | null): Incident | null {
  if (fault?.kind === 'problem' && fault.code === 'epoch-frozen') return 'fork';
  return fault?.kind === 'incident' ? fault.incident : null;
}

const isLineFault = (fault: SyncFault): boolean => fault.kind !== 'incident' && fault.kind !== 'problem';

function lineOf(fault: SyncFault): Line {
  switch (fault.kind) {
    case 'offline':
    case 'captive-portal':
    case 'server-error':
      return fault.kind;
    case 'problem':
      return fault.code === 'protocol-too-old' ? 'update-needed' : 'refused';
    case 'incident':
      return 'refused';
    default:
      return unreachable(fault);
  }
}

function detailOf(fault: SyncFault): string {
  if (fault.kind === 'problem') return fault.code;
  return fault.kind === 'incident' ? fault.incident : fault.detail;
}
