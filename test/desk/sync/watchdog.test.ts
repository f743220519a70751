import { expect, test } from 'vitest';
import { startWatchdog, watchdogMs } from '../../../desk/sync/watchdog.ts';

/** A watch over a counter that the test sets; `minute` lets a minute pass. */
function watched(standing: () => string | null) {
  const due: (() => void)[] = [];
  const seen = { woken: 0, reported: [] as unknown[], cancelled: 0, waits: [] as number[] };
  const timers = {
    after: (ms: number, run: () => void) => {
      seen.waits.push(ms);
      due.push(run);
      return () => {
        seen.cancelled += 1;
      };
    },
  };
  const end = startWatchdog(
    timers,
    standing,
    () => {
      seen.woken += 1;
    },
    (cause) => seen.reported.push(cause),
  );
  return { seen, end, minute: () => due.shift()?.() };
}

test.each([
  { name: 'what moves is left alone', counters: ['1', '2', '3'], woken: 0 },
  { name: 'what stands where it stood a minute ago is tried again', counters: ['1', '1', '1'], woken: 2 },
  { name: 'nothing waits, nothing is tried', counters: [null, null, null], woken: 0 },
  { name: 'what waits anew gets its minute', counters: ['1', null, '1'], woken: 0 },
])('$name', ({ counters, woken }) => {
  const left = [...counters];
  const { seen, minute } = watched(() => left.shift() ?? null);
  for (const _ of counters) minute();
  expect(seen.woken).toBe(woken);
  expect(seen.waits).toEqual([watchdogMs, watchdogMs, watchdogMs, watchdogMs]);
});

test('a counter that cannot be read is told and looked at again; when it is ended it looks no more', () => {
  const fault = new Error('disk');
  const { seen, minute, end } = watched(() => {
    throw fault;
  });
  minute();
  minute();
  expect(seen.reported).toEqual([fault, fault]);
  end();
  expect(seen.cancelled).toBe(1);
});
