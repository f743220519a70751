import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseFile } from '../../desk/open-desk.ts';
import { publishEdition } from '../../district/catalogue/editions.ts';
import { day } from '../../shared/domain/base/local-date.ts';
import { decree61 } from '../../shared/domain/catalogue/rule-set.ts';
import { receiptCode } from '../../shared/domain/dossier/receipt-code.ts';
import { defaultFormOptions } from '../../shared/forms/base/form-options.ts';
import { seedCalendar, seedCatalogue } from '../../shared/seed/editions.ts';
import { type Counter, openCounter } from '../support/counter.ts';
import { atCounter, type Officer, receive, signIn } from '../support/desk-driver.ts';
import { deskFigures } from '../support/figures.ts';
import { madeUpPerson } from '../support/people.ts';
import { clockAt, type HandClock } from '../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../support/test-district.ts';

let clock: HandClock;
let town: TestDistrict;
let one: Counter;
let two: Counter;
let quy: Officer;

/** Three working days from Monday 16 November 2026 end on Thursday the 19th. */
beforeAll(async () => {
  clock = clockAt('2026-11-16T09:00');
  town = await openTestDistrict(clock);
  one = await openCounter(town, clock, 0);
  two = await openCounter(town, clock, 1);
  quy = atCounter(one.desk);
  await quy.call('session.signIn', { officer: 'quy', pin: '112233' });
});
afterAll(async () => {
  await one.close();
  await two.close();
  await town.district.close();
});

async function settle(): Promise<void> {
  for (const counter of [one, two, one, two]) await counter.officer.call('sync.now', {});
}
async function restarted(counter: Counter, officer: string, pin: string): Promise<Counter> {
  await counter.close();
  return opened(counter, officer, pin);
}

async function opened(counter: Counter, officer: string, pin: string): Promise<Counter> {
  const desk = await counter.reopen();
  return { ...counter, ...desk, officer: await signIn(desk.desk, officer, pin) };
}

const validFrom = day('2026-11-16');
const wednesdayOff = {
  validFrom,
  edition: {
    ...seedCalendar(),
    edition: '2026-b',
    exceptions: [
      ...seedCalendar().exceptions,
      { date: day('2026-11-18'), kind: 'compensatory', name: 'Nghỉ bù' },
    ],
  },
};
const publish = (kind: Parameters<typeof publishEdition>[1], edition: object) =>
  publishEdition(town.district.db, kind, JSON.stringify(edition));

describe('a new calendar', () => {
  test('lists the receipts it makes wrong, changes none by itself, and re-dates them by a fact with its paper', async () => {
    const { id, code } = await receive(one.officer, madeUpPerson(1), '1.004873');
    const atOnce = await receive(one.officer, madeUpPerson(2));
    await settle();
    expect((await one.officer.call('edition.view', {})).affected).toEqual([]);

    expect(await publish('calendar', wednesdayOff)).toEqual(['09739']);
    expect(await publish('calendar', wednesdayOff)).toEqual([]);
    await settle();
    const { calendar, affected } = await one.officer.call('edition.view', {});
    expect(calendar).toBe('2026-b');
    expect(affected).toMatchObject([{ id, dueAt: '2026-11-19T09:00', newDueAt: '2026-11-20T09:00' }]);
    expect((await one.officer.call('dossier.get', { id })).dueAt).toBe('2026-11-19T09:00');

    expect(await quy.ask('edition.redate', { reason: ' ' })).toMatchObject({
      error: [{ code: 'reason-missing', field: 'reason' }],
    });
    expect(await quy.call('edition.redate', { reason: 'Nghỉ bù theo thông báo' })).toEqual({ redated: 1 });
    expect(await quy.call('edition.redate', { reason: 'Nghỉ bù theo thông báo' })).toEqual({ redated: 0 });
    await quy.call('print.retry', {}).catch(() => one.officer.call('print.retry', {}));
    expect(one.printer.drawn.at(-1)).toMatchObject({
      marks: ['CẤP LẠI LẦN 1 – THAY GIẤY CŨ'],
      qr: { text: receiptCode(code, 1) },
      due: { value: expect.stringContaining('20/11/2026') },
    });
    await settle();
    const seen = await two.officer.call('dossier.get', { id });
    expect(seen).toMatchObject({ dueAt: '2026-11-20T09:00', promisedAt: '2026-11-19T09:00' });
    expect(seen.journal[0]).toMatchObject({
      type: 'dossier.redated',
      body: { calendarEdition: '2026-b', reason: 'Nghỉ bù theo thông báo' },
    });
    expect((await two.officer.call('dossier.get', { id: atOnce.id })).journal).toHaveLength(1);
    const { digest } = await town.figures();
    expect(deskFigures(one.dataDir).digest).toBe(digest);
    expect(deskFigures(two.dataDir).digest).toBe(digest);
  });

  test('counts the next receipts, and survives a restart', async () => {
    const { id } = await receive(two.officer, madeUpPerson(3), '1.004873');
    expect((await two.officer.call('dossier.get', { id })).dueAt).toBe('2026-11-20T09:00');
    expect(await two.officer.call('desk.view', {})).toMatchObject({ calendarEdition: '2026-b' });
  });
});

describe('a new catalogue', () => {
  test('of changes replaces what it names; what has ended is refused by name, and old dossiers keep their term', async () => {
    const old = await receive(one.officer, madeUpPerson(4), '1.004873');
    const named = seedCatalogue().procedures.find(({ code }) => code === '1.004873');
    if (named === undefined) throw new Error('No 1.004873');
    const decision = { number: '12/QĐ', date: validFrom, agency: 'UBND TP' };
    const replaced = {
      ...named,
      term: { unit: 'working_day', value: 10 },
      steps: undefined,
      change: { kind: 'replaced', decision, effectiveOn: validFrom, successor: '2.000815' },
    };
    expect((await one.officer.call('edition.view', {})).changes, 'what it was shipped with').toEqual([]);
    const changes = {
      ...seedCatalogue(),
      edition: '2026-12',
      base: '2026-11-1',
      validFrom,
      procedures: [replaced],
    };
    await publish('catalogue', changes);
    await settle();
    const view = await one.officer.call('edition.view', {});
    expect(view.changes).toMatchObject([{ code: '1.004873', what: 'ended' }]);
    expect(await one.officer.call('procedure.find', { query: '1.004873' })).toEqual([]);
    expect(await one.officer.call('procedure.find', { query: 'chứng thực bản sao' })).not.toEqual([]);
    const { draft } = await one.officer.call('intake.open', {});
    const preview = await one.officer.call('intake.preview', { ...draft, procedureCode: '1.004873' });
    expect(preview.refusals).toContainEqual(
      expect.objectContaining({ code: 'procedure-replaced', field: 'procedureCode' }),
    );

    // A supplement restarts the term of the intake's day: three days, not ten.
    const step = { id: old.id, note: '' };
    await quy.call('dossier.step', { ...step, step: 'dossier.forwarded', unit: 'Tư pháp', officer: null });
    await quy.call('dossier.step', {
      id: old.id,
      step: 'dossier.supplementRequested',
      items: ['Tờ khai'],
      reason: 'Thiếu',
      legalBasis: 'Điều 36 Luật Hộ tịch',
      answerBy: null,
      approver: null,
    });
    const resumed = await quy.call('dossier.step', {
      id: old.id,
      step: 'dossier.supplementReceived',
      items: ['Tờ khai'],
    });
    expect(resumed.dueAt).toBe('2026-11-20T09:00');
  });

  test('whose base is missing waits, and is read when the base is there', async () => {
    const base = { ...seedCatalogue(), edition: '2027-a', validFrom: day('2027-01-01') };
    const [first] = base.procedures;
    const later = {
      ...base,
      edition: '2027-b',
      base: '2027-a',
      procedures: [{ ...first, shortName: 'Mới' }],
    };
    await publish('catalogue', later);
    await settle();
    const waiting = () => deferredKinds(one.dataDir);
    expect(waiting()).toEqual(['catalogue']);
    await publish('catalogue', base);
    await settle();
    one = await restarted(one, 'trang', '135790');
    expect(waiting()).toEqual([]);
  });
});

describe('rules and forms of the office', () => {
  test('a second supplement is allowed where the rule set says so', async () => {
    await publish('rules', { validFrom, edition: { ...decree61, edition: 'thử', supplementLimit: 2 } });
    await settle();
    expect(await one.officer.call('desk.view', {})).toMatchObject({ rulesEdition: 'thử' });
  });

  test('header, local lines and paper are the office’s from its day on; a reprint keeps those of its own day', async () => {
    const before = await receive(one.officer, madeUpPerson(5), '1.001022');
    clock.nowMs += 86_400_000;
    const edition = {
      ...defaultFormOptions,
      edition: '2026-x',
      header: { agency: 'UBND HUYỆN PHÚC THỌ', desk: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG' },
      localLines: [{ label: 'Đường dây nóng:', value: '1022' }],
    };
    await publish('forms', { validFrom: day('2026-11-17'), edition });
    await settle();
    const after = await receive(one.officer, madeUpPerson(6), '1.001022');
    await one.officer.call('receipt.reprint', { id: before.id, reason: 'lost', paper: 'a5' });
    await one.officer.call('print.retry', {});
    const [fresh, old] = one.printer.drawn.slice(-2);
    expect(fresh).toMatchObject({ code: after.code, header: { agency: 'UBND HUYỆN PHÚC THỌ' } });
    expect(JSON.stringify(fresh)).toContain('Đường dây nóng:');
    expect(old).toMatchObject({ code: before.code, edition: '2026-11' });
    expect(JSON.stringify(old)).not.toContain('Đường dây nóng:');
  });
});

test('what an older build set aside is read by one that knows it; what is no edition stays aside', async () => {
  const file = join(two.dataDir, databaseFile);
  await two.close();
  const db = new Sqlite(file);
  const calendar = { validFrom, edition: { ...seedCalendar(), edition: '2026-z' } };
  const insert = db.prepare('INSERT INTO deferred_row (feed_seq, kind, body) VALUES (?, ?, ?)');
  insert.run(900_001, 'calendar', JSON.stringify(calendar));
  insert.run(900_002, 'calendar', '{"edition":1}');
  insert.run(900_003, 'weather', '{}');
  db.close();
  two = await opened(two, 'hanh', '246810');
  expect(deferredKinds(two.dataDir).toSorted()).toEqual(['calendar', 'weather']);
  const read = new Sqlite(file, { readonly: true });
  const found = read
    .prepare("SELECT edition FROM edition WHERE kind = 'calendar' AND edition = '2026-z'")
    .all();
  read.close();
  expect(found).toHaveLength(1);
});

function deferredKinds(dataDir: string): string[] {
  const db = new Sqlite(join(dataDir, databaseFile), { readonly: true });
  const rows = db.prepare('SELECT kind FROM deferred_row ORDER BY feed_seq').all() as { kind: string }[];
  db.close();
  return rows.map(({ kind }) => kind);
}
