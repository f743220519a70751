import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A slow line must not keep an officer waiting for what can be had another time. */
const INSTALL_LIMIT_MS = 90_000;

/**
 * Electron's program, decided by files alone: importing the package where the program is missing would start a
 * download in the middle of it.
 * @returns null when it is not here
 */
export function findElectron(root: string, env: NodeJS.ProcessEnv): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const elsewhere = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile) && elsewhere === undefined) return null;
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron';
  const program = join(elsewhere ?? join(folder, 'dist'), name);
  return existsSync(program) ? program : null;
}

/** Runs the package's own installer once, quietly; whether it worked shows in the files. */
export async function installElectron(root: string): Promise<void> {
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(installer)) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const child = spawn(process.execPath, [installer], { stdio: 'ignore', timeout: INSTALL_LIMIT_MS });
  child.once('error', () => resolve()).once('exit', () => resolve());
  await promise;
}
