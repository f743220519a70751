import { type Counter, openCounter } from './counter.ts';
import { type Officer, signIn } from './desk-driver.ts';
import { clockAt, type HandClock, type TestWorld } from './test-desk.ts';
import { openTestDistrict, type TestDistrict } from './test-district.ts';

/** A district with its first counter, where `trang` works. */
export interface Town {
  readonly clock: HandClock;
  readonly district: TestDistrict;
  readonly counter: Counter;
  /** Somebody else, signed in at the same counter. */
  readonly join: (officer: keyof typeof pins) => Promise<Officer>;
  readonly close: () => Promise<void>;
}

const pins = { trang: '135790', hanh: '246810', quy: '112233' } as const;

/** @param local when it opens, at the counter's clock. @param given what is not usual about the counter's machine */
export async function openTown(local = '2026-11-20T08:00', given: TestWorld = {}): Promise<Town> {
  const clock = clockAt(local);
  const district = await openTestDistrict(clock);
  const counter = await openCounter(district, clock, 0, given);
  return {
    clock,
    district,
    counter,
    join: (officer) => signIn(counter.desk, officer, pins[officer]),
    async close() {
      await counter.close();
      await district.district.close();
    },
  };
}
