import type { Page } from 'playwright-core';
import { epochOf, moment } from '../../shared/domain/base/local-date.ts';
import { counterScreen, type Keyboard, keyboardOf, openBrowser } from './browser.ts';
import { type House, openHouse } from './house.ts';

/** A desk with its district, and an officer signed in before its screen. */
export interface CounterPage {
  readonly house: House;
  readonly page: Page;
  readonly keyboard: Keyboard;
  readonly close: () => Promise<void>;
}

const pins = { trang: '135790', quy: '112233' } as const;

/**
 * Opens on a Friday morning, whatever day it is outside: same-day procedures are due the same day.
 * @param prepare what is to be heard of the page, before it is opened
 */
export async function openCounterPage(
  officer: keyof typeof pins = 'trang',
  prepare: (page: Page) => Promise<void> | void = () => {},
): Promise<CounterPage> {
  const house = await openHouse();
  house.clock.shiftMs = epochOf(moment('2026-11-20T09:00')) - Date.now();
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: counterScreen });
  page.setDefaultTimeout(10_000);
  await prepare(page);
  const keyboard = await keyboardOf(page);
  await page.goto(house.host.url);
  await page.getByRole('combobox').waitFor();
  await keyboard.type(officer);
  await keyboard.press('Enter');
  await keyboard.type(pins[officer]);
  await keyboard.press('Enter');
  await fieldIs(page, 'omni');
  return {
    house,
    page,
    keyboard,
    async close() {
      await browser.close();
      await house.close();
    },
  };
}

/** Waits until a field, or something in it, has the focus. */
export const fieldIs = (page: Page, name: string): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') === wanted,
    name,
  );

/** What must stay empty while an officer works by keys alone: uses of a mouse, and complaints of the page. */
export async function watchPage(page: Page, pointer: string[], faults: string[]): Promise<void> {
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.exposeFunction('seenPointer', (type: string) => pointer.push(type));
  await page.addInitScript(() => {
    const tell = (globalThis as typeof globalThis & { seenPointer: (type: string) => void }).seenPointer;
    for (const type of ['mousedown', 'pointerdown', 'touchstart'])
      addEventListener(type, () => tell(type), true);
  });
}
