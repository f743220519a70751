import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../support/desk-driver.ts';
import { cardText, madeUpPerson } from '../support/people.ts';
import { type Keyboard } from './browser.ts';
import { type CounterPage, fieldIs as fieldOf, openCounterPage, watchPage } from './counter-page.ts';
import type { House } from './house.ts';

let counter: CounterPage;
let house: House;
let page: Page;
let keyboard: Keyboard;
const pointer: string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  counter = await openCounterPage('trang', (one) => watchPage(one, pointer, faults));
  ({ house, page, keyboard } = counter);
});

afterAll(() => counter.close());

const fieldIs = (name: string): Promise<unknown> => fieldOf(page, name);

const spooled = (): readonly string[] =>
  existsSync(house.spoolDir) ? readdirSync(house.spoolDir).filter((name) => name.endsWith('.pdf')) : [];

/** The words of a paper in the spooler's folder, without blanks. */
async function wordsOf(name: string): Promise<string> {
  await expect.poll(() => spooled().includes(name), { timeout: 30_000 }).toBe(true);
  const text = execFileSync('pdftotext', [join(house.spoolDir, name), '-'], { encoding: 'utf8' });
  return squeezed(text);
}
const squeezed = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, '');

const districtRow = (applicant: string) =>
  house.district.db
    .selectFrom('dossier')
    .select(['id', 'status', 'code'])
    .where('applicant_name', '=', applicant)
    .executeTakeFirst();

/** Which of several fees it is: the keys are on the first. */
const feeIsAsked = (): Promise<unknown> =>
  page.waitForFunction(() => document.activeElement?.closest('[data-field=feeChoice]') !== null);

/** A card scanned and a death registration chosen, with its first paper unticked. */
async function incomplete(n: number): Promise<void> {
  await keyboard.scan(cardText({ ...madeUpPerson(n), idNumber: `00115200${String(n).padStart(4, '0')}` }));
  await fieldIs('applicant.phone');
  await keyboard.press('Enter');
  await fieldIs('procedureCode');
  await keyboard.type('khai tu');
  await keyboard.press('Enter');
  await feeIsAsked();
  await keyboard.press('Space', 'Tab');
  await fieldIs('papers.0');
  await keyboard.press('Space');
}

const missingPaper = async (): Promise<string> => {
  const officer = await signIn(house.desk);
  const [procedure] = await officer.call('procedure.find', { query: '1.000656' });
  officer.leave();
  return procedure?.papers[0]?.name ?? '';
};

test('a missing paper: F9 asks, F9 prints slip 02; the citizen comes back, and F9 receives under the same id', async () => {
  const { name } = madeUpPerson(11);
  const missing = await missingPaper();
  await incomplete(11);
  await page.getByRole('button', { name: /In phiếu yêu cầu bổ sung/ }).waitFor();
  await keyboard.press('F9');
  await fieldIs('slip.reason');
  await page.getByRole('dialog').getByText(missing).waitFor();
  await keyboard.type('Chua mang theo');
  await keyboard.press('F9');
  await page.getByText(`Đã ghi yêu cầu bổ sung: ${name}.`).waitFor();
  await fieldIs('omni');

  const said = await wordsOf('phieu-bo-sung.pdf');
  for (const words of [
    'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
    name.toLocaleUpperCase('vi'),
    missing,
    'Lý do: Chua mang theo',
    'NGƯỜI HƯỚNG DẪN',
  ]) {
    expect(said).toContain(squeezed(words));
  }
  expect(said).not.toContain('H26.');
  await expect.poll(() => districtRow(name)).toMatchObject({ status: 'intakeSupplement', code: null });
  const asked = await districtRow(name);

  await page.reload();
  await fieldIs('omni');
  await page.getByText('Chờ bổ sung: 1').waitFor();
  await keyboard.press('F7');
  await fieldIs('petitions');
  await keyboard.press('Enter');
  await fieldIs('papers.0');
  await keyboard.press('Space', 'F9');
  await page.getByText(/Đã lưu 261120-1\d+\./).waitFor();
  await expect.poll(() => districtRow(name)).toMatchObject({ id: asked?.id, status: 'received' });
  await page.getByText('Chờ bổ sung: 1').waitFor({ state: 'hidden' });
});

test('not this office’s: F7, 2, a reason, F9 prints slip 03 and the district knows it', async () => {
  const { name } = madeUpPerson(12);
  await incomplete(12);
  await keyboard.press('F7', '2');
  await fieldIs('slip.reason');
  await keyboard.press('F9');
  await page.getByRole('dialog').getByText('Ghi lý do để người dân biết.').waitFor();
  await fieldIs('slip.reason');
  await keyboard.type('Thuoc tham quyen xa khac');
  await keyboard.press('F9');
  await page.getByText(`Đã ghi từ chối tiếp nhận: ${name}.`).waitFor();

  const said = await wordsOf('phieu-tu-choi.pdf');
  for (const words of [
    'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
    name.toLocaleUpperCase('vi'),
    'Thuoc tham quyen xa khac',
    'NGƯỜI NỘP HỒ SƠ',
  ]) {
    expect(said).toContain(squeezed(words));
  }
  await expect.poll(() => districtRow(name)).toMatchObject({ status: 'refused', code: null });
});

test('nobody came back: Delete in the list lets the petition lapse', async () => {
  const { name } = madeUpPerson(13);
  await incomplete(13);
  await keyboard.press('F9');
  await fieldIs('slip.reason');
  await keyboard.press('F9');
  await page.getByText(`Đã ghi yêu cầu bổ sung: ${name}.`).waitFor();
  await fieldIs('omni');
  await keyboard.press('F7');
  await fieldIs('petitions');
  await page.getByRole('listitem').getByText(name).waitFor();
  await keyboard.press('Delete');
  await page.getByText(`Đã thôi theo dõi: ${name}.`).waitFor();
  await expect.poll(() => districtRow(name)).toMatchObject({ status: 'lapsed' });
  await keyboard.press('Escape');
  await fieldIs('omni');
});

test('nothing was pointed at with a mouse and the page complained of nothing', () => {
  expect(pointer).toEqual([]);
  expect(faults).toEqual([]);
});
