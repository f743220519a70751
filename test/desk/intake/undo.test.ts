import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Counter } from '../../support/counter.ts';
import { type Officer, receive } from '../../support/desk-driver.ts';
import { madeUpPerson } from '../../support/people.ts';
import type { HandClock } from '../../support/test-desk.ts';
import { openTown, type Town } from '../../support/town.ts';

let clock: HandClock;
let town: Town;
let counter: Counter;
/** Somebody else at the same counter. */
let colleague: Officer;
let people = 0;

beforeAll(async () => {
  town = await openTown('2026-11-20T08:00');
  ({ clock, counter } = town);
  colleague = await town.join('hanh');
});
afterAll(() => town.close());
beforeEach(() => {
  clock.nowMs += 120_000;
  people += 1;
});

const secondsLeft = async (officer: Officer, id: string): Promise<number | undefined> =>
  (await officer.call('intake.recent', {})).rows.find((row) => row.id === id)?.undoableForS;

const offersUndo = async (officer: Officer, id: string): Promise<boolean> =>
  (await officer.call('dossier.get', { id })).actions.includes('undo');

describe('undo is offered', () => {
  test.each([
    { after: 0, left: 60 },
    { after: 500, left: 60 },
    { after: 59_000, left: 1 },
    { after: 59_999, left: 1 },
    { after: 60_000, left: 0 },
    { after: 61_000, left: 0 },
  ])('for $left s after $after ms, in the list and in the dossier alike', async ({ after, left }) => {
    const { id } = await receive(counter.officer, madeUpPerson(people));
    clock.nowMs += after;
    expect(await secondsLeft(counter.officer, id)).toBe(left);
    expect(await offersUndo(counter.officer, id)).toBe(left > 0);
  });

  test('to whoever received it, not to a colleague at the same counter, who is refused', async () => {
    const { id } = await receive(counter.officer, madeUpPerson(people));
    expect(await secondsLeft(colleague, id)).toBe(0);
    expect(await offersUndo(colleague, id)).toBe(false);
    expect(await colleague.ask('intake.undo', { id })).toMatchObject({
      ok: false,
      error: [{ code: 'not-permitted' }],
    });
    expect(await secondsLeft(counter.officer, id)).toBe(60);
  });

  test('for no dossier that has gone on, and not twice', async () => {
    const { id: ready } = await receive(counter.officer, madeUpPerson(people));
    const { id: undone } = await receive(counter.officer, madeUpPerson(people + 100));
    await counter.officer.call('dossier.markReady', { id: ready, note: '' });
    await counter.officer.call('intake.undo', { id: undone });
    for (const id of [ready, undone]) {
      expect(await secondsLeft(counter.officer, id)).toBe(0);
      expect(await offersUndo(counter.officer, id)).toBe(false);
    }
  });
});
