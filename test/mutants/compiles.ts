import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TreeCopy } from './tree.ts';

/** Whether the three floors of the desk have no error of types. The compiler goes on from its last look. */
export async function compiles({ root }: TreeCopy): Promise<boolean> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const child = spawn(process.execPath, [tsc, '-b', 'desk'], { cwd: root, stdio: 'ignore' });
  const [code] = (await once(child, 'close')) as [number | null];
  return code === 0;
}
