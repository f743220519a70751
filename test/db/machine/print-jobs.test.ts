import { beforeEach, describe, expect, test } from 'vitest';
import type { PrintJobs } from '../../../db/machine/print-jobs.ts';
import { sampleReceipt } from '../../support/sample-receipt.ts';
import { emptyStores } from '../../support/sync-stores.ts';

let prints: PrintJobs;
beforeEach(() => {
  prints = emptyStores().prints;
});

const form = sampleReceipt('a5');
const pdf = 'a'.repeat(64);

/** A job that has come as far as its name says, and its number. */
function jobIn(state: 'queued' | 'sending' | 'sent' | 'failed' | 'interrupted', dossier = state): number {
  prints.queue(dossier, 0, form, 0);
  const id = prints.next()?.id ?? 0;
  if (state === 'queued') return id;
  prints.markSending(id, pdf);
  if (state === 'sent') prints.markSent(id, 1);
  if (state === 'failed') prints.markFailed(id, 'paper-out');
  if (state === 'interrupted') prints.markInterrupted();
  return id;
}

describe('a paper on its way', () => {
  test('is taken in order, and waits until the spooler has it', () => {
    prints.queue('a', 0, form, 0);
    prints.queue('b', 1, form, 0);
    expect(prints.next()).toMatchObject({ dossierId: 'a', copy: 0, form });
    expect(prints.markSending(1, pdf)).toBe(true);
    expect(prints.waiting()).toBe(2);
    expect(prints.next()?.dossierId).toBe('b');
    prints.markSent(1, 5);
    expect(prints.waiting()).toBe(1);
  });

  test.each([
    { state: 'queued' as const, waits: 1, stops: true },
    { state: 'failed' as const, waits: 1, stops: true },
    { state: 'interrupted' as const, waits: 1, stops: true },
    { state: 'sending' as const, waits: 1, stops: false },
    { state: 'sent' as const, waits: 0, stops: false },
  ])('$state: $waits wait, and withdrawing it stops it: $stops', ({ state, waits, stops }) => {
    const id = jobIn(state);
    expect(prints.waiting()).toBe(waits);
    prints.withdraw('somebody else');
    expect(prints.waiting()).toBe(waits);
    prints.withdraw(state);
    expect(prints.waiting()).toBe(stops ? 0 : waits);
    expect(prints.copiesOf(state)).toBe(stops ? 0 : 1);
    if (stops) expect(prints.markSending(id, pdf)).toBe(false);
  });

  test.each(['queued', 'sending', 'failed'] as const)('all that waits is withdrawn at once: %s', (state) => {
    jobIn('sent');
    jobIn(state);
    prints.withdrawWaiting();
    expect(prints.waiting()).toBe(0);
    expect(prints.copiesOf('sent')).toBe(1);
  });

  test.each([
    { state: 'failed' as const, alone: true },
    { state: 'interrupted' as const, alone: false },
  ])('$state goes again by itself: $alone; when a person asks, always', ({ state, alone }) => {
    jobIn(state);
    expect(prints.next()).toBeNull();
    prints.requeueFailed(false);
    expect(prints.next() !== null).toBe(alone);
    prints.requeueFailed(true);
    expect(prints.next()).not.toBeNull();
  });

  test('only what was with the printer is interrupted by a crash', () => {
    jobIn('sent');
    jobIn('failed');
    prints.queue('q', 0, form, 0);
    prints.markInterrupted();
    expect(prints.next()?.dossierId).toBe('q');
    expect(prints.lastFault()).toBe('paper-out');
  });

  test('the last fault is that of the newest paper that failed, and goes with it', () => {
    expect(prints.lastFault()).toBeNull();
    const first = jobIn('failed');
    jobIn('interrupted');
    expect(prints.lastFault()).toBe('interrupted');
    prints.withdraw('interrupted');
    expect(prints.lastFault()).toBe('paper-out');
    prints.markSent(first, 9);
    expect(prints.lastFault()).toBeNull();
  });
});

test('copies are receipts, and reprints the papers asked for again, of one dossier each', () => {
  prints.queue('a', 0, form, 0);
  prints.queue('a', 1, form, 0);
  prints.queue('b', 1, form, 0);
  expect(prints.copiesOf('a')).toBe(2);
  expect(prints.reprintsOf('a')).toBe(1);
  expect(prints.copiesOf('c')).toBe(0);
  expect(prints.reprintsOf('c')).toBe(0);
});
