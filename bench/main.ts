import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCalls } from './calls.ts';
import { fillFolder } from './fill.ts';
import { measureRecording } from './record.ts';
import type { Spread } from './spread.ts';
import { clockAt, enrolFolder } from './town.ts';

/**
 * `npm run bench -- calls|record [--dossiers 1000,10000] [--folder DIR] [--json]`. `calls`: what every call of a screen
 * takes with so many dossiers on file. `record`: receiving a dossier against writing the same rows. The last line is one
 * JSON object. Filled folders are kept in DIR and used again.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    dossiers: { type: 'string', default: '1000,10000' },
    folder: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const [bench] = positionals;
if (bench !== 'calls' && bench !== 'record') {
  console.error('Usage: npm run bench -- calls|record [--dossiers 1000,10000] [--folder DIR] [--json]');
  process.exit(2);
}

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'quay-bench-'));
mkdirSync(folder, { recursive: true });
const sizes = values.dossiers.split(',').map(Number);
const figures: Readonly<Record<string, Spread>>[] = [];
const records: object[] = [];
for (const size of sizes) {
  if (bench === 'record') records.push(await on(size, measureRecording));
  else figures.push(await on(size, measureCalls));
}
if (values.folder === undefined) rmSync(folder, { recursive: true });
if (!values.json && bench === 'calls') printTable();
console.log(JSON.stringify({ dossiers: sizes, figures: bench === 'record' ? records : figures }));
process.exit(0);

/** Measuring records, so it has a copy: the filled folder stays as it is. */
async function on<T>(size: number, measure: (dataDir: string) => Promise<T>): Promise<T> {
  const filled = join(folder, `dossiers-${size}`);
  if (!existsSync(filled)) {
    const clock = clockAt('2026-11-20T08:00');
    await enrolFolder(filled, clock);
    await fillFolder(filled, size, clock);
  }
  const used = join(mkdtempSync(join(folder, 'used-')), 'desk');
  cpSync(filled, used, { recursive: true });
  const measured = await measure(used);
  rmSync(dirname(used), { recursive: true });
  return measured;
}

function printTable(): void {
  console.log(['p50 ms (p99)', ...sizes.map(String)].map((text) => text.padStart(20)).join(''));
  for (const name of Object.keys(figures[0] ?? {})) {
    const cells = figures.map((one) => `${one[name]?.p50 ?? '–'} (${one[name]?.p99 ?? '–'})`);
    console.log([name, ...cells].map((text) => text.padStart(20)).join(''));
  }
}
