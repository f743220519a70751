import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serveDesk } from '../../../desk/browser-shell/http-host.ts';
import type { Answer } from '../../../shared/contract/desk-api.ts';
import type { Counter } from '../../support/counter.ts';
import { atCounter, type Officer, receive } from '../../support/desk-driver.ts';
import { madeUpPerson } from '../../support/people.ts';
import { clockAt, type HandClock } from '../../support/test-desk.ts';
import { openTown, type Town } from '../../support/town.ts';

const rendererDir = join(import.meta.dirname, '../../electron-host/fixture/page');
const right = { officer: 'quy', pin: '112233' };
const wrong = (n: number) => ({ officer: 'quy', pin: String(n).padStart(6, '0') });

const codesOf = (answers: readonly Answer<'session.signIn'>[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const code = answer.ok ? 'in' : answer.error[0].code;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
};

describe('guessing a PIN', () => {
  let clock: HandClock;
  let town: Town;
  let counter: Counter;
  let monotonicMs = 0;

  beforeAll(async () => {
    town = await openTown('2026-11-20T08:00', { monotonic: () => monotonicMs });
    ({ clock, counter } = town);
  });
  beforeEach(async () => {
    monotonicMs += 3_600_000;
    await atCounter(counter.desk).call('session.signIn', right);
  });
  afterAll(() => town.close());

  const signIn = (given: { officer: string; pin: string }) =>
    atCounter(counter.desk).ask('session.signIn', given);

  test('two thousand tries at once are five tries, even when the last one is right', async () => {
    const tries = Array.from({ length: 1999 }, (_, n) => signIn(wrong(n)));
    const answers = await Promise.all([...tries, signIn(right)]);
    expect(codesOf(answers)).toEqual({ 'wrong-pin': 4, 'locked-out': 1996 });
  });

  test('the right one is in when it is among the five', async () => {
    const answers = await Promise.all([signIn(wrong(1)), signIn(wrong(2)), signIn(right), signIn(wrong(3))]);
    expect(codesOf(answers)).toEqual({ 'wrong-pin': 3, in: 1 });
  });

  test('the second person’s PIN is guarded by the same count', async () => {
    const officer: Officer = counter.officer;
    const { id } = await receive(officer, madeUpPerson(1));
    // Only a dossier of the first minute is taken back alone; later a second person agrees.
    clock.nowMs += 120_000;
    const agreed = (pin: string) =>
      officer.ask('dossier.void', { id, reason: 'ghi nhầm', approver: { officer: 'quy', pin } });
    const guesses = Array.from({ length: 60 }, (_, n) => agreed(wrong(n).pin));
    const answers = await Promise.all([...guesses, agreed(right.pin)]);
    expect(answers.filter(({ ok }) => ok)).toEqual([]);
    const { row } = await officer.call('dossier.get', { id });
    expect(row.status).toBe('received');
  });

  test('a clock that is put forward lifts no wait, one that was put back makes none longer', async () => {
    for (let n = 0; n < 5; n += 1) await signIn(wrong(n));
    clock.nowMs += 62 * 60_000;
    expect(await signIn(right)).toMatchObject({
      ok: false,
      error: [{ code: 'locked-out', values: { seconds: 30 } }],
    });
    clock.nowMs -= 400 * 86_400_000;
    monotonicMs += 30_001;
    expect(await signIn(right)).toMatchObject({ ok: true });
    clock.nowMs = clockAt('2026-11-20T08:30').nowMs;
  });

  test('no wait is longer than an hour', async () => {
    for (let n = 0; n < 20; n += 1) {
      await signIn(wrong(n));
      monotonicMs += 3_600_000;
    }
    expect(await signIn(right)).toMatchObject({ ok: true });
  });

  test('a burst over the loopback host meets the same lock', async () => {
    const host = await serveDesk({ desk: counter.desk, rendererDir, port: 0 });
    const entered = await fetch(host.url, { redirect: 'manual' });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const over = async (input: { officer: string; pin: string }) => {
      const answer = await fetch(`${host.origin}/call`, {
        method: 'POST',
        headers: { cookie, origin: host.origin, 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'session.signIn', input }),
      });
      return ((await answer.json()) as { answer: Answer<'session.signIn'> }).answer;
    };
    const tries = Array.from({ length: 500 }, (_, n) => over(wrong(n)));
    const answers = await Promise.all([...tries, over(right)]);
    expect(codesOf(answers)).toEqual({ 'wrong-pin': 4, 'locked-out': 497 });
    await host.close();
  });
});
