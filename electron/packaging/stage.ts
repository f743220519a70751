import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Platform } from './stub.ts';

/** What of the project goes into a package; the modules are those of `dependencies`, for the platform it is packed for. */
const parts = ['dist/electron', 'dist/renderer', 'package.json', 'package-lock.json', 'LICENSE'];

/**
 * Lays out one platform's application: the built files and the native modules of that platform, as the lock file names them.
 * @throws Error when its modules cannot be had
 */
export function stage(root: string, folder: string, platform: Platform): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  const ended = spawnSync(
    'npm',
    [
      'ci',
      '--omit=dev',
      '--ignore-scripts',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      `--os=${platform}`,
      '--cpu=x64',
      ...(platform === 'linux' ? ['--libc=glibc'] : []),
    ],
    { cwd: folder, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' },
  );
  if (ended.status !== 0) throw new Error(`The modules for ${platform} could not be laid out`);
}
