import { globSync } from 'node:fs';
import { reachOf } from './reach.ts';

/**
 * Tests that say little about one line and take long: whole lives, processes that are killed, browsers, screens.
 * They are no reason to let a line go without a test of its own.
 */
const left =
  /^test\/(?:renderer|e2e|electron-host|electron)\/|(?:simulation|kill|planted-bugs|people-model|main)\.test\.ts$/;

/** Tests that wait or open a town for every case: asked only about their own room. */
const slow =
  /(?:live-drafts|clock|browser-shell|publish|issued-codes|oracle|agencies|restored-district)\.test\.ts$/;

/** Sees the bounds of every schema by one hash: comes last, so that what only it notices is known. */
const fingerprint = 'test/protocol-version.test.ts';

export interface TestPlan {
  /** At most `most` of the test files that load this one: those of its own room first, then the nearest. */
  readonly of: (file: string, most: number) => readonly string[];
}

export function planTests(root: string): TestPlan {
  const tests = globSync('test/**/*.test.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !left.test(file));
  const reach = new Map(tests.map((test) => [test, reachOf(root, test)] as const));
  return {
    of(file, most) {
      const away = (test: string): number =>
        (reach.get(test)?.get(file) ?? Infinity) - (isOfRoom(test, file) ? 100 : 0);
      const near = tests
        .filter((test) => test !== fingerprint && away(test) < (slow.test(test) ? 0 : Infinity))
        .toSorted((a, b) => away(a) - away(b) || floorOf(a) - floorOf(b));
      return [...near.slice(0, most), ...(reach.get(fingerprint)?.has(file) ? [fingerprint] : [])];
    },
  };
}

/** Rules are asked in no time, a whole town is not. */
const floorOf = (test: string): number => floors.indexOf(test.split('/')[1] ?? '');
const floors = ['domain', 'text', 'forms', 'protocol', 'db', 'desk', 'sync', 'district'];

/** `desk/cash/cash.ts` and `test/domain/cash/cash-shift.test.ts` are of one subject. */
const isOfRoom = (test: string, file: string): boolean => test.split('/').at(-2) === file.split('/').at(-2);

export const onlyByFingerprint = (noticedBy: string): boolean => noticedBy === fingerprint;
