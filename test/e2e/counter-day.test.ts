import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readReceiptCode, receiptCode } from '../../shared/domain/dossier/receipt-code.ts';
import { receive, signIn } from '../support/desk-driver.ts';
import { cardText, madeUpPerson } from '../support/people.ts';
import { goOnTo, type Keyboard } from './browser.ts';
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

beforeEach(() => keyboard.reset());

const fieldIs = (name: string): Promise<unknown> => fieldOf(page, name);

const intakeIsReady = (): Promise<unknown> => fieldIs('omni');

const spooled = (): readonly string[] =>
  existsSync(house.spoolDir) ? readdirSync(house.spoolDir).filter((name) => name.endsWith('.pdf')) : [];

async function paperOf(code: string): Promise<string> {
  const name = `bien-nhan-${code.slice(-11)}.pdf`;
  await expect.poll(() => spooled().includes(name), { timeout: 30_000 }).toBe(true);
  return join(house.spoolDir, name);
}

const run = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' });

async function newestDossier() {
  const officer = await signIn(house.desk);
  const { rows } = await officer.call('intake.recent', {});
  const id = rows[0]?.id ?? '';
  const detail = await officer.call('dossier.get', { id });
  officer.leave();
  return detail;
}

describe('a day at the counter, by keyboard alone', () => {
  test('a repeat applicant’s certification: a scan and at most 12 keys, and all three ends agree', async () => {
    const person = madeUpPerson(1);
    const officer = await signIn(house.desk);
    await receive(officer, person, '2.000815');
    officer.leave();
    await page.reload();
    await intakeIsReady();

    await keyboard.scan(cardText(person));
    await fieldIs('procedureCode');
    await keyboard.type('1');
    await fieldIs('newRow');
    await keyboard.type('gks 1*3');
    await keyboard.press('Enter', 'F9');
    await intakeIsReady();
    expect(keyboard.keys()).toBe(10);
    expect(keyboard.keys()).toBeLessThanOrEqual(12);
    expect(keyboard.scans()).toBe(1);
    expect(pointer).toEqual([]);

    const { received, row } = await newestDossier();
    expect(received).toMatchObject({
      applicant: { name: person.name, idNumber: person.idNumber, phone: person.phone },
      procedure: { code: '2.000815' },
      certified: [{ name: 'Giấy khai sinh', pages: 1, copies: 3, feeVnd: 6000 }],
      feeVnd: 6000,
      dueAt: '2026-11-20T17:30',
    });

    // Solved the same day: no paper unless the citizen asks for it.
    expect(spooled()).toEqual([]);
    await keyboard.press('F8');
    await keyboard.type('5');
    const pdf = await paperOf(row.code);
    const info = run('pdfinfo', pdf);
    expect(info).toMatch(/Pages:\s+1\n/);
    const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(info) ?? [];
    expect(Math.abs(Number(width) - 419.5)).toBeLessThan(1);
    expect(Math.abs(Number(height) - 595.3)).toBeLessThan(1);
    expect(run('pdffonts', pdf)).not.toMatch(/\sno\s+\w+\s+\w+\s+\d+\s+0$/m);
    const text = run('pdftotext', '-layout', pdf, '-').normalize('NFC').replaceAll(/\s+/g, '');
    for (const said of [
      'GIẤYTIẾPNHẬNHỒSƠVÀHẸNTRẢKẾTQUẢ',
      row.code,
      person.name.toLocaleUpperCase('vi').replaceAll(' ', ''),
      'Giấykhaisinh',
      '6.000',
      'CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM',
    ]) {
      expect(text).toContain(said);
    }
    const image = join(mkdtempSync(join(tmpdir(), 'receipt-')), 'page');
    run('pdftoppm', '-r', '200', '-png', '-singlefile', pdf, image);
    const decoded = run('zbarimg', '--quiet', '--raw', `${image}.png`).trim();
    expect(readReceiptCode(decoded)).toEqual({
      ok: true,
      value: { kind: 'receipt', code: row.code, issue: 0 },
    });

    await expect
      .poll(async () =>
        house.district.db.selectFrom('dossier').selectAll().where('id', '=', row.id).executeTakeFirst(),
      )
      .toMatchObject({
        code: row.code,
        applicant_name: person.name,
        procedure_code: '2.000815',
        due_at: received.dueAt,
      });
  });

  test('a new applicant with a chip card, an empty old number and a birth year only', async () => {
    const person = { ...madeUpPerson(7), idNumber: '001150000777' };
    const card = cardText(person).split('|');
    card[3] = '00001950';
    await keyboard.scan(card.join('|'));
    await fieldIs('applicant.phone');
    await keyboard.type('0912345678');
    await keyboard.press('Enter');
    await fieldIs('procedureCode');
    await keyboard.type('ctbs');
    await keyboard.press('Enter');
    await fieldIs('newRow');
    await keyboard.type('1*2');
    await keyboard.press('F9');
    await intakeIsReady();
    const { received } = await newestDossier();
    expect(received).toMatchObject({
      applicant: { name: person.name, birthDate: '1950', phone: '0912345678' },
      certified: [{ pages: 1, copies: 2 }],
    });
    expect(pointer).toEqual([]);
  });

  test('an old CMND of nine digits, typed by hand, and a procedure by words without marks', async () => {
    await keyboard.press('Enter');
    await fieldIs('applicant.idNumber');
    await keyboard.type('012345678');
    await keyboard.press('Enter');
    await fieldIs('applicant.name');
    await keyboard.type('bùi văn cũ');
    await keyboard.press('Alt+2');
    await fieldIs('procedureCode');
    await keyboard.type('khai tu');
    await keyboard.press('Enter');
    await page.waitForFunction(() => document.body.textContent?.includes('1.000656'));
    await page.waitForFunction(() => document.activeElement?.closest('[data-field=feeChoice]') !== null);
    await keyboard.press('Space', 'F9');
    await intakeIsReady();
    const { received } = await newestDossier();
    expect(received).toMatchObject({
      applicant: { name: 'Bùi Văn Cũ', idNumber: '012345678' },
      procedure: { code: '1.000656' },
      feeChoice: { key: 'on-time' },
    });
  });

  test('a torn card code says so and puts nothing into any field', async () => {
    await keyboard.scan('0011890123|KHUẤT THỊ|1203|');
    await page.getByText('Không đọc được mã. Thử lại, hoặc gõ 12 số.').waitFor();
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>('input[type=text]')]
          .map((input) => input.value)
          .join(''),
      ),
    ).toBe('');
    await keyboard.press('Escape');
    await intakeIsReady();
  });

  test('the text of a card pasted into the box is taken like a scan', async () => {
    await page.keyboard.insertText(cardText({ ...madeUpPerson(8), idNumber: '001151000888' }));
    await page.waitForTimeout(700);
    await keyboard.press('Enter');
    await fieldIs('applicant.phone');
    await keyboard.press('F2');
    await intakeIsReady();
    await page.getByText(/hồ sơ nháp/).waitFor();
    await keyboard.press('Escape');
    await page.getByText(/hồ sơ nháp/).waitFor({ state: 'hidden' });
  });

  test('an 11-digit number is pointed out at its field, and F9 loses nothing that was typed', async () => {
    await keyboard.press('Enter');
    await fieldIs('applicant.idNumber');
    await keyboard.type('00118901234');
    await keyboard.press('Enter');
    await page.getByText('Số định danh phải có 12 số (đang có 11).').first().waitFor();
    await keyboard.press('F9');
    await page.waitForTimeout(300);
    const values = await page.evaluate(() =>
      [...document.querySelectorAll('input')].map((input) => input.value.replaceAll(' ', '')),
    );
    expect(values).toContain('00118901234');
    await keyboard.press('F2');
    await intakeIsReady();
    await page.getByText(/hồ sơ nháp/).waitFor();
    await keyboard.press('Escape');
    await page.getByText(/hồ sơ nháp/).waitFor({ state: 'hidden' });
  });

  test('a draft half written outlives a killed screen', async () => {
    await keyboard.press('Enter');
    await fieldIs('applicant.idNumber');
    await keyboard.type('001189055443');
    await keyboard.press('Enter');
    await keyboard.type('Cấn Văn Thịnh');
    await page.waitForTimeout(600);
    await page.reload();
    await page.getByText(/hồ sơ nháp/).waitFor();
    await keyboard.press('Enter');
    await page.getByText('CẤN VĂN THỊNH').or(page.locator('input[value="Cấn Văn Thịnh"]')).first().waitFor();
    await keyboard.press('F2');
    await intakeIsReady();
    await keyboard.press('Escape');
  });

  test('without a line the work goes on and the pill counts; a portal is never taken for the district', async () => {
    house.line.answer = 'portal';
    await page.reload();
    await intakeIsReady();
    await keyboard.scan(cardText(madeUpPerson(1)));
    await fieldIs('procedureCode');
    await keyboard.type('1');
    await fieldIs('newRow');
    await keyboard.type('1*1');
    await keyboard.press('F9');
    await intakeIsReady();
    await page
      .locator('header')
      .getByText(/1 chờ gửi/)
      .waitFor();
    const before = await newestDossier();
    expect(before.row.sent).toBe(false);
    house.line.answer = 'district';
    await keyboard.press('F5');
    await page.getByRole('button', { name: 'Đã gửi hết' }).waitFor();
    expect((await newestDossier()).row.sent).toBe(true);
  });

  test('the result is handed over by scanning the receipt', async () => {
    const { row } = await newestDossier();
    const officer = await signIn(house.desk);
    await officer.call('dossier.markReady', { id: row.id, note: '' });
    officer.leave();
    await keyboard.scan(receiptCode(row.code));
    await page.getByText(row.code.slice(-11)).first().waitFor();
    await page.waitForTimeout(300);
    await keyboard.press('F9');
    await expect.poll(async () => (await newestDossier()).row.status).toBe('delivered');
    expect(keyboard.keys()).toBeLessThanOrEqual(2);
  });

  test('F7 takes a dossier on: passed to a unit, then asked for more, with the paper of the step', async () => {
    const officer = await signIn(house.desk);
    const { id } = await receive(officer, madeUpPerson(77), '1.004873');
    await page.reload();
    await intakeIsReady();
    await keyboard.press('F4');
    await fieldIs('filter');
    await keyboard.type('xac nhan tinh trang');
    await page.waitForTimeout(600);
    await keyboard.press('Enter');
    await page.getByText('Nhật ký', { exact: true }).waitFor();
    await keyboard.press('F7', '1');
    await fieldIs('step.unit');
    await keyboard.type('Tu phap');
    await keyboard.press('F9');
    await expect.poll(async () => (await officer.call('dossier.get', { id })).row.status).toBe('processing');

    await keyboard.press('F7');
    await page.getByRole('button', { name: /Yêu cầu bổ sung/ }).waitFor();
    await keyboard.press('3');
    await fieldIs('step.items');
    await keyboard.type('Trich luc');
    await keyboard.press('Tab');
    await fieldIs('step.reason');
    await keyboard.type('Con thieu');
    await keyboard.press('Tab');
    await fieldIs('step.legalBasis');
    await keyboard.type('ND 61/2018');
    // A counter asks for more with the consent of whoever may approve it.
    await keyboard.press('Tab', 'Tab', 'Space');
    await goOnTo(page, keyboard, 'approver.pin');
    await keyboard.type('112233');
    await keyboard.press('F9');
    await expect
      .poll(async () => (await officer.call('dossier.get', { id })).row.status)
      .toBe('awaitingSupplement');
    const { row } = await officer.call('dossier.get', { id });
    officer.leave();
    const paper = `phieu-bo-sung-${row.code.slice(-11)}.pdf`;
    await expect.poll(() => spooled().includes(paper), { timeout: 30_000 }).toBe(true);
    const said = run('pdftotext', join(house.spoolDir, paper), '-').normalize('NFC').replaceAll(/\s+/g, '');
    expect(said).toContain('PHIẾUYÊUCẦUBỔSUNG,HOÀNTHIỆNHỒSƠ');
    await expect
      .poll(async () =>
        house.district.db.selectFrom('dossier').select('status').where('id', '=', id).executeTakeFirst(),
      )
      .toEqual({ status: 'awaitingSupplement' });
  });

  test('nothing was pointed at with a mouse and the page complained of nothing', async () => {
    expect(pointer).toEqual([]);
    expect(faults).toEqual([]);
  });
});
