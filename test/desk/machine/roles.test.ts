import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskApi, isMethodName, type MethodName } from '../../../shared/contract/desk-api.ts';
import { dispatchTo, type Handlers } from '../../../shared/contract/dispatch.ts';
import type { Role } from '../../../shared/domain/base/roles.ts';
import { ok } from '../../../shared/result.ts';
import { type Counter, openCounter } from '../../support/counter.ts';
import { atCounter } from '../../support/desk-driver.ts';
import { clockAt, type HandClock } from '../../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../../support/test-district.ts';

const methods = Object.keys(deskApi).filter(isMethodName);
const roles: readonly Role[] = ['reception', 'specialist', 'leader', 'supervisor', 'admin'];

/** Handlers that answer whatever they are asked, so that only the door is tested. */
const open = Object.fromEntries(methods.map((name) => [name, () => ok(null)])) as Record<
  string,
  unknown
> as Handlers;

async function isLetIn(name: MethodName, held: readonly Role[] | null): Promise<boolean> {
  const dispatch = dispatchTo(open, () => (held === null ? null : { id: 'x1', name: 'X', roles: held }));
  const answer = await dispatch(name, {}).catch(() => ok('let in, and its answer was checked'));
  if (answer.ok) return true;
  const [{ code }] = answer.error;
  return code !== 'not-permitted' && code !== 'not-signed-in';
}

describe('who may call what', () => {
  test.each(methods)('%s', async (name) => {
    const { access } = deskApi[name];
    expect(await isLetIn(name, null)).toBe(access === 'anyone');
    for (const role of roles) {
      const expected =
        access === 'anyone' || access === 'officer' || (access as readonly Role[]).includes(role);
      expect(await isLetIn(name, [role]), `${name} as ${role}`).toBe(expected);
    }
  });

  test('a method that is not in the table is refused by name', async () => {
    const answer = await dispatchTo(open, () => null)('toString', {});
    expect(answer).toMatchObject({ ok: false, error: [{ code: 'unknown-method' }] });
  });
});

describe('signing in without a network', () => {
  let clock: HandClock;
  let town: TestDistrict;
  let counter: Counter;

  beforeAll(async () => {
    clock = clockAt('2026-11-20T08:00');
    town = await openTestDistrict(clock);
    counter = await openCounter(town, clock, 0);
    counter.line.trouble = 'down';
  });
  afterAll(async () => {
    await counter.close();
    await town.district.close();
  });

  test('one window signed in does not sign in another', async () => {
    const other = atCounter(counter.desk);
    expect(await other.ask('intake.open', {})).toMatchObject({
      ok: false,
      error: [{ code: 'not-signed-in' }],
    });
  });

  test('wrong PINs are counted, then a wait is asked for that outlives a restart', async () => {
    const other = atCounter(counter.desk);
    const tries = [];
    for (let index = 0; index < 5; index += 1) {
      tries.push(await other.ask('session.signIn', { officer: 'quy', pin: '000000' }));
    }
    expect(tries.map((answer) => (answer.ok ? 'in' : answer.error[0].code))).toEqual([
      'wrong-pin',
      'wrong-pin',
      'wrong-pin',
      'wrong-pin',
      'locked-out',
    ]);
    await counter.close();
    const reopened = await counter.reopen();
    counter = { ...counter, ...reopened };
    const right = { officer: 'quy', pin: '112233' };
    expect(await atCounter(counter.desk).ask('session.signIn', right)).toMatchObject({
      ok: false,
      error: [{ code: 'locked-out', values: { seconds: 30 } }],
    });
    clock.nowMs += 31_000;
    expect(await atCounter(counter.desk).ask('session.signIn', right)).toMatchObject({ ok: true });
  });

  test('the journal names the officer and the role of every act', async () => {
    const leader = atCounter(counter.desk);
    await leader.call('session.signIn', { officer: 'quy', pin: '112233' });
    expect(await leader.ask('intake.open', {})).toMatchObject({ ok: true });
    const view = await leader.call('desk.view', {});
    expect(view.officer).toEqual({ id: 'quy', name: 'Nguyễn Văn Quý', roles: ['leader', 'supervisor'] });
  });
});
