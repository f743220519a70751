import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { TreeCopy } from './tree.ts';

export interface TestRun {
  /** The test file that failed first, or what else went wrong; null when all is well. */
  readonly failure: string | null;
}

/**
 * Runs test files of a copy in a process of its own. A run that a signal ended says nothing and is made once more.
 * @param bail how many failures end it; 0 for none
 * @param timeoutMs after which it is ended: whoever never ends was noticed
 */
export async function runTests(
  copy: TreeCopy,
  files: readonly string[],
  bail: number,
  timeoutMs: number,
): Promise<TestRun> {
  const once = await runOnce(copy, files, bail, timeoutMs);
  return once.failure === brokenOff ? runOnce(copy, files, bail, timeoutMs) : once;
}

const brokenOff = 'a run that broke off';

function runOnce(
  copy: TreeCopy,
  files: readonly string[],
  bail: number,
  timeoutMs: number,
): Promise<TestRun> {
  const target = join(copy.root, 'test/mutants/tests-target.ts');
  const child = spawn(process.execPath, [target, JSON.stringify({ files, bail })], {
    cwd: copy.root,
    env: { ...process.env, TMPDIR: copy.scratch },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  let late = false;
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, timeoutMs);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      const line = said.trimEnd().split('\n').at(-1) ?? '';
      const failure = late ? 'a timeout' : brokenOff;
      resolve(code === 0 ? (JSON.parse(line) as TestRun) : { failure });
    });
  });
}
