import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { archiveFolder } from '../../../desk/footing.ts';
import { databaseFile } from '../../../desk/open-desk.ts';
import { type Counter, openCounter } from '../../support/counter.ts';
import { filledDraft, receive, signIn } from '../../support/desk-driver.ts';
import { madeUpPerson } from '../../support/people.ts';
import { clockAt, type HandClock } from '../../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../../support/test-district.ts';

let clock: HandClock;
let town: TestDistrict;
let counter: Counter;

beforeAll(async () => {
  clock = clockAt('2026-11-20T08:00');
  town = await openTestDistrict(clock);
  counter = await openCounter(town, clock, 0);
});
afterAll(async () => {
  await counter.close();
  await town.district.close();
});
beforeEach(() => {
  clock.nowMs += 60_000;
  counter.printer.printed.length = 0;
});

const retry = () => counter.officer.call('print.retry', {});

test('every receipt is archived under its own hash', async () => {
  await receive(counter.officer, madeUpPerson(1), '1.004873');
  await retry();
  const folder = join(counter.dataDir, archiveFolder);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.pdf'),
  );
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
    expect(file.endsWith(`${hash}.pdf`)).toBe(true);
  }
});

test('a closed printer never stops intake; the backlog is printed in order when there is paper', async () => {
  counter.printer.fault = 'paper-out';
  const codes: string[] = [];
  for (let index = 10; index < 13; index += 1)
    codes.push((await receive(counter.officer, madeUpPerson(index), '1.004873')).code);
  const down = await retry();
  expect(down).toMatchObject({ condition: 'down', unprinted: 3, lastFault: 'paper-out' });
  counter.printer.fault = null;
  expect(await retry()).toMatchObject({ condition: 'ready', unprinted: 0, lastFault: null });
  expect(counter.printer.printed.map((job) => job.jobName.slice(-11))).toEqual(
    codes.map((code) => code.slice(-11)),
  );
});

test('papers that waited are printed after a restart', async () => {
  counter.printer.fault = 'offline';
  await receive(counter.officer, madeUpPerson(20), '1.004873');
  await retry();
  await counter.close();
  counter.printer.fault = null;
  const reopened = await counter.reopen();
  counter = { ...counter, ...reopened, officer: await signIn(reopened.desk) };
  expect(await retry()).toMatchObject({ unprinted: 0 });
  expect(counter.printer.printed).toHaveLength(1);
});

test('a paper that was with the printer when the machine died waits for a person', async () => {
  await receive(counter.officer, madeUpPerson(25), '1.004873');
  await retry();
  await counter.close();
  const db = new Sqlite(join(counter.dataDir, databaseFile));
  db.exec(`UPDATE print_job SET status = 'sending' WHERE id = (SELECT max(id) FROM print_job)`);
  db.close();
  counter.printer.printed.length = 0;
  const reopened = await counter.reopen();
  counter = { ...counter, ...reopened, officer: await signIn(reopened.desk) };
  await receive(counter.officer, madeUpPerson(26), '1.004873');
  expect(await counter.officer.call('print.state', {})).toMatchObject({ lastFault: 'interrupted' });
  await retry();
  expect(counter.printer.printed).toHaveLength(2);
});

test('a reprint carries its number and is a fact of its own', async () => {
  const { id } = await receive(counter.officer, madeUpPerson(30), '1.004873');
  await retry();
  expect(await counter.officer.call('receipt.reprint', { id, reason: 'lost', paper: '80mm' })).toEqual({
    copy: 1,
  });
  expect(await counter.officer.call('receipt.reprint', { id, reason: 'jammed', paper: 'a5' })).toEqual({
    copy: 2,
  });
  await retry();
  const marks = counter.printer.drawn
    .slice(-3)
    .map((form) => (form.form === 'receipt' ? form.marks.join(' ') : form.form));
  expect(marks).toEqual(['', expect.stringMatching(/1/), expect.stringMatching(/2/)]);
  const { journal } = await counter.officer.call('dossier.get', { id });
  expect(journal.map((entry) => entry.type)).toEqual([
    'receipt.reprinted',
    'receipt.reprinted',
    'dossier.received',
  ]);
});

test.each([
  { paper: 'a5', sheet: 'a5', leaves: ['(Liên 2: Giao khách hàng)'], again: 'a5' },
  { paper: 'a5-both', sheet: 'a5', leaves: ['(Liên 1: Lưu)', '(Liên 2: Giao khách hàng)'], again: 'a5' },
  {
    paper: 'a4-both',
    sheet: 'a4-landscape',
    leaves: ['(Liên 1: Lưu)', '(Liên 2: Giao khách hàng)'],
    again: 'a4',
  },
  { paper: '80mm', sheet: '80mm', leaves: ['(Liên 2: Giao khách hàng)'], again: '80mm' },
] as const)(
  'on $paper a new receipt has $leaves.length leaf or leaves, a reprint the citizen’s alone',
  async ({ paper, sheet, leaves, again }) => {
    expect(await counter.officer.call('print.setPaper', { paper })).toMatchObject({ paper });
    const draft = await filledDraft(counter.officer, madeUpPerson(50), '1.004873');
    const { id } = await counter.officer.call('intake.receive', { draft, paper });
    await counter.officer.call('receipt.reprint', { id, reason: 'lost', paper });
    await retry();
    const [original, copy] = counter.printer.drawn.slice(-2);
    const drawn = original?.form === 'receiptLeaves' ? original.leaves : [original];
    expect(original?.paper).toBe(sheet);
    expect(drawn.map((leaf) => (leaf?.form === 'receipt' ? leaf.copyFor : leaf?.form))).toEqual(leaves);
    expect(copy).toMatchObject({ form: 'receipt', paper: again, copyFor: '(Liên 2: Giao khách hàng)' });
  },
);

test('the name of a print job tells nobody who was there', async () => {
  await receive(counter.officer, madeUpPerson(40), '1.004873');
  await retry();
  expect(counter.printer.printed.at(-1)?.jobName).toMatch(/^bien-nhan-\d{6}-\d{4}$/);
});
