import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { pageFile, readPageFiles } from '../../desk/browser-shell/page-files.ts';
import { pageHeaders } from '../../desk/browser-shell/page-policy.ts';
import type { FormDocument } from '../../shared/forms/base/form.ts';
import { rendererDir } from './house.ts';

/** The page that papers are drawn on, in a browser of the test's own, so that what it drew can be measured. */
export async function openPaperPage(browser: Browser): Promise<Page> {
  const files = readPageFiles(rendererDir);
  const page = await browser.newPage();
  await page.route('**/*', async (route) => {
    const file = pageFile(files, new URL(route.request().url()).pathname);
    if (file === undefined) return route.abort();
    const headers = { ...pageHeaders('none'), 'content-type': file.contentType };
    return route.fulfill({ headers, body: await readFile(file.path) });
  });
  await page.goto('https://print.invalid/print.html');
  return page;
}

export interface Measured {
  /** Which step of letters each page took; `flow` where none was small enough. */
  readonly fits: readonly string[];
  /** Elements whose content is larger than they are, or that stick out of their page. */
  readonly clipped: readonly string[];
}

/** Draws a paper and looks for anything that would be cut off. Rows are left out: a tall cell hangs out of its first one. */
export async function measure(page: Page, form: FormDocument): Promise<Measured> {
  await page.evaluate(
    (asked) =>
      (globalThis as typeof globalThis & { renderForm: (form: unknown) => Promise<unknown> }).renderForm(
        asked,
      ),
    form,
  );
  return page.evaluate(() => {
    const rounding = 1;
    const pages = [...document.querySelectorAll<HTMLElement>('.page')];
    const clipped = pages.flatMap((sheet) => {
      const edge = sheet.getBoundingClientRect();
      return [sheet, ...sheet.querySelectorAll<HTMLElement>('*:not(svg, svg *, tr)')].filter((element) => {
        const box = element.getBoundingClientRect();
        const sticksOut =
          box.right > edge.right + rounding ||
          box.bottom > edge.bottom + rounding ||
          box.left < edge.left - rounding;
        const isBox = element.clientWidth > 0;
        const overflows =
          element.scrollWidth > element.clientWidth + rounding ||
          element.scrollHeight > element.clientHeight + rounding;
        return sticksOut || (isBox && overflows);
      });
    });
    return {
      fits: pages.map((sheet) => sheet.dataset['fit'] ?? ''),
      clipped: clipped.map((element) => `${element.tagName}.${element.className} ${element.textContent}`),
    };
  });
}
