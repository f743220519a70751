import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const runtimeImport =
  /^(?:import|export)\s+(?!type\b)(?:[^;']*?\sfrom\s+)?'(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm;

/** How many imports away from a test each file is that it loads; types alone load nothing. */
export function reachOf(root: string, test: string): ReadonlyMap<string, number> {
  const away = new Map([[test, 0]]);
  for (const [file, distance] of away) {
    if (!/\.tsx?$/.test(file)) continue;
    for (const target of importsOf(root, file)) if (!away.has(target)) away.set(target, distance + 1);
  }
  return away;
}

function importsOf(root: string, file: string): readonly string[] {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(runtimeImport)]
    .map(([, still, later]) => posix.join(posix.dirname(file), still ?? later ?? ''))
    .filter((target) => existsSync(join(root, target)));
}
