import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishEdition } from '../../district/catalogue/editions.ts';
import { day, moment } from '../../shared/domain/base/local-date.ts';
import { seedCatalogue } from '../../shared/seed/editions.ts';
import { TestDevice } from '../district/device.ts';
import { dossierId, receive as receiveAt } from '../district/facts.ts';
import { noCorrection } from '../support/corrections.ts';
import { type Counter, openCounter } from '../support/counter.ts';
import { filledDraft, receive } from '../support/desk-driver.ts';
import { madeUpPerson } from '../support/people.ts';
import { clockAt, type HandClock } from '../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../support/test-district.ts';

/** Registered at the districts until they ended, at communes since. */
const household = '1.001612';
const decided = { officer: 'quy', pin: '112233' };

let clock: HandClock;
let town: TestDistrict;
let counter: Counter;
let stranger: TestDevice;

beforeAll(async () => {
  clock = clockAt('2025-06-30T09:00');
  town = await openTestDistrict(clock);
  counter = await openCounter(town, clock, 0);
  stranger = await TestDevice.enrol(town.district.app, town.codes[1] ?? '');
});
afterAll(async () => {
  await counter.close();
  await town.district.close();
});

const found = async (query: string, on?: string) =>
  (await counter.officer.call('procedure.find', { query, ...(on === undefined ? {} : { on: day(on) }) })).map(
    ({ code }) => code,
  );
const verdicts = async () => {
  const rows = await town.district.db
    .selectFrom('event')
    .select(['dossier_id', 'code'])
    .where('code', '<>', '')
    .execute();
  return rows.map(({ dossier_id, code }) => `${dossier_id} ${code}`);
};

describe('what communes do not receive on a day', () => {
  test('is not found, and is received and asked for by no call, each with a sentence at the procedure', async () => {
    expect(await found(household)).toEqual([]);
    expect(await found('khai sinh')).toContain('1.001193');
    const person = madeUpPerson(1);
    const draft = { ...(await filledDraft(counter.officer, person, '1.004873')), procedureCode: household };
    const refusal = { code: 'procedure-not-yet', field: 'procedureCode', values: { from: '01/07/2025' } };
    const { refusals } = await counter.officer.call('intake.preview', draft);
    expect(refusals).toContainEqual(expect.objectContaining({ ...refusal, values: expect.anything() }));
    expect(await counter.officer.ask('intake.receive', { draft, paper: 'a5' })).toMatchObject({
      error: [refusal],
    });
    const asked = { draft, more: ['Giấy ủy quyền'], reason: '' };
    expect(await counter.officer.ask('intake.requestSupplement', asked)).toMatchObject({ error: [refusal] });
    expect(await counter.officer.ask('intake.refuse', { draft, reason: 'Thuộc cấp huyện' })).toMatchObject({
      ok: true,
    });
  });

  test('cannot be what a dossier of that day is corrected to either, also once communes receive it', async () => {
    const { id } = await receive(counter.officer, madeUpPerson(2), '1.004873');
    clock.nowMs += 86_400_000;
    expect(await found(household)).toEqual([household]);
    expect(await found(household, '2025-06-30')).toEqual([]);
    const asked = { ...noCorrection, procedureCode: household };
    expect(await counter.officer.ask('dossier.correctPreview', { id, asked })).toMatchObject({
      error: [{ code: 'procedure-not-yet', field: 'procedureCode' }],
    });
  });

  test('is received from the first day on, with nothing for the district to doubt', async () => {
    const { id } = await receive(counter.officer, madeUpPerson(3), household);
    await counter.officer.call('sync.now', {});
    expect(await counter.officer.call('dossier.get', { id })).toMatchObject({ reviews: [] });
    expect(await verdicts()).toEqual([]);
  });

  test('is doubted by the district, by the edition that the fact names, and by none it does not know', async () => {
    const procedure = { code: household, name: 'Hộ kinh doanh', field: 'x', termText: '03 ngày làm việc' };
    const dates = { receivedAt: moment('2025-06-30T10:00'), dueAt: moment('2025-07-03T10:00'), procedure };
    for (const [n, catalogueEdition] of [
      [1, '2026-11-0'],
      [2, '2026-11'],
      [3, 'nobody’s'],
    ] as const) {
      receiveAt(
        stranger,
        n,
        { ...dates, code: `H26.25.39-250630-2${String(n).padStart(3, '0')}` },
        { catalogueEdition },
      );
    }
    await stranger.push();
    expect(await verdicts()).toEqual([`${dossierId(1)} not-offered`]);
    await counter.officer.call('sync.now', {});
    expect((await counter.officer.call('dossier.get', { id: dossierId(1) })).reviews).toEqual([
      'not-offered',
    ]);
  });
});

test('an edition that takes a procedure away from communes leaves its old dossiers as they are', async () => {
  const old = await receive(counter.officer, madeUpPerson(4), '1.004873');
  const waits = await filledDraft(counter.officer, madeUpPerson(5), '1.004873');
  await counter.officer.call('intake.requestSupplement', { draft: waits, more: ['Ảnh'], reason: '' });
  const named = seedCatalogue().procedures.find(({ code }) => code === '1.004873');
  if (named === undefined) throw new Error('No 1.004873');
  const edition = {
    ...seedCatalogue(),
    edition: '2027',
    base: '2026-11-0',
    validFrom: day('2025-07-02'),
    procedures: [
      {
        ...named,
        handledBy: [
          { level: 'commune', from: null, until: day('2025-07-01') },
          { level: 'province', from: day('2025-07-02'), until: null },
        ],
      },
    ],
  };
  await publishEdition(town.district.db, 'catalogue', JSON.stringify(edition));
  await counter.officer.call('sync.now', {});
  clock.nowMs += 86_400_000;
  expect(await found('1.004873')).toEqual([]);
  const { rows } = await counter.officer.call('dossier.list', {
    filter: 'all',
    query: old.code,
    after: null,
  });
  expect(rows).toMatchObject([{ id: old.id, procedureName: named.name }]);
  const { draft } = await counter.officer.call('petition.resume', { id: waits.id });
  expect(await counter.officer.ask('intake.receive', { draft, paper: 'a5' })).toMatchObject({
    error: [{ code: 'procedure-elsewhere', field: 'procedureCode' }],
  });
  const asked = { ...noCorrection, note: 'Đã gọi điện' };
  expect(
    await counter.officer.ask('dossier.correct', {
      id: old.id,
      asked,
      reason: 'ghi thiếu',
      approver: decided,
    }),
  ).toMatchObject({ ok: true });
});
