import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser, thisMachine } from '../../desk/browser-shell/find-browser.ts';
import { type PdfRenderer, startPdfRenderer } from '../../desk/browser-shell/render-pdf.ts';
import { realTimers } from '../../electron/world.ts';
import { moment } from '../../shared/domain/base/local-date.ts';
import type { DossierReceived } from '../../shared/domain/dossier/dossier-events.ts';
import { readReceiptCode } from '../../shared/domain/dossier/receipt-code.ts';
import type { ReceivedPaper } from '../../shared/domain/dossier/received-papers.ts';
import type { FormDocument } from '../../shared/forms/base/form.ts';
import { jobName } from '../../shared/forms/base/job-name.ts';
import { type FormKind, formKind } from '../../shared/forms/base/paper.ts';
import { controlSlip } from '../../shared/forms/dossier/control-slip.ts';
import { receiptLeaves } from '../../shared/forms/dossier/receipt-leaves.ts';
import { type ReceiptRequest, receiptSlip } from '../../shared/forms/dossier/receipt-slip.ts';
import { supplementSlip } from '../../shared/forms/dossier/supplement-slip.ts';
import { aReceivedDossier, vongXuyen } from '../domain/dossier/example.ts';
import { labelsOf } from '../forms/labels.ts';
import { aLongDossier, asked, contextOf, everyPaper, fact, nameOf, wholeWay } from '../forms/samples.ts';
import { openBrowser } from './browser.ts';
import { rendererDir } from './house.ts';
import { measure, openPaperPage } from './paper-page.ts';

let renderer: PdfRenderer;
let browser: Browser;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), 'papers-'));

beforeAll(async () => {
  const executablePath = findBrowser(thisMachine);
  renderer = startPdfRenderer({ executablePath, rendererDir, timers: realTimers });
  browser = await openBrowser();
  page = await openPaperPage(browser);
});

afterAll(async () => {
  await browser.close();
  await renderer.close();
});

const run = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' });
const packed = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, '');

interface Printed {
  readonly path: string;
  readonly pages: number;
  /** Points, 72 to the inch. */
  readonly size: readonly [number, number];
  /** Everything that can be read, in the order it was drawn, without white space. */
  readonly text: string;
}

async function print(form: FormDocument): Promise<Printed> {
  const path = join(folder, `${jobName(form)}-${form.paper}.pdf`);
  writeFileSync(path, await renderer.renderPdf(form));
  const info = run('pdfinfo', path);
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(info) ?? [];
  return {
    path,
    pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]),
    size: [Number(width), Number(height)],
    text: packed(run('pdftotext', '-raw', path, '-')),
  };
}

const points = {
  a5: [419.5, 595.3],
  a4: [595.3, 841.9],
  'a4-landscape': [841.9, 595.3],
} as const;

function expectSize({ size }: Printed, paper: keyof typeof points): void {
  const [width, height] = points[paper];
  expect(Math.abs(size[0] - width)).toBeLessThan(1);
  expect(Math.abs(size[1] - height)).toBeLessThan(1);
}

/** Each word after the one before it. */
function expectInOrder(text: string, words: readonly string[]): void {
  let from = 0;
  for (const word of words.map(packed)) {
    const found = text.indexOf(word, from);
    expect(found, `"${word}" after ${text.slice(Math.max(0, from - 40), from)}`).toBeGreaterThanOrEqual(from);
    from = found + word.length;
  }
}

function expectFontsInside({ path }: Printed): void {
  const [, , ...fonts] = run('pdffonts', path).trimEnd().split('\n');
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) {
    expect(font).toMatch(/^[A-Z]{6}\+(Tinos|Inter)/);
    expect(font).toMatch(/\syes\s+yes\s+(yes|no)\s+\d+\s+0$/);
  }
}

const state = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];

/** As long as anything in the catalogue, and more papers than any procedure asks for. */
const longName = 'Công Tằng Tôn Nữ Hoàng Ngọc Phương Thảo Nguyên Khánh Linh';
const long: Partial<DossierReceived> = {
  applicant: {
    ...aReceivedDossier().applicant,
    name: longName,
    address:
      'Số nhà 128 ngõ 46/17 đường Nguyễn Trãi, cụm dân cư số 9, thôn Phúc Trạch, xã Võng Xuyên, huyện Phúc Thọ, thành phố Hà Nội',
  },
  procedure: {
    code: '1.004944',
    name: 'Đăng ký nhận chăm sóc thay thế cho trẻ em đối với cá nhân, người đại diện gia đình nhận chăm sóc thay thế không phải là người thân thích của trẻ em',
    field: 'Trẻ em',
    termText: '10 ngày làm việc kể từ khi nhận đủ hồ sơ hợp lệ',
  },
  papers: Array.from({ length: 12 }, (_, n) => ({
    name: `Giấy tờ thứ ${String(n + 1)} (giấy khai sinh, giấy xác nhận khuyết tật, bệnh án, danh sách kèm theo…)`,
    originals: 1,
    certifiedCopies: 2,
    copies: 3,
    present: n % 3 === 0,
  })),
};

const pagesFor = (kind: FormKind): number => (kind === 'register' ? 3 : 1);

describe.each(['TT01-2018', 'TT03-2025'] as const)('of the set %s', (set) => {
  test.each(formKind.options)('%s comes out whole, in its own size and fonts', async (kind) => {
    const form = everyPaper(contextOf(set, {}, { copy: 1 }))[kind];
    const printed = await print(form);
    expect(printed.pages).toBe(pagesFor(kind));
    expectSize(printed, form.paper);
    expectFontsInside(printed);
    expectInOrder(printed.text, [...state, form.header.placeAndDate, ...form.marks, form.title]);
    expectInOrder(printed.text, [form.title, ...labelsOf(form), ...form.footer]);
  });

  test.each(formKind.options)('%s on A4, with the longest names, loses nothing', async (kind) => {
    const form = everyPaper(contextOf(set, { paper: 'a4' }), long)[kind];
    const { fits, clipped } = await measure(page, form);
    expect(clipped).toEqual([]);
    expect(fits).not.toContain('flow');
    const printed = await print(form);
    expect(printed.pages).toBe(pagesFor(kind));
    expectSize(printed, form.paper === 'a5' ? 'a4' : form.paper);
    // Citizens are written in capitals; the officer who closes a register is not.
    const written = kind === 'registerClosing' ? longName : longName.toLocaleUpperCase('vi');
    expect(printed.text).toContain(packed(written));
  });
});

test.each(formKind.options)('%s on its usual sheet, with the longest names, loses nothing', async (kind) => {
  const form = everyPaper(contextOf(), long)[kind];
  const { fits, clipped } = await measure(page, form);
  expect(clipped).toEqual([]);
  expect(fits).not.toContain('flow');
  const printed = await print(form);
  expect(printed.pages).toBe(pagesFor(kind));
  expectInOrder(printed.text, [form.title, ...labelsOf(form)]);
});

test('twelve missing papers stand on one A5 page', async () => {
  const items = (long.papers ?? []).map(({ name }) => name);
  const { applicant } = aLongDossier(long);
  const form = supplementSlip({
    context: contextOf(),
    officerName: 'Đỗ Thu Trang',
    asked: { stage: 'counter', body: { ...asked, applicant, items } },
  });
  const { fits, clipped } = await measure(page, form);
  expect(clipped).toEqual([]);
  expect(fits).not.toContain('flow');
  const printed = await print(form);
  expect(printed.pages).toBe(1);
  expectInOrder(printed.text, items);
});

test('sixty missing papers go on to further pages, all of them to be read', async () => {
  const items = Array.from({ length: 60 }, (_, n) => `${String(n + 1)}: ${'giấy tờ cần bổ sung '.repeat(6)}`);
  const form = supplementSlip({
    context: contextOf(),
    officerName: 'Đỗ Thu Trang',
    asked: { stage: 'counter', body: { ...asked, items } },
  });
  const printed = await print(form);
  expect(printed.pages).toBeGreaterThan(1);
  expectSize(printed, 'a5');
  expectInOrder(printed.text, [...items, 'NGƯỜI HƯỚNG DẪN', 'Đỗ Thu Trang']);
});

test('a dossier that went through twenty hands has a control slip of several pages, its head on each', async () => {
  const received = aLongDossier();
  const twenty = Array.from({ length: 20 }, (_, n) =>
    fact('dossier.forwarded', n % 2 === 0 ? 'trang' : 'hung', {
      at: moment(`2025-05-20T${String(10 + Math.floor(n / 4))}:${String((n % 4) * 15).padStart(2, '0')}`),
      unit: n % 2 === 0 ? 'Tư pháp - Hộ tịch' : 'Văn phòng - Thống kê',
      officer: n % 2 === 0 ? 'hung' : 'tam',
      note: '',
    }),
  );
  const facts = [...wholeWay(received).slice(0, 1), ...twenty];
  const printed = await print(controlSlip({ context: contextOf(), received, facts, nameOf }));
  expect(printed.pages).toBeGreaterThan(2);
  expect(printed.text.split(packed('TÊN CƠ QUAN'))).toHaveLength(printed.pages + 1);
  expect(printed.text.split(packed('Người giao (Ký)'))).toHaveLength(21);
});

test('a register of a thousand dossiers has its hundred pages and a cover', async () => {
  const printed = await print(everyPaper(contextOf(), {}, 1000).register);
  expect(printed.pages).toBe(101);
  expect(printed.text.split('Sốđiệnthoại')).toHaveLength(101);
  expect(printed.text).toContain('Trang100');
  // Where a book that goes on ends, nobody knows yet.
  expect(printed.text).not.toContain('Trang100/');
});

describe('receipts', () => {
  const request: Omit<ReceiptRequest, 'paper'> = {
    received: aLongDossier(long),
    agency: vongXuyen,
    deskName: 'Quầy 1',
    officerName: 'Đỗ Thu Trang',
    printedBy: 'Đỗ Thu Trang',
    printedAt: moment('2025-05-20T09:42'),
    copy: 0,
    demo: false,
  };

  test.each(['a5', 'a4'] as const)('of twelve papers loses nothing on %s', async (paper) => {
    const form = receiptSlip({ ...request, paper });
    const { fits, clipped } = await measure(page, form);
    expect(clipped).toEqual([]);
    expect(fits).not.toContain('flow');
    const printed = await print(form);
    expect(printed.pages).toBe(1);
    expectSize(printed, paper);
    expectInOrder(printed.text, [...state, form.title, ...form.after.map(({ label }) => label)]);
  });

  test('of an interlinked dossier that another office decides has every agency and date on one page of A5', async () => {
    const legs = ['Phòng Lao động – Thương binh và Xã hội', 'UBND huyện Phúc Thọ'].map((agency, n) => ({
      agency,
      termText: '56 giờ làm việc',
      dueAt: moment(`2025-06-1${n}T17:30`),
    }));
    const papers = request.received.papers.slice(0, 6);
    const received = { ...request.received, papers, legs, competentAgency: 'UBND xã Sen Phương' };
    const form = receiptSlip({ ...request, received, paper: 'a5' });
    expect((await measure(page, form)).clipped).toEqual([]);
    const printed = await print(form);
    expect(printed.pages).toBe(1);
    expectInOrder(printed.text, [
      'Cơ quan có thẩm quyền giải quyết: UBND xã Sen Phương',
      'Cơ quan phối hợp:',
      'đến 17:30 10/06/2025',
      'đến 17:30 11/06/2025',
    ]);
  });

  test('of thirty papers goes on to further pages, all of them to be read', async () => {
    const papers = Array.from({ length: 30 }, (_, n) => ({
      ...(request.received.papers[0] as ReceivedPaper),
      name: `Giấy tờ ${String(n + 1)}: ${'bản sao có chứng thực '.repeat(4)}`.trim(),
    }));
    const received = { ...request.received, papers };
    const printed = await print(receiptSlip({ ...request, received, paper: 'a5' }));
    expect(printed.pages).toBe(4);
    expectInOrder(printed.text, [...papers.map(({ name }) => name), 'NGƯỜI TIẾP NHẬN HỒ SƠ']);
  });

  test.each([
    { paper: 'a5', pages: 2 },
    { paper: 'a4-landscape', pages: 1 },
  ] as const)('in two copies are $pages pages of $paper', async ({ paper, pages }) => {
    const form = receiptLeaves(request, paper);
    expect((await measure(page, form)).clipped).toEqual([]);
    const printed = await print(form);
    expect(printed.pages).toBe(pages);
    expectSize(printed, paper);
    expectInOrder(printed.text, ['(Liên 1: Lưu)', '(Liên 2: Giao khách hàng)']);
  });
});

test('the code on a slip reads back as its dossier', async () => {
  const { path } = await print(everyPaper(contextOf()).control);
  run('pdftoppm', '-r', '200', '-png', '-singlefile', path, join(folder, 'code'));
  const decoded = run('zbarimg', '--quiet', '--raw', join(folder, 'code.png')).trim();
  expect(readReceiptCode(decoded)).toEqual({
    ok: true,
    value: { kind: 'receipt', code: 'H26.25.39-250520-1043', issue: 0 },
  });
});
