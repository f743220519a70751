// @vitest-environment node
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, thisMachine } from '../../desk/browser-shell/find-browser.ts';
import { darkRuns } from '../../renderer/print/qr-code.tsx';
import type { DossierReceived } from '../../shared/domain/dossier/dossier-events.ts';
import type { ReceiptSlip } from '../../shared/forms/base/form.ts';
import { receiptSlip } from '../../shared/forms/dossier/receipt-slip.ts';
import { deskView, detailOf, now, rows } from './support/sample.ts';

/** The papers as a real browser prints them: the built page, its own fonts, no network. */

const root = join(import.meta.dirname, '../..');
const outDir = mkdtempSync(join(tmpdir(), 'papers-'));
let server: PreviewServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const shared = { configFile: join(root, 'vite.config.ts'), logLevel: 'error' as const, build: { outDir } };
  await build(shared);
  server = await preview({ ...shared, preview: { port: 0, host: '127.0.0.1' } });
  browser = await chromium.launch({
    executablePath: findBrowser(thisMachine) ?? '',
    args: ['--no-sandbox'],
  });
  page = await browser.newPage();
  await page.goto(new URL('print.html', server.resolvedUrls?.local[0]).href);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(outDir, { recursive: true, force: true });
});

const [first] = rows;
if (first === undefined) throw new Error('The sample has no rows');
const plain = detailOf(first).received;
/** The longest name and the longest paper that the catalogue and the registers know, and a little more. */
const longest: DossierReceived = {
  ...plain,
  note: 'Người nộp đề nghị gọi điện trước khi trả kết quả vì ở xa',
  applicant: {
    ...plain.applicant,
    name: 'Công Tằng Tôn Nữ Nguyễn Phúc Hoàng Thị Phương Thảo Nguyên',
    address:
      'Số nhà 125/47 ngõ 1193, đường Giải Phóng, tổ dân phố số 18, thôn Phúc Trạch Thượng, xã Võng Xuyên, huyện Phúc Thọ, thành phố Hà Nội',
  },
  submitter: {
    name: 'Nguyễn Phúc Hoàng Thị Phương Thảo Nguyên',
    idNumber: '001189012345',
    relation: 'con gái',
  },
  procedure: {
    ...plain.procedure,
    name: 'Đăng ký biến động đối với trường hợp đổi tên hoặc thay đổi thông tin về người sử dụng đất, chủ sở hữu tài sản gắn liền với đất',
  },
  papers: papers(12),
};

function papers(count: number): DossierReceived['papers'] {
  return Array.from({ length: count }, (_, n) => ({
    name: `${String(n + 1)}. Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản gắn liền`,
    originals: 1,
    certifiedCopies: 1,
    copies: 2,
    present: false,
  }));
}

const slipOf = (received: DossierReceived, paper: ReceiptSlip['paper'], copy = 0): ReceiptSlip => {
  if (deskView.desk === null) throw new Error('The sample desk is not enrolled');
  const { agency, deskName } = deskView.desk;
  const names = { officerName: 'Đỗ Thu Trang', printedBy: 'Đỗ Thu Trang' };
  return receiptSlip({ received, agency, deskName, ...names, printedAt: now, paper, copy, demo: copy > 0 });
};

/** What `print.html` offers to whoever prints. */
interface PrintPage {
  readonly renderForm: (form: ReceiptSlip) => Promise<{ readonly heightMm: number }>;
}

const pxOfMm = (mm: number): number => (mm * 96) / 25.4;
const mmOfPoints = (points: string): number => Math.round((Number(points) * 25.4) / 72);

/** @returns the pages of the PDF and what the page said of its height */
async function printed(slip: ReceiptSlip) {
  const { heightMm } = await page.evaluate(
    (form) => (globalThis as typeof globalThis & PrintPage).renderForm(form),
    slip,
  );
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const text = pdf.toString('latin1');
  const [, width = '', height = ''] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
  return {
    heightMm,
    pages: text.match(/\/Type \/Page\b/g)?.length,
    size: [mmOfPoints(width), mmOfPoints(height)],
  };
}

const clipped = () =>
  page.evaluate(() => {
    const sheet = document.querySelector('#paper > *');
    return sheet === null || sheet.scrollHeight > sheet.clientHeight || sheet.scrollWidth > sheet.clientWidth;
  });

describe('A5', () => {
  test.each([
    { name: 'a plain receipt', received: plain, copy: 0 },
    {
      name: '12 papers and the longest names, as a reprint of the sample commune',
      received: longest,
      copy: 2,
    },
  ])('$name is one page with nothing cut off', async ({ received, copy }) => {
    expect(await printed(slipOf(received, 'a5', copy))).toEqual({
      heightMm: 210,
      pages: 1,
      size: [148, 210],
    });
    expect(await clipped()).toBe(false);
  });

  test('more papers than one page holds go on to the next', async () => {
    const { pages, size } = await printed(slipOf({ ...longest, papers: papers(40) }, 'a5'));
    expect(pages).toBeGreaterThan(1);
    expect(size).toEqual([148, 210]);
    expect(await clipped()).toBe(false);
  });

  test('the code is 29 mm, the due date at least 15 pt, and there are 15 mm to sign in', async () => {
    await printed(slipOf(longest, 'a5'));
    const measured = await page.evaluate(() => {
      const due = document.querySelector('.box b');
      return {
        qrPx: document.querySelector('.qr')?.getBoundingClientRect().width ?? 0,
        signPx: document.querySelector('.signer')?.getBoundingClientRect().height ?? 0,
        duePx: due === null ? 0 : Number.parseFloat(getComputedStyle(due).fontSize),
      };
    });
    expect(measured.qrPx).toBeCloseTo(pxOfMm(29), 0);
    expect(measured.signPx).toBeGreaterThanOrEqual(Math.floor(pxOfMm(15)));
    expect(measured.duePx).toBeGreaterThanOrEqual((15 * 96) / 72);
  });

  test('marks of the sample commune and of a reprint are on the paper', async () => {
    await printed(slipOf(plain, 'a5', 2));
    expect(await page.textContent('.marks')).toBe('DỮ LIỆU MẪU · BẢN IN LẠI – LẦN 2');
  });
});

describe('80 mm', () => {
  test.each([
    { name: 'a plain receipt', received: plain },
    { name: '12 papers and the longest names', received: longest },
  ])('$name is one page, as long as what is on it', async ({ received }) => {
    const { heightMm, pages, size } = await printed(slipOf(received, '80mm'));
    expect(pages).toBe(1);
    expect(size[0]).toBe(80);
    expect(Math.abs((size[1] ?? 0) - heightMm)).toBeLessThanOrEqual(1);
    expect(await clipped()).toBe(false);
  });
});

test('dark modules side by side are one bar', () => {
  const rowsOfDark = ['110', '000', '101'];
  expect(darkRuns(3, (row, column) => rowsOfDark[row]?.[column] === '1')).toBe(
    'M0 0h2v1h-2zM0 2h1v1h-1zM2 2h1v1h-1z',
  );
});
