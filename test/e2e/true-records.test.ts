import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dateOf, moment } from '../../shared/domain/base/local-date.ts';
import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import { punctuality } from '../../shared/domain/dossier/punctuality.ts';
import { type Officer, receive, signIn } from '../support/desk-driver.ts';
import { madeUpPerson } from '../support/people.ts';
import { goOnTo, type Keyboard } from './browser.ts';
import { type CounterPage, fieldIs as fieldOf, openCounterPage } from './counter-page.ts';
import type { House } from './house.ts';
import { textOfPdf } from './paper-text.ts';

/** What must never be false on file, from the keys of a head of the desk to the district's row. */

let counter: CounterPage;
let house: House;
let page: Page;
let keyboard: Keyboard;
let trang: Officer;
let quy: Officer;

const start = moment('2026-11-20T09:00');

beforeAll(async () => {
  counter = await openCounterPage('quy');
  ({ house, page, keyboard } = counter);
  [trang, quy] = [await signIn(house.desk), await signIn(house.desk, 'quy', '112233')];
});

afterAll(() => counter.close());

const fieldIs = (name: string): Promise<unknown> => fieldOf(page, name);

/** Finds a dossier by the end of its code and opens it, by keys. */
async function open(code: string): Promise<void> {
  await page.reload();
  await fieldIs('omni');
  await keyboard.type(code.slice(-11));
  await page.getByRole('option', { name: new RegExp(code.slice(-11)) }).waitFor();
  await keyboard.press('Enter');
  await page.getByText('Nhật ký', { exact: true }).waitFor();
}

const stateOf = async (id: string) => (await quy.call('dossier.get', { id })).row.status;

/** The state that the district has folded, once it says what is waited for. */
async function atDistrict(id: string, says: (state: Dossier) => boolean): Promise<Dossier> {
  const read = async (): Promise<Dossier | null> => {
    const { district } = house;
    const row = await district.db
      .selectFrom('dossier')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : (JSON.parse(row.state) as Dossier);
  };
  await expect.poll(async () => says((await read()) ?? ({} as Dossier)), { timeout: 30_000 }).toBe(true);
  return (await read()) as Dossier;
}

/** The text of the newest paper whose name begins so. */
async function paper(begins: string): Promise<string> {
  const found = (): readonly string[] =>
    existsSync(house.spoolDir)
      ? readdirSync(house.spoolDir).filter((name) => name.startsWith(begins) && name.endsWith('.pdf'))
      : [];
  await expect.poll(() => found().length, { timeout: 30_000 }).toBeGreaterThan(0);
  return textOfPdf(join(house.spoolDir, found().at(-1) ?? ''));
}

test('a supplement asked for after the promised day makes no late dossier early', async () => {
  const { id, code } = await receive(trang, madeUpPerson(21), '1.004873');
  await trang.call('dossier.step', {
    id,
    step: 'dossier.forwarded',
    unit: 'Tư pháp',
    officer: null,
    note: '',
  });
  const { dueAt } = (await quy.call('dossier.get', { id })).row;
  house.clock.shiftMs += 12 * 86_400_000;
  await open(code);
  await keyboard.press('F7');
  await page.getByRole('button', { name: /Yêu cầu bổ sung/ }).waitFor();
  await keyboard.press('3');
  await fieldIs('step.items');
  await keyboard.type('Trich luc');
  await keyboard.press('Tab');
  await keyboard.type('Con thieu');
  await keyboard.press('Tab');
  await keyboard.type('ND 61/2018');
  await keyboard.press('F9');
  await expect.poll(() => stateOf(id)).toBe('awaitingSupplement');
  await quy.call('dossier.step', { id, step: 'dossier.supplementReceived', items: ['Trích lục'] });
  const hanh = await signIn(house.desk, 'hanh', '246810');
  await hanh.call('dossier.step', { id, step: 'dossier.submittedForApproval', note: '' });
  await quy.call('dossier.step', { id, step: 'dossier.signed', note: '' });
  await quy.call('dossier.markReady', { id, note: '' });
  await open(code);
  await keyboard.press('F7');
  await page.getByRole('button', { name: /Phiếu kiểm soát/ }).waitFor();
  await keyboard.press('M');
  const slip = await paper('phieu-kiem-soat');
  expect(slip).toContain('Quáhạn');
  const state = await atDistrict(id, ({ status }) => status === 'resultReady');
  expect(state.measuredDueAt).toBe(dueAt);
  expect(punctuality(dateOf(state.readyAt ?? start), dateOf(dueAt))).toBe('late');
});

test('a notice of suspension says what was taken, and a void waits until it is given back', async () => {
  const { id, code } = await receive(trang, madeUpPerson(22), '1.004873');
  await quy.call('dossier.step', { id, step: 'dossier.forwarded', unit: 'Tư pháp', officer: null, note: '' });
  await quy.call('dossier.step', {
    id,
    step: 'dossier.paymentRequested',
    amountVnd: 15_000,
    reason: 'Lệ phí',
  });
  await trang.call('dossier.step', {
    id,
    step: 'dossier.paymentReceived',
    symbol: '28AA-17T',
    serial: '0001201',
  });
  await open(code);
  await keyboard.press('F7');
  await page.getByRole('button', { name: /Dừng xử lý/ }).waitFor();
  await keyboard.press('E');
  await fieldIs('step.reason');
  await keyboard.type('Cho ban an');
  await keyboard.press('F9');
  await expect.poll(() => stateOf(id)).toBe('suspended');
  const notice = await paper('thong-bao');
  expect(notice).toContain('15.000');
  expect(notice).not.toContain('Chưathu');
  const state = await atDistrict(id, ({ status }) => status === 'suspended');
  expect(state.takings).toMatchObject([{ vnd: 15_000, receipt: { serial: '0001201' } }]);
  expect(await quy.ask('dossier.void', { id, reason: 'Ghi nhầm', approver: null })).toMatchObject({
    ok: false,
    error: [{ code: expect.stringMatching(/^(money-held|not-now)$/) as string }],
  });
});

test('five wrong PINs at the door shut it for the right one too, and nobody is in', async () => {
  await page.reload();
  await fieldIs('omni');
  await keyboard.press('Control+Alt+l');
  await page.getByRole('heading', { name: 'Ai đang ngồi quầy?' }).waitFor();
  await keyboard.type('hanh');
  await keyboard.press('Enter');
  for (const pin of ['111111', '222222', '333333', '444444', '555555']) {
    await goOnTo(page, keyboard, 'pin', 'Tab');
    await keyboard.type(pin);
    await keyboard.press('Enter');
    await page.waitForTimeout(400);
  }
  await page.getByText(/Đã thử mã PIN nhiều lần/).waitFor();
  await goOnTo(page, keyboard, 'pin', 'Tab');
  await keyboard.type('246810');
  await keyboard.press('Enter');
  await page.waitForTimeout(400);
  expect(await page.getByText(/Đã thử mã PIN nhiều lần/).count()).toBe(1);
  expect(await page.getByRole('combobox', { name: 'Quét hoặc tìm' }).count()).toBe(0);
});
