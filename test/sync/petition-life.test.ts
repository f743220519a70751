import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseFile } from '../../desk/open-desk.ts';
import type { Draft } from '../../shared/domain/intake/draft.ts';
import { type Counter, openCounter } from '../support/counter.ts';
import { filledDraft, signIn } from '../support/desk-driver.ts';
import { deskFigures } from '../support/figures.ts';
import { madeUpPerson } from '../support/people.ts';
import { clockAt, type HandClock } from '../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../support/test-district.ts';

let clock: HandClock;
let town: TestDistrict;
let one: Counter;
let two: Counter;

const dayMs = 86_400_000;
const deathRegistration = '1.000656';

beforeAll(async () => {
  clock = clockAt('2026-11-16T09:00');
  town = await openTestDistrict(clock);
  one = await openCounter(town, clock, 0);
  two = await openCounter(town, clock, 1);
});
afterAll(async () => {
  await one.close();
  await two.close();
  await town.district.close();
});

async function settle(): Promise<void> {
  for (const counter of [one, two, one, two]) await counter.officer.call('sync.now', {});
}

/** A form whose first required paper is not there. */
async function incompleteDraft(n: number, part: Partial<Draft> = {}): Promise<Draft> {
  clock.nowMs += 60_000;
  const draft = await filledDraft(one.officer, madeUpPerson(n), deathRegistration, part);
  const first = draft.papers.findIndex(({ required }) => required);
  return {
    ...draft,
    papers: draft.papers.map((paper, index) => ({ ...paper, ticked: index !== first })),
  };
}
const missingOf = ({ papers }: Draft): string => papers.find(({ ticked }) => !ticked)?.name ?? '';

const ask = (draft: Draft, more: string[] = []) =>
  one.officer.call('intake.requestSupplement', { draft, more, reason: '' });

const districtRow = (id: string) =>
  town.district.db.selectFrom('dossier').selectAll().where('id', '=', id).executeTakeFirst();

async function expectEqualDigests(): Promise<void> {
  const theirs = await town.figures();
  expect(deskFigures(one.dataDir).digest).toBe(theirs.digest);
  expect(deskFigures(two.dataDir).digest).toBe(theirs.digest);
}

/** The forms that are kept at the first desk, read from its file. */
function keptForms(): readonly string[] {
  const db = new Sqlite(join(one.dataDir, databaseFile), { readonly: true });
  try {
    const rows = db.prepare<[], { id: string }>('SELECT id FROM petition_draft').all();
    return rows.map(({ id }) => id);
  } finally {
    db.close();
  }
}

const drawnFor = (counter: Counter, name: string) =>
  counter.printer.drawn.filter((form) => JSON.stringify(form).includes(name.toLocaleUpperCase('vi')));

describe('a citizen whose papers are incomplete', () => {
  test('gets slip 02, is waited for at the district and at the other desk, and is received under the same id', async () => {
    const draft = await incompleteDraft(1, { note: 'hẹn chiều thứ Tư' });
    const { id } = await ask(draft, ['Ảnh 4x6']);
    expect(id).toBe(draft.id);
    await settle();
    await one.officer.call('print.retry', {});

    const [slip, ...others] = drawnFor(one, madeUpPerson(1).name);
    expect(slip).toMatchObject({ form: 'slip', kind: 'supplement', shortCode: '', qr: null });
    expect(JSON.stringify(slip)).toContain('Ảnh 4x6');
    expect(others).toEqual([]);
    expect(await districtRow(id)).toMatchObject({
      status: 'intakeSupplement',
      code: null,
      due_at: null,
      applicant_name: madeUpPerson(1).name,
      procedure_code: deathRegistration,
    });
    const seen = await two.officer.call('petition.list', { query: '' });
    expect(seen).toMatchObject({
      waiting: 1,
      rows: [{ id, items: [missingOf(draft), 'Ảnh 4x6'], slips: 1, sent: true, askedByName: 'Đỗ Thu Trang' }],
    });
    await expectEqualDigests();

    clock.nowMs += 2 * dayMs;
    const back = await one.officer.call('petition.resume', { id });
    expect(back.draft).toEqual(draft);
    const complete = {
      ...back.draft,
      papers: back.draft.papers.map((paper) => ({ ...paper, ticked: true })),
    };
    const received = await one.officer.call('intake.receive', { draft: complete, paper: 'a5' });
    expect(received.id).toBe(id);
    await settle();
    expect(await districtRow(id)).toMatchObject({
      status: 'received',
      code: received.code,
      needs_review: false,
    });
    const detail = await two.officer.call('dossier.get', { id });
    expect(detail.received.note).toBe('hẹn chiều thứ Tư');
    expect(detail.received.receivedAt.slice(0, 10)).toBe('2026-11-18');
    expect(detail.journal.map(({ type }) => type)).toEqual([
      'dossier.received',
      'intake.supplementRequested',
    ]);
    expect((await two.officer.call('petition.list', { query: '' })).waiting).toBe(0);
    await expectEqualDigests();
  });

  test('asked again after a lost answer it is the same petition, one fact and one paper', async () => {
    const draft = await incompleteDraft(2);
    const request = { draft, more: [], reason: 'Chưa mang theo' };
    const first = await one.officer.call('intake.requestSupplement', request);
    clock.nowMs += 5000;
    expect(await one.officer.call('intake.requestSupplement', request)).toEqual(first);
    await one.officer.call('print.retry', {});
    expect(drawnFor(one, madeUpPerson(2).name)).toHaveLength(1);
    expect((await one.officer.call('petition.list', { query: '' })).rows[0]).toMatchObject({ slips: 1 });
  });

  test('is taken up at the other desk as far as the facts tell, with the missing paper unticked', async () => {
    const draft = await incompleteDraft(3, { note: 'chỉ có ở quầy 1' });
    const { id } = await ask(draft);
    await settle();
    const { draft: there } = await two.officer.call('petition.resume', { id });
    expect(there).toMatchObject({
      id,
      applicant: { name: madeUpPerson(3).name, idNumber: madeUpPerson(3).idNumber },
      procedureCode: deathRegistration,
      note: '',
    });
    expect(there.papers.filter(({ required, ticked }) => required && !ticked)).toMatchObject([
      { name: missingOf(draft) },
    ]);
    const papers = there.papers.map((paper) => ({ ...paper, ticked: true }));
    const complete = { ...there, papers, feeChoice: 'on-time' };
    await two.officer.call('intake.receive', { draft: complete, paper: 'a5' });
    await settle();
    expect(await one.officer.ask('petition.resume', { id })).toMatchObject({
      ok: false,
      error: [{ code: 'petition-unknown' }],
    });
    expect(
      await one.officer.ask('intake.requestSupplement', { draft, more: ['x'], reason: '' }),
    ).toMatchObject({
      ok: false,
      error: [{ code: 'already-accepted' }],
    });
    await expectEqualDigests();
  });

  test('is pointed out when the card is scanned again, and found by a name without marks or by phone', async () => {
    const { id } = await ask(await incompleteDraft(4));
    const fresh = await filledDraft(one.officer, madeUpPerson(4), '2.000815');
    const { warnings } = await one.officer.call('intake.preview', fresh);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'petition-waiting', dossier: id }));
    const { name, phone } = madeUpPerson(4);
    const bare = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
    for (const query of [bare.toLowerCase(), phone]) {
      const { rows } = await one.officer.call('petition.list', { query });
      expect(rows.map((row) => row.id)).toContain(id);
    }
    expect((await one.officer.call('petition.list', { query: 'khong co ai' })).rows).toEqual([]);
  });

  test('a slip that was lost is printed again as signed then, marked as a reprint', async () => {
    const { id } = await ask(await incompleteDraft(5));
    await settle();
    await two.officer.call('petition.print', { id });
    await two.officer.call('petition.print', { id });
    await two.officer.call('print.retry', {});
    const marks = drawnFor(two, madeUpPerson(5).name).map((form) => ('marks' in form ? form.marks : []));
    expect(marks).toEqual([
      [expect.stringContaining('BẢN IN LẠI – LẦN 1')],
      [expect.stringContaining('BẢN IN LẠI – LẦN 2')],
    ]);
    expect(JSON.stringify(two.printer.drawn.at(-1))).toContain('Đỗ Thu Trang');
  });

  test('lapses with one call at either desk; the form is forgotten and nothing can be received under it', async () => {
    const draft = await incompleteDraft(6);
    const { id } = await ask(draft);
    await settle();
    await two.officer.call('petition.lapse', { id });
    await two.officer.call('petition.lapse', { id });
    await settle();
    expect(await districtRow(id)).toMatchObject({ status: 'lapsed', needs_review: false, version: 2 });
    const complete = { ...draft, papers: draft.papers.map((paper) => ({ ...paper, ticked: true })) };
    expect(await one.officer.ask('intake.receive', { draft: complete, paper: 'a5' })).toMatchObject({
      ok: false,
      error: [{ code: 'petition-closed' }],
    });
    expect(await one.officer.ask('petition.resume', { id })).toMatchObject({
      ok: false,
      error: [{ code: 'petition-closed' }],
    });
    await expectEqualDigests();
  });

  test('the form survives the desk being closed, and what was typed since is taken first', async () => {
    const draft = await incompleteDraft(7, { note: 'một' });
    const { id } = await ask(draft);
    await one.close();
    const reopened = await one.reopen();
    one = { ...one, ...reopened, officer: await signIn(reopened.desk) };
    expect((await one.officer.call('petition.resume', { id })).draft).toEqual(draft);
    expect((await one.officer.call('intake.open', {})).recovered).toBeNull();
    await one.officer.call('intake.saveDraft', { ...draft, note: 'hai' });
    expect((await one.officer.call('petition.resume', { id })).draft.note).toBe('hai');
    await one.officer.call('intake.dropDraft', { id });
    expect((await one.officer.call('petition.resume', { id })).draft.note).toBe('một');
  });

  test('a form whose petition ended at the other desk is forgotten here at the next start', async () => {
    const { id } = await ask(await incompleteDraft(9));
    expect(keptForms()).toContain(id);
    await settle();
    await two.officer.call('petition.lapse', { id });
    await settle();
    await one.close();
    const reopened = await one.reopen();
    one = { ...one, ...reopened, officer: await signIn(reopened.desk) };
    expect(keptForms()).not.toContain(id);
  });

  test('received at one desk and refused at the other without a line: both are kept, a person looks at it', async () => {
    const draft = await incompleteDraft(8);
    const { id } = await ask(draft);
    await settle();
    one.line.trouble = 'down';
    two.line.trouble = 'down';
    const complete = { ...draft, papers: draft.papers.map((paper) => ({ ...paper, ticked: true })) };
    await one.officer.call('intake.receive', { draft: complete, paper: 'a5' });
    const { draft: there } = await two.officer.call('petition.resume', { id });
    await two.officer.call('intake.refuse', { draft: there, reason: 'Thuộc thẩm quyền xã khác' });
    one.line.trouble = 'none';
    two.line.trouble = 'none';
    await settle();
    expect(await districtRow(id)).toMatchObject({ status: 'received', needs_review: true });
    await expectEqualDigests();
  });
});

describe('what the office may not take', () => {
  test('gets slip 03 with its reason; the district knows, the form is gone, nothing waits', async () => {
    const draft = await incompleteDraft(20);
    const before = (await one.officer.call('petition.list', { query: '' })).waiting;
    const reason = 'Người mất thường trú tại xã khác';
    const { id } = await one.officer.call('intake.refuse', { draft, reason });
    expect(await one.officer.call('intake.refuse', { draft, reason })).toEqual({ id });
    await settle();
    await one.officer.call('print.retry', {});
    const slips = drawnFor(one, madeUpPerson(20).name);
    expect(slips).toMatchObject([{ form: 'slip', kind: 'refusal' }]);
    expect(JSON.stringify(slips[0])).toContain(reason);
    expect(await districtRow(id)).toMatchObject({ status: 'refused', applicant_name: madeUpPerson(20).name });
    expect((await one.officer.call('petition.list', { query: '' })).waiting).toBe(before);
    await one.officer.call('intake.saveDraft', draft);
    expect((await one.officer.call('intake.open', {})).recovered).toBeNull();
    await expectEqualDigests();
  });

  test('without a reason nothing is recorded and nothing printed', async () => {
    const draft = await incompleteDraft(21);
    expect(await one.officer.ask('intake.refuse', { draft, reason: '  ' })).toMatchObject({
      ok: false,
      error: [{ code: 'reason-missing', field: 'reason' }],
    });
    await settle();
    expect(await districtRow(draft.id)).toBeUndefined();
    await one.officer.call('print.retry', {});
    expect(drawnFor(one, madeUpPerson(21).name)).toEqual([]);
  });
});

test('whoever holds two roles asks for more in the one of the counter', async () => {
  const draft = await incompleteDraft(30);
  const quy = await signIn(one.desk, 'quy', '112233');
  await quy.call('intake.requestSupplement', { draft, more: [], reason: '' });
  quy.leave();
  const complete = { ...draft, papers: draft.papers.map((paper) => ({ ...paper, ticked: true })) };
  const { id } = await one.officer.call('intake.receive', { draft: complete, paper: 'a5' });
  const { journal } = await one.officer.call('dossier.get', { id });
  expect(journal.map(({ type, role }) => `${type} ${role}`)).toEqual([
    'dossier.received reception',
    'intake.supplementRequested supervisor',
  ]);
});
