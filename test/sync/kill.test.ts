import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openProjections } from '../../db/dossier/projections.ts';
import { databaseFile } from '../../desk/open-desk.ts';
import { openCounter } from '../support/counter.ts';
import { filledDraft, receive, signIn } from '../support/desk-driver.ts';
import { findDamage, projectionDigest } from '../support/desk-file.ts';
import { deskFigures } from '../support/figures.ts';
import { madeUpPerson } from '../support/people.ts';
import { clockAt, openTestDesk } from '../support/test-desk.ts';
import { openTestDistrict } from '../support/test-district.ts';

const kills = 50;

interface Run {
  readonly asked: string[];
  readonly acknowledged: Map<string, string>;
}

/** Lets a desk work in a process of its own and kills it at a moment that moves through the save. */
async function killedRun(
  dataDir: string,
  first: number,
  afterAnswers: number,
  delayMs: number,
): Promise<Run> {
  const target = join(import.meta.dirname, 'kill-target.ts');
  const child = spawn(process.execPath, [target, dataDir, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const run: Run = { asked: [], acknowledged: new Map() };
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, id = '', code = ''] = line.split(' ');
    if (word === 'acknowledged') run.acknowledged.set(id, code);
    if (word !== 'asked') continue;
    run.asked.push(id);
    if (run.asked.length > afterAnswers && !child.killed) setTimeout(() => child.kill('SIGKILL'), delayMs);
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return run;
}

test(`killed ${kills} times between F9 and the answer, nothing acknowledged is lost and nothing is there twice`, async () => {
  const clock = clockAt('2018-06-21T08:00');
  const town = await openTestDistrict(clock);
  const counter = await openCounter(town, clock, 0);
  await counter.close();

  const asked = new Set<string>();
  const acknowledged = new Map<string, string>();
  for (let kill = 0; kill < kills; kill += 1) {
    const run = await killedRun(counter.dataDir, kill * 1000, kill % 4, (kill % 10) * 0.7);
    for (const id of run.asked) asked.add(id);
    for (const [id, code] of run.acknowledged) acknowledged.set(id, code);
  }

  const db = new Sqlite(join(counter.dataDir, databaseFile));
  const rows = db.prepare<[], { id: string; code: string }>('SELECT id, code FROM dossier').all();
  const byId = new Map(rows.map(({ id, code }) => [id, code]));
  const lost = [...acknowledged].filter(([id, code]) => byId.get(id) !== code);
  expect(lost).toEqual([]);
  expect(rows.filter(({ id }) => !asked.has(id))).toEqual([]);
  const twice = rows.length - new Set(rows.map(({ code }) => code)).size;
  expect(twice).toBe(0);
  expect(findDamage(db)).toBeNull();
  const kept = projectionDigest(db);
  openProjections(db).rebuild();
  expect(projectionDigest(db)).toBe(kept);
  const jobs = db.prepare<[], { n: number }>('SELECT count(DISTINCT dossier_id) AS n FROM print_job').get();
  expect(jobs?.n).toBe(rows.length);
  db.close();

  // What was asked and not answered is either there or offered again as a draft: ask once more.
  clock.nowMs = Date.now() + 60_000;
  const desk = await openTestDesk({ clock, dataDir: counter.dataDir, series: 9, fetch: counter.line.fetch });
  const officer = await signIn(desk.desk);
  const unanswered = [...asked].filter((id) => !acknowledged.has(id) && byId.has(id));
  for (const id of unanswered) {
    const draft = { ...(await filledDraft(officer, madeUpPerson(1), '1.004873')), id };
    expect(await officer.call('intake.receive', { draft, paper: 'a5' })).toMatchObject({
      id,
      code: byId.get(id),
    });
  }
  await receive(officer, madeUpPerson(999_999));
  await officer.call('sync.now', {});
  await desk.close();
  const theirs = await town.figures();
  expect(deskFigures(counter.dataDir)).toMatchObject({ digest: theirs.digest, dossiers: rows.length + 1 });
  console.log(
    `kill: ${kills} kills, ${asked.size} asked, ${acknowledged.size} acknowledged, ${rows.length} recorded, ` +
      `${unanswered.length} recorded without an answer, ${lost.length} lost, ${twice} twice`,
  );
  await town.district.close();
}, 300_000);
