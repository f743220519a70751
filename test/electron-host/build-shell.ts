import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle, type RolldownOptions } from 'rolldown';
import { build as buildPages } from 'vite';

const root = join(import.meta.dirname, '../..');
const fixture = join(import.meta.dirname, 'fixture');

export interface BuiltShell {
  /** Laid out like `dist`. */
  readonly dist: string;
  readonly remove: () => void;
}

/**
 * Builds the shell from the sources as they are.
 * @param inside `shipped`: everything that ships; `fixture`: the shell alone, with a page and a desk of the test's own
 */
export async function buildShell(inside: 'shipped' | 'fixture'): Promise<BuiltShell> {
  mkdirSync(join(root, 'dist'), { recursive: true });
  // Inside the project, so that the packages left out of the bundle are found.
  const dist = mkdtempSync(join(root, 'dist', 'double-'));
  const deskProcess = inside === 'shipped' ? 'electron/desk-process.ts' : join(fixture, 'desk-process.ts');
  const config = (await import(join(root, 'rolldown.config.ts'))) as { default: readonly RolldownOptions[] };
  await bundle(config.default.map((options) => redirect(options, deskProcess, join(dist, 'electron'))));

  const renderer = join(dist, 'renderer');
  if (inside === 'fixture') cpSync(join(fixture, 'page'), renderer, { recursive: true });
  else
    await buildPages({
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: renderer },
    });
  return { dist, remove: () => rmSync(dist, { recursive: true, force: true }) };
}

function redirect(options: RolldownOptions, deskProcess: string, folder: string) {
  const { dir: _dir, file, ...kept } = [options.output ?? {}].flat()[0] ?? {};
  const isPreload = file !== undefined;
  return {
    ...options,
    cwd: root,
    logLevel: 'warn' as const,
    input: isPreload ? 'electron/preload.ts' : { main: 'electron/main.ts', 'desk-process': deskProcess },
    output: { ...kept, ...(isPreload ? { file: join(folder, 'preload.cjs') } : { dir: folder }) },
  };
}
