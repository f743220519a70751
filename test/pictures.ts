import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { epochOf, moment } from '../shared/domain/base/local-date.ts';
import { counterScreen, keyboardOf, openBrowser } from './e2e/browser.ts';
import { openHouse } from './e2e/house.ts';
import { filledDraft, receive, signIn } from './support/desk-driver.ts';
import { cardText, madeUpPerson } from './support/people.ts';

/** Takes the pictures of `docs/screens`: the real desk with made-up people, in the browser shell. */
const folder = join(import.meta.dirname, '../docs/screens');
mkdirSync(folder, { recursive: true });

const house = await openHouse();
const atLocal = (local: string): void => {
  house.clock.shiftMs = epochOf(moment(local)) - Date.now();
};

const procedures = ['2.000815', '1.004873', '1.001193', '1.000656', '2.000635', '1.001612', '1.004222'];
atLocal('2026-11-12T08:05');
const officer = await signIn(house.desk);
for (let index = 0; index < 26; index += 1) {
  house.clock.shiftMs += index % 4 === 3 ? 57_600_000 : 780_000;
  const { id } = await receive(officer, madeUpPerson(index), procedures[(index * 5) % procedures.length]);
  // Those that are not resolved at once are declined, and stay in progress.
  if (index % 3 === 0) await officer.ask('dossier.markReady', { id, note: '' });
}
atLocal('2026-11-20T09:42');
await officer.call('print.retry', {});

const browser = await openBrowser();
const page = await browser.newPage({ viewport: counterScreen });
const keyboard = await keyboardOf(page);
const picture = async (name: string): Promise<void> => {
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/screens/${name}.png`);
};
const focused = (one: Page, field: string): Promise<unknown> =>
  one.waitForFunction(
    (name) => (document.activeElement as HTMLElement | null)?.dataset['field'] === name,
    field,
  );

await page.goto(house.host.url);
await page.getByRole('combobox').waitFor();
await picture('sign-in');
await keyboard.type('trang');
await keyboard.press('Enter');
await keyboard.type('135790');
await keyboard.press('Enter');
await focused(page, 'omni');
await receive(officer, madeUpPerson(1));
await receive(officer, madeUpPerson(40), '1.001193');
await page.reload();
await focused(page, 'omni');
await keyboard.scan(cardText(madeUpPerson(1)));
await focused(page, 'procedureCode');
await keyboard.type('1');
await focused(page, 'newRow');
await keyboard.type('gks 1*3');
await keyboard.press('Enter');
await keyboard.type('hb 6*2');
await keyboard.press('Enter');
await picture('intake');
await keyboard.press('F4');
await picture('dossiers');
await keyboard.press('ArrowDown', 'ArrowDown', 'Enter');
await picture('dossier');
await page.getByRole('button', { name: 'Đính chính' }).click();
await focused(page, 'correct.name');
await page.locator('[data-field="correct.phone"]').fill('0912 345 678');
await page.locator('[data-field="correct.reason"]').fill('Người dân đọc nhầm số điện thoại');
await page.getByRole('radio', { name: 'Nguyễn Văn Quý' }).waitFor();
await picture('correction');
await keyboard.press('Escape', 'F6');
await picture('hand-over');
await keyboard.press('Escape', 'Escape');
await page.getByRole('button', { name: 'Sổ sách' }).click();
await picture('books');
await officer.call('cash.open', {
  openingVnd: 200_000,
  books: [{ symbol: '28AA-17T', from: '0001201', to: '0001250' }],
});
const paid = await receive(officer, madeUpPerson(41));
await officer.call('dossier.markReady', { id: paid.id, note: '' });
await officer.call('dossier.handOver', {
  id: paid.id,
  receiver: { kind: 'applicant', name: madeUpPerson(41).name, idNumber: '', relation: '', authorisation: '' },
  feeCollectedVnd: 22_000,
  receipt: { symbol: '28AA-17T', serial: '0001201' },
});
await page.getByRole('button', { name: 'Quỹ' }).click();
await page.getByText('0001201').first().waitFor();
await picture('cash');
await page.getByRole('button', { name: 'Cài đặt' }).click();
await picture('settings');
house.line.answer = 'none';
for (let index = 50; index < 56; index += 1) {
  const draft = await filledDraft(officer, madeUpPerson(index), '2.000815');
  await officer.call('intake.receive', { draft, paper: 'a5' });
}
house.clock.shiftMs += 3 * 3_600_000;
await officer.call('sync.now', {});
await page.reload();
await focused(page, 'omni');
await page.getByText('Đồng bộ').first().click();
await picture('sync-offline');

await browser.close();
await house.close();
