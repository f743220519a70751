import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalDate } from '../../../shared/domain/base/local-date.ts';
import type { FormDocument } from '../../../shared/forms/base/form.ts';
import type { Counter } from '../../support/counter.ts';
import { type Officer, receive } from '../../support/desk-driver.ts';
import { madeUpPerson } from '../../support/people.ts';
import type { HandClock } from '../../support/test-desk.ts';
import { openTown, type Town } from '../../support/town.ts';

const day = '2026-11-20' as LocalDate;
let clock: HandClock;
let town: Town;
let counter: Counter;
let hanh: Officer;
let quy: Officer;

beforeAll(async () => {
  town = await openTown(`${day}T08:00`);
  ({ clock, counter } = town);
  [hanh, quy] = await Promise.all([town.join('hanh'), town.join('quy')]);
});
afterAll(() => town.close());

async function drawn(count: number): Promise<readonly FormDocument[]> {
  await counter.officer.call('print.retry', {});
  return counter.printer.drawn.slice(-count);
}
const rowsOf = (form: FormDocument | undefined): readonly (readonly string[])[] =>
  form?.form === 'list'
    ? form.pages.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)))
    : [];

test('a day on which nothing happened has nothing to print', async () => {
  expect(await counter.officer.call('books.view', { day })).toEqual({
    day,
    volumes: [],
    results: [],
    batches: [],
  });
  for (const request of [
    { book: 'register', volume: '1/2026', firstPage: 1, lastPage: 1 },
    { book: 'results', day, unit: 'Tư pháp' },
    { book: 'batch', day, first: '019a0000-0000-7000-8000-000000000001' },
  ] as const)
    expect(await counter.officer.ask('books.print', request)).toMatchObject({
      ok: false,
      error: [{ code: 'nothing-to-print' }],
    });
});

test('the register has every line once, in its order, page by page, and strikes out what was voided', async () => {
  const taken: { id: string; code: string }[] = [];
  for (let index = 0; index < 23; index += 1) {
    clock.nowMs += 1000;
    taken.push(await receive(counter.officer, madeUpPerson(index)));
  }
  const last = taken.at(-1);
  await counter.officer.call('intake.undo', { id: last?.id ?? '' });
  const { volumes } = await counter.officer.call('books.view', { day });
  expect(volumes).toEqual([
    {
      volume: '1/2026',
      entries: 23,
      lastNumber: 23,
      firstDay: day,
      lastDay: day,
      pages: 3,
      closing: null,
      may: 'nothing',
      due: false,
    },
  ]);

  await counter.officer.call('books.print', {
    book: 'register',
    volume: '1/2026',
    firstPage: 1,
    lastPage: 3,
  });
  const [whole] = await drawn(1);
  expect(whole).toMatchObject({ form: 'list', paper: 'a4-landscape', title: 'SỔ THEO DÕI HỒ SƠ' });
  expect(rowsOf(whole).map(([, code]) => code)).toEqual(taken.map(({ code }) => code));
  const struck =
    whole?.form === 'list' ? whole.pages.flatMap(({ rows }) => rows).map(({ look }) => look) : [];
  expect(struck).toEqual([...Array.from({ length: 22 }, () => 'plain'), 'struck']);

  await counter.officer.call('books.print', {
    book: 'register',
    volume: '1/2026',
    firstPage: 3,
    lastPage: 9,
  });
  const [end] = await drawn(1);
  expect(rowsOf(end).map(([, code]) => code)).toEqual(taken.slice(20).map(({ code }) => code));
  expect(end).toMatchObject({ cover: null });
});

test.each([
  { firstPage: 4, lastPage: 4, code: 'nothing-to-print' },
  { firstPage: 2, lastPage: 1, code: 'nothing-to-print' },
  { firstPage: 1, lastPage: 51, code: 'too-many-pages' },
])('pages $firstPage to $lastPage are declined: $code', async ({ firstPage, lastPage, code }) => {
  const answer = await counter.officer.ask('books.print', {
    book: 'register',
    volume: '1/2026',
    firstPage,
    lastPage,
  });
  expect(answer).toMatchObject({ ok: false, error: [{ code }] });
});

test('results of a day go by the unit they come from; what was resolved at the counter is not among them', async () => {
  const { id, code } = await receive(counter.officer, madeUpPerson(40), '1.004873');
  await hanh.call('dossier.step', {
    id,
    step: 'dossier.forwarded',
    unit: 'Tư pháp – Hộ tịch',
    officer: null,
    note: '',
  });
  await hanh.call('dossier.step', { id, step: 'dossier.submittedForApproval', note: '' });
  await quy.call('dossier.step', { id, step: 'dossier.resultReady', number: '7', abstract: '' });
  const atOnce = await receive(counter.officer, madeUpPerson(41));
  await counter.officer.call('dossier.markReady', { id: atOnce.id, note: '' });

  const { results } = await counter.officer.call('books.view', { day });
  expect(results).toEqual([{ unit: 'Tư pháp – Hộ tịch', count: 1 }]);
  await counter.officer.call('books.print', { book: 'results', day, unit: 'Tư pháp – Hộ tịch' });
  const [list] = await drawn(1);
  expect(rowsOf(list)).toHaveLength(1);
  expect(rowsOf(list)[0]).toEqual(expect.arrayContaining([code, 'Giấy xác nhận tình trạng hôn nhân']));
});

test('whoever hands in several dossiers can have one receipt for all, in two leaves, with its list', async () => {
  const person = madeUpPerson(50);
  const first = await receive(counter.officer, person);
  const second = await receive(counter.officer, person, '1.004873');
  const { batches } = await counter.officer.call('books.view', { day });
  const batch = { first: first.id, submitter: person.name, count: 2, codes: [first.code, second.code] };
  expect(batches).toContainEqual(batch);
  expect(await counter.officer.call('books.print', { book: 'batch', day, first: first.id })).toEqual({
    papers: 3,
  });
  const [stored, citizen, list] = await drawn(3);
  expect(JSON.stringify(stored)).toContain('Liên 1: Lưu');
  expect(JSON.stringify(citizen)).toContain('Liên 2: Giao khách hàng');
  expect(JSON.stringify(rowsOf(list))).toContain(second.code);
});

test('another day has its own lists', async () => {
  const { results, batches, volumes } = await counter.officer.call('books.view', {
    day: '2026-11-19' as LocalDate,
  });
  expect({ results, batches }).toEqual({ results: [], batches: [] });
  expect(volumes).toHaveLength(1);
});
