import { hash } from '@node-rs/argon2';
import { beforeEach, expect, test } from 'vitest';
import { openPinGuard, type PinGuard } from '../../../desk/machine/pin-guard.ts';
import type { Stores } from '../../../desk/stores.ts';
import { emptyStores } from '../../support/sync-stores.ts';

let stores: Stores;
let nowMs: number;
let guard: PinGuard;
beforeEach(async () => {
  stores = emptyStores();
  nowMs = 0;
  guard = openPinGuard({ monotonic: () => nowMs }, stores);
  const pinVerifier = await hash('135790', { memoryCost: 8, timeCost: 1, parallelism: 1 });
  const officer = { id: 'trang', name: 'Đỗ Thu Trang', roles: ['reception' as const], pinVerifier };
  stores.officers.put({ ...officer, active: true });
  stores.officers.put({ ...officer, id: 'left', active: false });
});

const answerTo = async (pin: string, officer = 'trang') => {
  const answer = await guard.check(officer, pin);
  return answer.ok ? 'in' : [answer.error.code, ...Object.values(answer.error.values ?? {})].join(' ');
};

test('four wrong ones are told how many are left, the fifth waits 30 s, and each after that twice as long, up to an hour', async () => {
  const told = ['wrong-pin 4', 'wrong-pin 3', 'wrong-pin 2', 'wrong-pin 1'];
  const waits = [30, 60, 120, 240, 480, 960, 1920, 3600, 3600];
  for (const expected of told) expect(await answerTo('000000')).toBe(expected);
  for (const seconds of waits) {
    expect(await answerTo('000000')).toBe(`locked-out ${seconds}`);
    nowMs += seconds * 1000 - 1;
    expect(await answerTo('135790')).toBe('locked-out 1');
    nowMs += 1;
  }
  expect(await answerTo('135790')).toBe('in');
});

test('the right one lets in and forgets the wrong ones', async () => {
  for (let n = 0; n < 4; n += 1) await answerTo('000000');
  expect(await answerTo('135790')).toBe('in');
  expect(await answerTo('000000')).toBe('wrong-pin 4');
});

test('a restart makes the wait begin anew, no longer and no shorter', async () => {
  for (let n = 0; n < 6; n += 1) {
    await answerTo('000000');
    nowMs += 30_000;
  }
  nowMs = 0;
  guard = openPinGuard({ monotonic: () => nowMs }, stores);
  expect(await answerTo('135790')).toBe('locked-out 60');
  nowMs += 60_000;
  expect(await answerTo('135790')).toBe('in');
});

test.each(['left', 'khach'])('%s is nobody who could sign in', async (officer) => {
  expect(await answerTo('135790', officer)).toBe('unknown-officer');
});
