import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DemoDistrict } from '../desk/demo-data.ts';
import { realTimers } from './world.ts';

export interface RunningDistrict extends DemoDistrict {
  readonly close: () => Promise<void>;
}

const START_LIMIT_MS = 120_000;

/**
 * Starts the demo's own district beside its data. A desk stays enrolled at an address, so the port of the first time is
 * taken again.
 * @throws Error when it does not start: often because another program has that port by now
 */
export async function startDemoDistrict(root: string, dataDir: string): Promise<RunningDistrict> {
  const folder = join(dataDir, 'district');
  const portFile = join(dataDir, 'district-port');
  const port = existsSync(portFile) ? readFileSync(portFile, 'utf8').trim() : '0';
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const child = spawn(
    process.execPath,
    ['district/main.ts', '--demo', '--port', port, '--data-dir', folder],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const close = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const cancel = realTimers.after(10_000, () => child.kill('SIGKILL'));
    await gone;
    cancel();
  };
  try {
    const { url, codes } = JSON.parse(await firstLine(child)) as DemoDistrict;
    writeFileSync(portFile, new URL(url).port);
    return { url, codes, close };
  } catch (cause) {
    await close();
    const where = port === '0' ? '' : ` on port ${port}, where this demo's desk knows it`;
    throw new Error(`The demo's district did not start${where}`, { cause });
  }
}

function firstLine(
  child: ChildProcess & { readonly stdout: NonNullable<ChildProcess['stdout']> },
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const cancel = realTimers.after(START_LIMIT_MS, () => reject(new Error('No word from it in time')));
  // The interface goes on reading after the first line, so that the pipe never fills.
  createInterface({ input: child.stdout }).once('line', resolve);
  child.once('error', reject).once('exit', (code) => reject(new Error(`It ended with ${code}`)));
  return promise.finally(cancel);
}
