import { beforeEach, describe, expect, test } from 'vitest';
import { startPrintQueue } from '../../../desk/machine/print-queue.ts';
import type { DeskWorld } from '../../../desk/ports.ts';
import type { Stores } from '../../../desk/stores.ts';
import { sampleReceipt } from '../../support/sample-receipt.ts';
import { emptyStores } from '../../support/sync-stores.ts';

const form = sampleReceipt('a5');
let stores: Stores;
beforeEach(() => {
  stores = emptyStores();
});

type Outcome = 'printed' | 'paper-out' | 'cannot be drawn';

/** A queue over a printer that does what the test says, one outcome a paper; then it prints. */
function queueWith(...outcomes: Outcome[]) {
  const seen = { printed: [] as string[], waits: [] as number[], cancelled: 0, reported: 0, changed: 0 };
  const due: (() => void)[] = [];
  let said: Outcome = 'printed';
  const world = {
    clock: () => 7000,
    report: () => {
      seen.reported += 1;
    },
    timers: {
      after: (ms: number, run: () => void) => {
        seen.waits.push(ms);
        due.push(run);
        return () => {
          seen.cancelled += 1;
        };
      },
    },
    ports: {
      renderPdf: () => {
        said = outcomes.shift() ?? 'printed';
        return said === 'cannot be drawn'
          ? Promise.reject(new Error(said))
          : Promise.resolve(new Uint8Array(1));
      },
      print: (request: { jobName: string }) => {
        if (said !== 'printed') return Promise.resolve({ ok: false, fault: said });
        seen.printed.push(request.jobName);
        return Promise.resolve({ ok: true });
      },
    },
  } as unknown as DeskWorld;
  const archive = { keep: () => 'a'.repeat(64), read: () => new Uint8Array(1) };
  const queue = startPrintQueue(world, stores, archive, () => {
    seen.changed += 1;
  });
  return { queue, seen, passPause: () => due.pop()?.() };
}

const put = (...dossiers: readonly string[]): void => {
  for (const dossier of dossiers) stores.prints.queue(dossier, 0, form, 0);
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('papers', () => {
  test('that waited at the start are printed, one after another, and every one is told', async () => {
    put('a', 'b', 'c');
    const { queue, seen } = queueWith();
    expect(queue.state()).toMatchObject({ condition: 'busy', unprinted: 3, lastFault: null, paper: 'a5' });
    await settled();
    expect(seen.printed).toHaveLength(3);
    expect(seen.changed).toBe(4);
    expect(queue.state()).toMatchObject({ condition: 'ready', unprinted: 0 });
  });

  test('queued later are printed when the queue is woken', async () => {
    const { queue, seen } = queueWith();
    await settled();
    put('a');
    queue.wake();
    await settled();
    expect(seen.printed).toHaveLength(1);
    expect(stores.prints.copiesOf('a')).toBe(1);
  });
});

describe('a printer that fails', () => {
  test('is left alone for half a minute and then tried again by itself, oldest first', async () => {
    put('a', 'b');
    const { queue, seen, passPause } = queueWith('paper-out');
    await settled();
    expect(queue.state()).toMatchObject({ condition: 'down', unprinted: 2, lastFault: 'paper-out' });
    expect(seen.waits).toEqual([30_000]);
    passPause();
    await settled();
    expect(queue.state()).toMatchObject({ condition: 'ready', unprinted: 0, lastFault: null });
    expect(seen.printed).toHaveLength(2);
  });

  test('is tried again with the failed paper first where a new one comes', async () => {
    put('a');
    const { queue, seen } = queueWith('paper-out');
    await settled();
    put('b');
    queue.wake();
    await settled();
    expect(seen.printed).toHaveLength(2);
    expect(queue.state().condition).toBe('ready');
  });

  test('stays down, told once, while it goes on failing', async () => {
    put('a', 'b');
    const { queue, seen, passPause } = queueWith('paper-out', 'paper-out');
    await settled();
    passPause();
    await settled();
    expect(queue.state()).toMatchObject({ condition: 'down', unprinted: 2 });
    expect(seen.waits).toEqual([30_000, 30_000]);
    await queue.retry();
    expect(queue.state()).toMatchObject({ condition: 'ready', unprinted: 0 });
  });

  test('a paper that cannot be drawn is told as such, and reported', async () => {
    put('a');
    const { queue, seen } = queueWith('cannot be drawn');
    await settled();
    expect(queue.state().lastFault).toBe('drawing-failed');
    expect(seen.reported).toBe(1);
  });
});

describe('a paper of which nobody knows whether it came out', () => {
  test('is printed again only when a person asks', async () => {
    put('a');
    stores.prints.markSending(1, 'a'.repeat(64));
    const { queue, seen } = queueWith();
    await settled();
    expect(queue.state()).toMatchObject({ condition: 'down', unprinted: 1, lastFault: 'interrupted' });
    queue.wake();
    await settled();
    expect(seen.printed).toHaveLength(0);
    await queue.retry();
    expect(seen.printed).toHaveLength(1);
  });
});

test('closed, it prints nothing more, whoever asks', async () => {
  const { queue, seen } = queueWith();
  await queue.close();
  put('a');
  queue.wake();
  await queue.retry();
  expect(seen.printed).toEqual([]);
  expect(queue.state().unprinted).toBe(1);
});

test.each([
  { kept: null, paper: 'a5' },
  { kept: '80mm', paper: '80mm' },
  { kept: 'papyrus', paper: 'a5' },
])('with $kept chosen, receipts go on $paper', ({ kept, paper }) => {
  if (kept !== null) stores.settings.set('paper', kept);
  expect(queueWith().queue.state().paper).toBe(paper);
});
