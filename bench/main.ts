import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCalls } from './calls.ts';
import { fillFolder } from './fill.ts';
import type { Spread } from './spread.ts';
import { clockAt, enrolFolder } from './town.ts';

/**
 * `npm run bench -- calls [--dossiers 1000,10000] [--folder DIR] [--json]`: what every call of a screen takes with so
 * many dossiers on file, and how it grows. Filled folders are kept in DIR and used again.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    dossiers: { type: 'string', default: '1000,10000' },
    folder: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
if (positionals[0] !== 'calls') {
  console.error('Usage: npm run bench -- calls [--dossiers 1000,10000] [--folder DIR] [--json]');
  process.exit(2);
}

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'quay-bench-'));
mkdirSync(folder, { recursive: true });
const sizes = values.dossiers.split(',').map(Number);
const figures: Readonly<Record<string, Spread>>[] = [];
for (const size of sizes) figures.push(await measuredAt(size));
if (values.folder === undefined) rmSync(folder, { recursive: true });
if (!values.json) printTable();
console.log(JSON.stringify({ dossiers: sizes, figures }));
process.exit(0);

async function measuredAt(size: number): Promise<Readonly<Record<string, Spread>>> {
  const filled = join(folder, `dossiers-${size}`);
  if (!existsSync(filled)) {
    const clock = clockAt('2026-11-20T08:00');
    await enrolFolder(filled, clock);
    await fillFolder(filled, size, clock);
  }
  // Measuring records: the filled folder stays as it is.
  const used = join(folder, 'used');
  rmSync(used, { recursive: true, force: true });
  cpSync(filled, used, { recursive: true });
  const measured = await measureCalls(used);
  rmSync(used, { recursive: true });
  return measured;
}

function printTable(): void {
  console.log(['p50 ms (p99)', ...sizes.map(String)].map((text) => text.padStart(20)).join(''));
  for (const name of Object.keys(figures[0] ?? {})) {
    const cells = figures.map((one) => `${one[name]?.p50 ?? '–'} (${one[name]?.p99 ?? '–'})`);
    console.log([name, ...cells].map((text) => text.padStart(20)).join(''));
  }
}
