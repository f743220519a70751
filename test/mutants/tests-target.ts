import { join } from 'node:path';
import { createVitest, type TestModule, type TestSpecification } from 'vitest/node';
import type { TestRun } from './test-run.ts';

/** Runs the given test files of the tree it stands in, in their order and in one worker, up to the first failure. */
const root = join(import.meta.dirname, '../..');
const { files, bail } = JSON.parse(process.argv[2] ?? '') as { files: readonly string[]; bail: number };

class InOrder {
  shard = (specs: TestSpecification[]): TestSpecification[] => specs;
  sort = (specs: TestSpecification[]): TestSpecification[] =>
    specs.toSorted((a, b) => placeOf(a.moduleId) - placeOf(b.moduleId));
}

const vitest = await createVitest(
  'test',
  {
    root,
    config: false,
    watch: false,
    include: [...files],
    alias: { electron: join(root, 'test/support/no-electron.ts') },
    isolate: false,
    pool: 'threads',
    maxWorkers: 1,
    bail,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: [{}],
    sequence: { sequencer: InOrder },
    fsModuleCache: true,
    fsModuleCachePath: join(root, '.vitest-cache'),
  },
  { cacheDir: join(root, '.vite') },
);
const { testModules, unhandledErrors } = await vitest.start();
const run: TestRun = {
  failure: firstFailure(testModules) ?? (unhandledErrors.length > 0 ? 'an error outside of tests' : null),
};
console.log(JSON.stringify(run));
process.exit(0);

function firstFailure(modules: readonly TestModule[]): string | null {
  const failed = modules.find((module) => module.state() === 'failed');
  return failed?.relativeModuleId ?? null;
}

function placeOf(moduleId: string): number {
  return files.findIndex((file) => moduleId.endsWith(`/${file}`));
}
