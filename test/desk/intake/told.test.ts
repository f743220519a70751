import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { noCorrection } from '../../support/corrections.ts';
import { filledDraft, type Officer, receive } from '../../support/desk-driver.ts';
import { madeUpPerson } from '../../support/people.ts';
import { openTown, type Town } from '../../support/town.ts';

let town: Town;
let trang: Officer;
let quy: Officer;
let people = 0;
/** What the screens have been told of since the act began. */
const told: string[] = [];

beforeAll(async () => {
  town = await openTown();
  trang = town.counter.officer;
  quy = await town.join('quy');
  town.counter.desk.listen((name, value) => {
    if (name === 'dossiers.changed') told.push(...(value as { readonly ids: readonly string[] }).ids);
  });
});
afterAll(() => town.close());
beforeEach(() => {
  town.clock.nowMs += 120_000;
  people += 1;
});

const person = () => madeUpPerson(people);
const form = () => filledDraft(trang, person(), '1.004873');
async function dossier(): Promise<string> {
  const { id } = await receive(trang, person());
  told.length = 0;
  return id;
}

const acts: Readonly<Record<string, () => Promise<string>>> = {
  async 'asking for more'() {
    const draft = await form();
    await trang.call('intake.requestSupplement', { draft, more: ['Tờ khai'], reason: '' });
    return draft.id;
  },
  async 'refusing a form'() {
    const draft = await form();
    await trang.call('intake.refuse', { draft, reason: 'Không thuộc thẩm quyền' });
    return draft.id;
  },
  async 'closing what nobody came back for'() {
    const draft = await form();
    await trang.call('intake.requestSupplement', { draft, more: ['Tờ khai'], reason: '' });
    told.length = 0;
    await trang.call('petition.lapse', { id: draft.id });
    return draft.id;
  },
  async 'taking back at once'() {
    const id = await dossier();
    await trang.call('intake.undo', { id });
    return id;
  },
  async 'calling the result ready'() {
    const id = await dossier();
    await trang.call('dossier.markReady', { id, note: '' });
    return id;
  },
  async correcting() {
    const id = await dossier();
    await quy.call('dossier.correct', {
      id,
      asked: { ...noCorrection, note: 'x' },
      reason: 'Thiếu',
      approver: null,
    });
    return id;
  },
  async voiding() {
    const id = await dossier();
    await quy.call('dossier.void', { id, reason: 'Nhầm', approver: null });
    return id;
  },
};

test.each(Object.keys(acts))('%s tells the screens of that dossier', async (name) => {
  told.length = 0;
  const id = await acts[name]?.();
  expect(told).toContain(id);
});

test('a result is handed over from when it is ready until it is fetched, and is offered at no other time', async () => {
  const id = await dossier();
  const isOffered = async () => (await trang.call('dossier.get', { id })).actions.includes('handOver');
  expect(await isOffered()).toBe(false);
  await trang.call('dossier.markReady', { id, note: '' });
  expect(await isOffered()).toBe(true);
});
