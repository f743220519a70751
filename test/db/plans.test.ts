import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openCounter } from '../support/counter.ts';
import { receive } from '../support/desk-driver.ts';
import { madeUpPerson } from '../support/people.ts';
import { clockAt } from '../support/test-desk.ts';
import { openTestDistrict } from '../support/test-district.ts';

/** Tables that grow with every dossier, and the names they go by in statements. */
const growing = 'dossier|d|event|e|print_job|taking|t|person_\\w+|p|s|issued_code|dossier_words|w';

/** Statements that may walk or sort one of them, known by a part of theirs, and why. */
const allowed: readonly (readonly [string, string])[] = [
  ['SELECT DISTINCT dossier_id FROM event', 'a rebuild reads everything'],
  ['DELETE FROM', 'a rebuild empties the tables'],
  ['SELECT count(*) AS n FROM event', 'asked by hand'],
  ['WHERE dossier_id = ? ORDER BY feed_seq', 'the few facts of one dossier'],
  ['dossier_id IS NULL AND type >= ?', 'facts of drawers and of the office: a handful a day'],
  ['WHERE reviews > 0', 'dossiers in review, by an index of them alone'],
  ["status IN ('queued', 'sending', 'failed')", 'papers that wait, by an index of them alone'],
  ['GROUP BY symbol, serial', 'serials of receipts, by their index alone'],
  ["d.clock <> 'ended' ORDER BY due_at", 'open dossiers, by an index of them alone'],
  ['(SELECT count(*) FROM dossier d WHERE', 'open dossiers, counted in indexes of them alone'],
  ['WHERE t.shift = ?', 'the takings of one shift'],
  ['json_each(:beginnings)', 'the few numbers that begin so'],
  ['ORDER BY last_seen DESC', 'names that share every word that was typed'],
  ['ORDER BY dossier DESC LIMIT :limit', 'dossiers of people who answer'],
  ['< ? || char(1114111) ORDER BY number', 'codes with the same end, one a day and counter'],
  ['< :end || char(1114111) ORDER BY d.number', 'codes with the same end, one a day and counter'],
];

let db: Database;
const asked = new Set<string>();

beforeAll(async () => {
  const spy = vi.spyOn(Sqlite.prototype, 'prepare');
  const clock = clockAt('2026-11-20T09:00');
  const town = await openTestDistrict(clock);
  const counter = await openCounter(town, clock, 0);
  const { officer } = counter;
  const { id, code } = await receive(officer, madeUpPerson(3));
  await officer.call('sync.now', {});
  const queries = ['', code, '1001', 'nguyen an', 'Nguyễn', 'nva', '0912345678', '001189', 'EA1234567'];
  for (const filter of ['todo', 'overdue', 'unanswered', 'today', 'ready', 'all'] as const) {
    for (const query of queries) {
      await officer.call('dossier.list', { filter, query, after: null });
      await officer.call('dossier.list', { filter, query, after: { dueAt: '2026-11-20T09:00', id } });
    }
  }
  for (const query of queries) {
    await officer.call('person.find', { query });
    await officer.call('dossier.find', { query });
    await officer.call('petition.list', { query });
  }
  await officer.call('dossier.byReceipt', { text: code });
  await officer.call('books.view', { day: '2026-11-20' as never });
  await officer.call('cash.view', {});
  await officer.call('edition.view', {});
  await officer.call('intake.undo', { id });
  for (const [sql] of spy.mock.calls) asked.add(sql);
  db = new Sqlite(join(counter.dataDir, 'desk.db'), { readonly: true });
  spy.mockRestore();
});
afterAll(() => db.close());

test('no statement walks or sorts a table that grows with every dossier', () => {
  const walking = [...asked]
    .filter((sql) => !allowed.some(([part]) => flat(sql).includes(part)))
    .flatMap((sql) => {
      const steps = planOf(sql).filter((step) => isCostly(step, flat(sql)));
      return steps.length === 0 ? [] : [[flat(sql), ...steps].join('\n  ')];
    });
  expect(walking).toEqual([]);
  expect(asked.size).toBeGreaterThan(100);
});

test.each([
  ["clock = 'runs'", 'dossier_runs'],
  [`d.clock <> 'ended' OR d.status IN ('resultReady', 'returnedWithoutResult')`, 'dossier_todo'],
  ['WHERE d.answer_by IS NOT NULL', 'dossier_unanswered'],
  [`WHERE d.status IN ('resultReady', 'returnedWithoutResult')`, 'dossier_ready'],
])('pages and counts of the group "%s" walk the index of that group', (condition, index) => {
  const pages = [...asked].filter((sql) => flat(sql).includes(condition) && !/MATCH|code_reversed/.test(sql));
  expect(pages.length).toBeGreaterThan(1);
  for (const sql of pages) expect(planOf(sql).join('\n'), sql).toContain(index);
});

test.each(allowed)('what is allowed for "%s" is still asked', (part) => {
  expect([...asked].some((sql) => flat(sql).includes(part))).toBe(true);
});

function planOf(sql: string): readonly string[] {
  const names = [...new Set(sql.match(/:[a-zA-Z]\w*/g) ?? [])];
  const places = sql.match(/\?/g)?.length ?? 0;
  const values: unknown[] =
    names.length > 0
      ? [Object.fromEntries(names.map((name) => [name.slice(1), 1]))]
      : Array<number>(places).fill(1);
  const rows = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
  return rows.map(({ detail }) => detail);
}

/** A sort, or a walk that does not end with the page it was asked for. */
function isCostly(step: string, sql: string): boolean {
  if (/TEMP B-TREE/.test(step)) return new RegExp(`\\b(FROM|JOIN) (${growing})\\b`).test(sql);
  const how = new RegExp(`^SCAN (?:${growing})\\b(.*)`).exec(step)?.[1];
  if (how === undefined || how.includes('VIRTUAL TABLE')) return false;
  const isPage = how.includes('USING') && / ORDER BY .* LIMIT /.test(sql);
  // In the index of all dossiers a page is near only where every one of them belongs to it.
  return !isPage || (how.includes('dossier_due') && !sql.includes('WHERE true'));
}

const flat = (sql: string): string => sql.replaceAll(/\s+/g, ' ').trim();
