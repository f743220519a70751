import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readReceiptCode, receiptCode } from '../../shared/domain/dossier/receipt-code.ts';
import { type Officer, receive, signIn } from '../support/desk-driver.ts';
import { madeUpPerson } from '../support/people.ts';
import { goOnTo, type Keyboard } from './browser.ts';
import { type CounterPage, fieldIs as fieldOf, openCounterPage } from './counter-page.ts';
import type { House } from './house.ts';

let counter: CounterPage;
let house: House;
let page: Page;
let keyboard: Keyboard;
let officer: Officer;
const faults: string[] = [];

beforeAll(async () => {
  counter = await openCounterPage(
    'trang',
    (one) => void one.on('pageerror', (error) => faults.push(error.message)),
  );
  ({ house, page, keyboard } = counter);
  officer = await signIn(house.desk);
});
afterAll(() => counter.close());

const fieldIs = (name: string): Promise<unknown> => fieldOf(page, name);

/** F3, its name, and down to it among the procedures that begin so. */
async function goToDrawer(): Promise<void> {
  await keyboard.press('F3');
  await keyboard.type('quy');
  const drawer = page.getByRole('option', { name: /Quỹ/ }).last();
  await drawer.waitFor();
  for (let left = 12; left > 0 && (await drawer.getAttribute('aria-selected')) !== 'true'; left -= 1)
    await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
}

/** The newest paper whose name begins so, as it lies in the spooler's folder. */
async function paper(prefix: string, among: number): Promise<string> {
  const found = () =>
    readdirSync(house.spoolDir)
      .filter((name) => name.startsWith(prefix) && name.endsWith('.pdf'))
      .toSorted();
  await expect.poll(() => found().length, { timeout: 30_000 }).toBeGreaterThanOrEqual(among);
  return join(house.spoolDir, found().at(-1) ?? '');
}
const run = (command: string, ...args: string[]): string => execFileSync(command, args, { encoding: 'utf8' });
const wordsOf = (pdf: string): string =>
  run('pdftotext', '-layout', pdf, '-').normalize('NFC').replaceAll(/\s+/g, '');
function codeOf(pdf: string): string {
  const image = join(mkdtempSync(join(tmpdir(), 'receipt-')), 'page');
  run('pdftoppm', '-r', '200', '-png', '-singlefile', pdf, image);
  return run('zbarimg', '--quiet', '--raw', `${image}.png`).trim();
}

test('a shift by keys alone: opened, filled at hand-over with the offered receipt, counted, closed with its list', async () => {
  const { id, code } = await receive(officer, madeUpPerson(1));
  await officer.call('dossier.markReady', { id, note: '' });
  await goToDrawer();
  await fieldIs('cash.opening');
  await keyboard.type('200000');
  await keyboard.press('Enter');
  await keyboard.type('28AA-17T');
  await keyboard.press('Enter');
  await keyboard.type('0001201');
  await keyboard.press('Enter');
  await keyboard.type('0001250');
  await keyboard.press('F9');
  await page.getByText('Đã mở ca thu.').waitFor();

  await keyboard.scan(receiptCode(code));
  await page.getByText(code.slice(-11)).first().waitFor();
  await expect
    .poll(() => page.locator('[data-field="receipt.serial"]').inputValue())
    .toBe('28AA-17T 0001201');
  await keyboard.press('F9');
  await expect.poll(async () => (await officer.call('dossier.get', { id })).row.status).toBe('delivered');
  expect((await officer.call('cash.view', {})).shift).toMatchObject({
    expectedVnd: 222_000,
    takings: [{ vnd: 22_000, receipt: { symbol: '28AA-17T', serial: '0001201' } }],
  });

  await goToDrawer();
  await page.getByText('0001201').first().waitFor();
  await keyboard.press('Tab');
  await goOnTo(page, keyboard, 'pieces.200000', 'Tab');
  await keyboard.type('1');
  await goOnTo(page, keyboard, 'pieces.20000');
  await keyboard.type('1');
  await goOnTo(page, keyboard, 'cash.explanation');
  await keyboard.type('Thieu tien le');
  await keyboard.press('F9');
  await page.getByText('Đã đóng ca. Bảng kê đang in.').waitFor();
  const said = wordsOf(await paper('bang-ke-thu-phi', 1));
  for (const words of ['BẢNGKÊTHUPHÍ,LỆPHÍ', '28AA-17T0001201', code, 'Thiếu2.000đồng', 'Thieutienle'])
    expect(said).toContain(words);
});

test('another procedure by keys alone, with the leader’s PIN; the new paper says so, the old one is void', async () => {
  const { id, code } = await receive(officer, madeUpPerson(2));
  const prefix = `bien-nhan-${code.slice(-11)}`;
  await officer.call('receipt.reprint', { id, reason: 'requested', paper: 'a5' });
  await paper(prefix, 1);
  await keyboard.press('F4');
  await keyboard.type(code.slice(-4));
  await page.getByText(code.slice(-11)).first().waitFor();
  await page.waitForTimeout(400);
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: code.slice(-11) }).waitFor();
  await keyboard.press('F7');
  const choice = page.getByRole('button', { name: /Đính chính/ }).last();
  await choice.waitFor();
  const digit = /\d/.exec((await choice.textContent()) ?? '')?.[0] ?? '';
  await keyboard.press(digit);
  await fieldIs('correct.name');
  await goOnTo(page, keyboard, 'correct.procedure');
  await keyboard.type('1.004873');
  await page.getByRole('option').first().waitFor();
  await keyboard.press('Enter');
  await page
    .getByText(/tình trạng hôn nhân/)
    .first()
    .waitFor();
  await goOnTo(page, keyboard, 'correct.reason', 'Tab');
  await keyboard.type('Chon nham');
  await page.getByRole('radio', { name: 'Nguyễn Văn Quý' }).waitFor();
  await keyboard.press('Tab', 'Space');
  await goOnTo(page, keyboard, 'approver.pin');
  await keyboard.type('112233');
  await keyboard.press('F9');
  await page.getByText(/giấy cũ hết giá trị/).waitFor();
  const corrected = await officer.call('dossier.get', { id });
  expect(corrected.received.procedure.code).toBe('1.004873');

  await expect
    .poll(() => readdirSync(house.spoolDir).filter((name) => name.startsWith(prefix)).length, {
      timeout: 30_000,
    })
    .toBeGreaterThan(1);
  const papers = readdirSync(house.spoolDir).filter(
    (name) => name.startsWith(prefix) && name.endsWith('.pdf'),
  );
  const issues = papers.map((name) => readReceiptCode(codeOf(join(house.spoolDir, name))));
  expect(issues).toContainEqual({ ok: true, value: { kind: 'receipt', code, issue: 1 } });
  const newest = papers.find(
    (_, n) => issues[n]?.ok === true && JSON.stringify(issues[n]).includes('"issue":1'),
  );
  expect(wordsOf(join(house.spoolDir, newest ?? ''))).toContain('CẤPLẠILẦN1–THAYGIẤYCŨ');

  await keyboard.scan(receiptCode(code));
  await page.getByText(/Giấy này đã được thay bằng giấy cấp lại lần 1/).waitFor();
  await keyboard.press('Escape');
  await keyboard.scan(receiptCode(code, 1));
  await page.getByText(code.slice(-11)).first().waitFor();
  expect(await page.getByText(/Giấy này đã được thay/).count()).toBe(0);
});

test('the page complained of nothing', () => expect(faults).toEqual([]));
