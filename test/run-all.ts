import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Everything that must hold, in the order in which it fails fastest. `--quick` leaves the browser out and ends at the
 * first thing that fails; the whole run tells all of them.
 */
const quick = process.argv.includes('--quick');
const root = join(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'quay-mot-cua-test-'));

interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** A vitest report to count tests from; other steps count as one. */
  readonly report?: string;
}

const vitest = (name: string): Step => {
  const report = join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, command: 'vitest', args: ['run', '--project', name, ...reporters], report };
};

const steps: readonly Step[] = [
  { name: 'format', command: 'biome', args: ['ci', '.'] },
  { name: 'types', command: 'tsc', args: ['-b'] },
  { name: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'unused code', command: 'knip', args: [] },
  // A rule that only tests reach is no rule yet.
  {
    name: 'rules without a caller',
    command: 'knip',
    args: ['--production', '--config', 'knip.production.json', '--include', 'exports,files'],
  },
  vitest('unit'),
  vitest('component'),
  ...(quick ? [] : [vitest('e2e')]),
];

let passed = 0;
let failed = 0;
const broken: string[] = [];
for (const step of steps) {
  console.log(`\n── ${step.name}`);
  const code = await run(step);
  const counts = step.report === undefined ? null : countsOf(step.report);
  passed += counts?.passed ?? (code === 0 ? 1 : 0);
  // A runner that fails without a failing test (a crash, an unhandled rejection) is a failure all the same.
  const lost = Math.max(counts?.failed ?? 0, code === 0 ? 0 : 1);
  failed += lost;
  if (lost > 0) broken.push(step.name);
  if (quick && broken.length > 0) break;
}
if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function run({ command, args }: Step): Promise<number> {
  const bin = join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${command}.cmd` : command);
  const child = spawn(bin, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((resolve) => {
    child.on('exit', (code) => resolve(code ?? 1));
    child.on('error', () => resolve(1));
  });
}

/** Skipped tests count as failed: nothing may be left out of a green run. */
function countsOf(report: string): { passed: number; failed: number } | null {
  try {
    const said = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
    const left = (said['numPendingTests'] ?? 0) + (said['numTodoTests'] ?? 0);
    return { passed: said['numPassedTests'] ?? 0, failed: (said['numFailedTests'] ?? 0) + left };
  } catch {
    return null;
  }
}
