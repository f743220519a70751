import type { PrintState } from '../../shared/contract/machine/views.ts';
import { jobName } from '../../shared/forms/base/job-name.ts';
import { receiptPaper } from '../../shared/forms/dossier/receipt-paper.ts';
import { type DeskWorld, nothingToCancel } from '../ports.ts';
import type { Stores } from '../stores.ts';
import type { Archive } from './archive.ts';
import { diskRefusal } from './disk-faults.ts';

export type Paper = PrintState['paper'];

export interface PrintQueue {
  readonly state: () => PrintState;
  /** Works the queue off; returns at once. */
  readonly wake: () => void;
  /** Tries what failed again, oldest first; resolves when the queue is worked off or the printer fails. */
  readonly retry: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** How long a printer that failed is left alone before the next try without being asked. */
const pauseMs = 30_000;

/** One paper at a time, in order, away from the officer's path: intake never waits for a printer. */
export function startPrintQueue(
  world: DeskWorld,
  stores: Stores,
  archive: Archive,
  changed: () => void,
): PrintQueue {
  let running: Promise<void> | null = null;
  let downSinceMs: number | null = null;
  let closed = false;
  let cancelPause = nothingToCancel;
  stores.prints.markInterrupted();

  const state = (): PrintState => {
    const unprinted = stores.prints.waiting();
    const down = downSinceMs !== null || stores.prints.lastFault() !== null;
    return {
      condition: down ? 'down' : running === null ? 'ready' : 'busy',
      unprinted,
      lastFault: stores.prints.lastFault(),
      paper: paperOf(stores),
    };
  };

  const printNext = async (): Promise<boolean> => {
    const job = stores.prints.next();
    if (job === null || closed) return false;
    const fault = await attempt(world, stores, archive, job);
    if (fault === null) {
      downSinceMs = null;
      return true;
    }
    stores.prints.markFailed(job.id, fault);
    pause();
    return false;
  };

  const pause = (): void => {
    downSinceMs = world.clock();
    cancelPause();
    cancelPause = world.timers.after(pauseMs, () => void again(false));
  };

  const work = async (): Promise<void> => {
    let more = false;
    try {
      while (await printNext()) changed();
      // A paper may have been queued between the last look and this line.
      more = downSinceMs === null && stores.prints.next() !== null;
    } catch (cause) {
      // The disk would not even take the note that printing failed; the job stays and is tried again.
      world.report(cause);
      pause();
    }
    running = null;
    changed();
    if (more) wake();
  };

  const wake = (): void => {
    if (closed || running !== null) return;
    running = work();
  };

  const requeue = (askedByPerson: boolean): boolean => {
    try {
      stores.prints.requeueFailed(askedByPerson);
      return true;
    } catch (cause) {
      world.report(cause);
      pause();
      return false;
    }
  };

  const again = async (askedByPerson: boolean): Promise<void> => {
    if (closed) return;
    cancelPause();
    await running;
    if (closed || !requeue(askedByPerson)) return;
    wake();
    await running;
  };

  wake();
  return {
    state,
    wake: () => {
      // A paper that failed goes first: the backlog is printed in the order in which people stood there.
      if (downSinceMs === null) wake();
      else void again(false);
    },
    retry: () => again(true),
    async close() {
      closed = true;
      cancelPause();
      await running;
    },
  };
}

/** Draws, archives and hands over one paper. @returns why it failed, or null */
async function attempt(
  world: DeskWorld,
  stores: Stores,
  archive: Archive,
  job: NonNullable<ReturnType<Stores['prints']['next']>>,
): Promise<string | null> {
  try {
    const pdf = await world.ports.renderPdf(job.form);
    if (!stores.prints.markSending(job.id, archive.keep(pdf))) return null;
    const done = await world.ports.print({
      pdf,
      paper: job.form.paper,
      jobName: jobName(job.form),
    });
    if (!done.ok) return done.fault;
    stores.prints.markSent(job.id, world.clock());
    return null;
  } catch (cause) {
    world.report(cause);
    return diskRefusal(cause)?.code ?? 'drawing-failed';
  }
}

/** What receipts go on here; the citizen's leaf on A5 where nobody has chosen. */
export const paperOf = (stores: Stores): Paper =>
  receiptPaper.safeParse(stores.settings.get('paper')).data ?? 'a5';
