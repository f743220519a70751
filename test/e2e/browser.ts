import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser, sandboxFlags, thisMachine } from '../../desk/browser-shell/find-browser.ts';

/** The screen of an old counter PC, less the 40 px of the system's task bar. */
export const counterScreen = { width: 1366, height: 728 };

export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser(thisMachine);
  if (executablePath === null) throw new Error('These tests need Chromium: see "npm test"');
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  return chromium.launch({ executablePath, args: [...sandboxFlags(), ...quiet] });
}

/** Keys pressed on a page, counted as an officer's fingers would; a scan counts apart. */
export interface Keyboard {
  readonly press: (...keys: string[]) => Promise<void>;
  /** Each character is a key; letters with marks come as the keys of a Vietnamese layout. */
  readonly type: (text: string) => Promise<void>;
  /** What a scanner in keyboard mode sends: the text in a burst, then Enter. */
  readonly scan: (text: string) => Promise<void>;
  readonly keys: () => number;
  readonly scans: () => number;
  readonly reset: () => void;
}

export async function keyboardOf(page: Page): Promise<Keyboard> {
  const devtools = await page.context().newCDPSession(page);
  let keys = 0;
  let scans = 0;
  const send = async (key: string, text: string): Promise<void> => {
    const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : '';
    const windowsVirtualKeyCode = key === 'Enter' ? 13 : key.toUpperCase().charCodeAt(0);
    const event = { key, code: key === 'Enter' ? 'Enter' : code, windowsVirtualKeyCode };
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, text, unmodifiedText: text });
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  };
  return {
    async press(...names) {
      for (const name of names) {
        keys += 1;
        await page.keyboard.press(name);
      }
    },
    async type(text) {
      for (const character of text) {
        keys += 1;
        await send(character, character);
        // A quick officer: well above a scanner's pace.
        await page.waitForTimeout(60);
      }
    },
    async scan(text) {
      scans += 1;
      // Not awaited one by one: a scanner does not wait for the screen either.
      await Promise.all(Array.from(text, (character) => send(character, character)));
      await send('Enter', '\r');
    },
    keys: () => keys,
    scans: () => scans,
    reset() {
      keys = 0;
      scans = 0;
    },
  };
}

/** Keys until a field has the focus, as an officer presses Tab or Enter on. */
export async function goOnTo(
  page: Page,
  keyboard: Keyboard,
  name: string,
  key: 'Enter' | 'Tab' = 'Enter',
): Promise<void> {
  for (let left = 40; left > 0; left -= 1) {
    const here = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['field']);
    if (here === name) return;
    await keyboard.press(key);
  }
  throw new Error(`No way to ${name}`);
}
