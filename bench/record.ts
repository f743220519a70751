import { cpSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { openDatabase, transact } from '../db/open.ts';
import { databaseFile } from '../desk/open-desk.ts';
import { draftMaker, signIn } from './calls.ts';
import { idAt, prng } from './prng.ts';
import { spreadOf } from './spread.ts';
import { clockAt, openBenchDesk } from './town.ts';

const bursts = 6;
const burst = 50;

/** The tables that F9 writes, and by what the rows of one dossier are known in each. */
const written = [
  ['event', 'dossier_id = :id'],
  ['dossier', 'id = :id'],
  ['issued_code', 'dossier_id = :id'],
  ['print_job', 'dossier_id = :id'],
  ['person_seen', 'dossier = (SELECT number FROM dossier WHERE id = :id)'],
  ['person_number', 'dossier = (SELECT number FROM dossier WHERE id = :id)'],
] as const;

/**
 * Recording a dossier through the contract against writing the very same rows, each in a transaction of its own that
 * waits for the disk: the two take turns on one machine. Nothing is sent and nothing printed meanwhile.
 * @param dataDir a filled folder; it is added to
 */
export async function measureRecording(dataDir: string): Promise<object> {
  const clock = clockAt('2026-11-20T09:00');
  const draw = prng(31);
  const rawDir = `${dataDir}-raw`;
  cpSync(dataDir, rawDir, { recursive: true });
  const raw = openDatabase(join(rawDir, databaseFile));
  const desk = await openBenchDesk(dataDir, clock);
  const officer = await signIn(desk);
  const drafts = await draftMaker(officer, draw);
  const reading = new Sqlite(join(dataDir, databaseFile), { readonly: true });
  const writeRaw = rawWriter(raw, reading);
  const product: number[] = [];
  const limit: number[] = [];
  for (let n = 0; n < bursts; n += 1) {
    const ids: string[] = [];
    for (let k = 0; k < burst; k += 1) {
      const draft = drafts(idAt(clock.nowMs, draw));
      const from = performance.now();
      await officer.call('intake.receive', { draft, paper: 'a5' });
      if (n > 0) product.push(performance.now() - from);
      ids.push(draft.id);
      clock.nowMs += 60_000;
    }
    const took = ids.map(writeRaw);
    if (n > 0) limit.push(...took);
  }
  reading.close();
  raw.close();
  await desk.close();
  return figuresOf(product, limit);
}

/** @returns writes the rows that the desk has written for a dossier; answers how long that took, milliseconds */
function rawWriter(raw: Database, reading: Database): (id: string) => number {
  const tables = written.map(([table, known]) => {
    const read = reading.prepare<{ id: string }, Record<string, unknown>>(
      `SELECT * FROM ${table} WHERE ${known}`,
    );
    const columns = read.columns().map(({ name }) => name);
    const values = columns.map((name) => `:${name}`).join(', ');
    return {
      read,
      write: raw.prepare(`INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${values})`),
    };
  });
  const words = raw.prepare<[number, string]>('INSERT INTO dossier_words (rowid, words) VALUES (?, ?)');
  const numberOf = reading.prepare<[string], { number: number }>('SELECT number FROM dossier WHERE id = ?');
  return (id) => {
    const rows = tables.map(({ read, write }) => ({ write, rows: read.all({ id }) }));
    const number = numberOf.get(id)?.number ?? 0;
    const from = performance.now();
    transact(raw, () => {
      for (const table of rows) for (const row of table.rows) table.write.run(row);
      words.run(number, 'nguyen thi minh anh chung thuc ban sao tu ban chinh cum 3 xa vong xuien ntma');
    });
    return performance.now() - from;
  };
}

const perSec = (took: readonly number[]): number =>
  Math.round((1000 * took.length) / took.reduce((sum, ms) => sum + ms, 0));

function figuresOf(product: readonly number[], limit: readonly number[]): object {
  const [ours, theirs] = [spreadOf(product), spreadOf(limit)];
  const ratioToLimit = Number((theirs.p50 / ours.p50).toPrecision(3));
  return {
    perSec: perSec(product),
    limitPerSec: perSec(limit),
    ratioToLimit,
    ms: ours,
    limitMs: theirs,
    goal: 'ratioToLimit >= 0.7',
    met: ratioToLimit >= 0.7,
  };
}
