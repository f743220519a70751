import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishEdition } from '../../district/catalogue/editions.ts';
import type { Input } from '../../shared/contract/desk-api.ts';
import { day, epochOf, moment } from '../../shared/domain/base/local-date.ts';
import { seedCatalogue } from '../../shared/seed/editions.ts';
import { noCorrection } from '../support/corrections.ts';
import { type Counter, openCounter } from '../support/counter.ts';
import { filledDraft, signIn } from '../support/desk-driver.ts';
import { madeUpPerson } from '../support/people.ts';
import { clockAt, type HandClock } from '../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../support/test-district.ts';

/** Asked for until the card's code carried the number, and one that is asked for since. */
const old = 'Giấy xác nhận số CMND cũ';
const fresh = 'Bản in dữ liệu dân cư';
const paper = { originals: 1, certifiedCopies: 0, copies: 0, present: false, required: true };

let clock: HandClock;
let town: TestDistrict;
let counter: Counter;

beforeAll(async () => {
  clock = clockAt('2026-03-13T09:00');
  town = await openTestDistrict(clock);
  counter = await openCounter(town, clock, 0);
  const named = seedCatalogue().procedures.find(({ code }) => code === '1.004873');
  if (named === undefined) throw new Error('No 1.004873');
  const papers = [
    ...named.papers,
    { ...paper, name: old, until: day('2026-03-14') },
    { ...paper, name: fresh, from: day('2026-03-15') },
  ];
  const edition = {
    ...seedCatalogue(),
    edition: '2026-papers',
    base: '2026-11-0',
    validFrom: day('2026-01-01'),
    procedures: [{ ...named, papers }],
  };
  await publishEdition(town.district.db, 'catalogue', JSON.stringify(edition));
  await counter.officer.call('sync.now', {});
});
afterAll(async () => {
  await counter.close();
  await town.district.close();
});

const at = (local: string) => {
  clock.nowMs = epochOf(moment(local));
};
const names = (papers: readonly { readonly name: string }[]) =>
  papers.map(({ name }) => name).filter((name) => name === old || name === fresh);
const draftFor = (n: number) => filledDraft(counter.officer, madeUpPerson(n), '1.004873');
const receive = async (draft: Awaited<ReturnType<typeof draftFor>>) => {
  const { id } = await counter.officer.call('intake.receive', { draft, paper: 'a5' });
  return counter.officer.call('dossier.get', { id });
};

test('a paper is asked for on its days only: in the picker, on the receipt, and in forms that waited', async () => {
  const before = await draftFor(1);
  expect(names(before.papers)).toEqual([old]);
  const waiting = await draftFor(2);
  const unticked = waiting.papers.map((one) => (one.name === old ? { ...one, ticked: false } : one));
  const asked = { draft: { ...waiting, papers: unticked }, more: [], reason: '' };
  await counter.officer.call('intake.requestSupplement', asked);
  const left = await draftFor(3);
  const early = await receive(before);
  expect(names(early.received.papers)).toEqual([old]);
  const correct = (id: string, name: string) => {
    const { required: _required, ...plain } = paper;
    const papers = [...early.received.papers.filter((one) => one.name !== old), { ...plain, name }];
    return counter.officer.ask('dossier.correctPreview', { id, asked: { ...noCorrection, papers } });
  };
  expect(await correct(early.row.id, fresh)).toMatchObject({
    error: [{ code: 'paper-not-asked', field: 'papers', values: { name: fresh } }],
  });

  at('2026-03-16T09:00');
  const { draft } = await counter.officer.call('petition.resume', { id: waiting.id });
  expect(names(draft.papers)).toEqual([fresh]);
  expect(await counter.officer.ask('intake.receive', { draft, paper: 'a5' })).toMatchObject({
    error: [{ code: 'papers-missing', values: { name: fresh } }],
  });
  expect(await counter.officer.ask('intake.receive', { draft: left, paper: 'a5' })).toMatchObject({
    error: [{ code: 'papers-missing', values: { name: fresh } }],
  });
  const late = await receive(await draftFor(4));
  expect(names(late.received.papers)).toEqual([fresh]);
  expect(await correct(late.row.id, old)).toMatchObject({
    error: [{ code: 'paper-not-asked', field: 'papers' }],
  });
  expect(await correct(early.row.id, `${old} (bản sao)`)).toMatchObject({ ok: true });
});

test('nobody is asked for it by hand either, at the counter or while the dossier is processed', async () => {
  at('2026-03-17T09:00');
  const draft = await draftFor(5);
  const asked = { draft, more: ['Nộp giấy xác nhận số CMND cũ'], reason: '' };
  expect(await counter.officer.ask('intake.requestSupplement', asked)).toMatchObject({
    error: [{ code: 'paper-not-asked', field: 'more', values: { name: old } }],
  });
  await counter.officer.call('intake.requestSupplement', { ...asked, more: ['Ảnh'] });
  expect(await counter.officer.ask('intake.refuse', { draft, reason: 'Không thuộc xã' })).toMatchObject({
    ok: true,
  });

  const { row } = await receive(await draftFor(6));
  const specialist = await signIn(counter.desk, 'hanh', '246810');
  const step = (request: object) =>
    specialist.ask('dossier.step', { id: row.id, ...request } as Input<'dossier.step'>);
  await step({ step: 'dossier.forwarded', unit: 'Tư pháp', officer: null, note: '' });
  const supplement = {
    step: 'dossier.supplementRequested',
    reason: 'Còn thiếu',
    legalBasis: 'NĐ 61/2018, điều 19',
    answerBy: null,
    approver: { officer: 'quy', pin: '112233' },
  };
  expect(await step({ ...supplement, items: [old] })).toMatchObject({
    error: [{ code: 'paper-not-asked', field: 'items' }],
  });
  expect(await step({ ...supplement, items: ['Ảnh'] })).toMatchObject({ ok: true });
});
