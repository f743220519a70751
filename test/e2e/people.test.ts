import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { receiptCode } from '../../shared/domain/dossier/receipt-code.ts';
import { receive, signIn } from '../support/desk-driver.ts';
import { cardText, madeUpPerson } from '../support/people.ts';
import { type Keyboard } from './browser.ts';
import { type CounterPage, fieldIs as fieldOf, openCounterPage } from './counter-page.ts';
import type { House } from './house.ts';

/** Who stands at the counter, from the card and the keys to the district's row. */

let counter: CounterPage;
let house: House;
let page: Page;
let keyboard: Keyboard;

beforeAll(async () => {
  counter = await openCounterPage();
  ({ house, page, keyboard } = counter);
});

afterAll(() => counter.close());

beforeEach(() => keyboard.reset());

const fieldIs = (name: string): Promise<unknown> => fieldOf(page, name);

async function before(
  ...work: readonly ((officer: Awaited<ReturnType<typeof signIn>>) => Promise<unknown>)[]
) {
  const officer = await signIn(house.desk);
  for (const one of work) await one(officer);
  officer.leave();
  await page.reload();
  await fieldIs('omni');
}

async function newestDossier() {
  const officer = await signIn(house.desk);
  const { rows } = await officer.call('intake.recent', {});
  const detail = await officer.call('dossier.get', { id: rows[0]?.id ?? '' });
  officer.leave();
  return detail;
}

/** What the district has folded for a dossier, once it has it. */
async function atDistrict(id: string) {
  const state = async () =>
    (await house.district.db.selectFrom('dossier').selectAll().where('id', '=', id).executeTakeFirst()) ??
    null;
  await expect.poll(state, { timeout: 30_000 }).not.toBeNull();
  return state();
}

test('a card whose number stands under another name: F9 waits for 1 or 2, and the district has what was said', async () => {
  const owner = madeUpPerson(1);
  await before((officer) => receive(officer, owner));
  const other = { ...owner, name: 'Nguyễn Văn Khác', address: 'Cụm 9, xã Võng Xuyên' };
  await keyboard.scan(cardText(other));
  await page.getByText(`Số này đang đứng tên ${owner.name}`, { exact: false }).waitFor();
  await fieldIs('applicant.phone');
  expect(await page.getByText(/Đã nộp \d+ lần/).count()).toBe(0);
  await keyboard.press('Enter');
  await fieldIs('procedureCode');
  await keyboard.type('1');
  await fieldIs('newRow');
  await keyboard.type('gks');
  await keyboard.press('Enter', 'F9');
  await fieldIs('clash');
  await keyboard.type('2');
  await fieldIs('save');
  await keyboard.press('F9');
  await fieldIs('omni');
  const { received, row } = await newestDossier();
  const clash = {
    decided: 'otherPerson',
    idNumber: owner.idNumber,
    name: other.name,
    otherName: owner.name,
    otherBirthDate: owner.birthDate,
  };
  expect(received).toMatchObject({ applicant: { name: other.name, phone: '' }, clash });
  expect(await atDistrict(row.id)).toMatchObject({ applicant_name: other.name });
  const told = await house.district.db.selectFrom('event').selectAll().execute();
  expect(JSON.stringify(told)).toContain('otherPerson');
});

test('an old card’s visit is found from the chip card that carries its number', async () => {
  const person = madeUpPerson(2);
  await before((officer) => receive(officer, { name: person.name, idNumber: '112233445' }));
  await keyboard.scan(cardText({ ...person, oldIdNumber: '112233445' }));
  await page.getByText(/Đã nộp 1 lần/).waitFor();
  await fieldIs('applicant.phone');
  await keyboard.press('Enter');
  await fieldIs('procedureCode');
  await keyboard.type('1');
  await fieldIs('newRow');
  await page.getByText(/Trùng thủ tục trong ngày/).waitFor();
  await keyboard.type('1*1');
  await keyboard.press('F9');
  await fieldIs('omni');
  const { received, row } = await newestDossier();
  expect(received.applicant).toMatchObject({ idNumber: person.idNumber, otherNumbers: ['112233445'] });
  await atDistrict(row.id);
  await keyboard.press('F3');
  await keyboard.type('112233445');
  await page.getByRole('option', { name: /đã nộp 2 lần/ }).waitFor();
  await keyboard.press('Escape');
});

test('F3 finds a person by any word, by initials, with their dossiers below; a command comes first', async () => {
  await before((officer) => receive(officer, { ...madeUpPerson(3), name: 'Khuất Văn Vượng' }));
  for (const words of ['vuong', 'vuong khuat', 'kvv']) {
    await keyboard.press('F3');
    await keyboard.type(words);
    await page
      .getByRole('option', { name: /^Khuất Văn Vượng/ })
      .first()
      .waitFor();
    const lines = await page
      .getByRole('listbox', { name: 'Kết quả tìm' })
      .getByRole('option')
      .allTextContents();
    expect(lines[0]).toMatch(/^Khuất Văn Vượng/);
    expect(lines[1]).toMatch(/^261120-\d{4}Khuất Văn Vượng/);
    await keyboard.press('Escape');
  }
  await keyboard.press('F3');
  await keyboard.type('tra');
  await page.getByRole('option', { name: /Trả kết quả/ }).waitFor();
  await keyboard.press('Enter');
  await fieldIs('receipt');
});

test('another’s card at hand-over: somebody else, with tie and authorisation, down to the district', async () => {
  const owner = madeUpPerson(4);
  const officer = await signIn(house.desk);
  const { id, code } = await receive(officer, owner);
  await officer.call('dossier.markReady', { id, note: '' });
  officer.leave();
  const { name, idNumber } = madeUpPerson(5);
  await keyboard.scan(receiptCode(code));
  await fieldIs('receiver');
  await keyboard.scan(cardText(madeUpPerson(5)));
  await fieldIs('receiver.relation');
  await keyboard.press('F9');
  await page.waitForTimeout(300);
  expect((await newestDossier()).row.status).toBe('resultReady');
  await keyboard.type('con');
  await keyboard.press('F9');
  await fieldIs('receiver.authorisation');
  await keyboard.type('GUQ 12');
  await keyboard.press('F9');
  await expect.poll(async () => (await newestDossier()).row.status).toBe('delivered');
  const { journal } = await newestDossier();
  expect(journal.find(({ type }) => type === 'dossier.delivered')?.body).toMatchObject({
    receiver: { kind: 'other', name, idNumber, relation: 'con', authorisation: 'GUQ 12' },
  });
  await expect.poll(async () => (await atDistrict(id))?.status, { timeout: 30_000 }).toBe('delivered');
});
