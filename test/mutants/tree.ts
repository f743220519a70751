import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TreeCopy {
  readonly root: string;
  /** What the tests write beside the tree; it goes with the copy. */
  readonly scratch: string;
  readonly remove: () => void;
}

/** A copy of the tree as it stands, uncommitted changes included: nothing is ever changed in the tree itself. */
export function copyTree(of: string): TreeCopy {
  const root = mkdtempSync(join(tmpdir(), 'mutants-'));
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: of, encoding: 'utf8' }).split('\0');
  for (const file of listed.filter((one) => one !== '' && existsSync(join(of, one)))) {
    cpSync(join(of, file), join(root, file));
  }
  symlinkSync(join(of, 'node_modules'), join(root, 'node_modules'), 'junction');
  const scratch = join(root, '.scratch');
  mkdirSync(scratch);
  return { root, scratch, remove: () => rmSync(root, { recursive: true, force: true }) };
}
