import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Launch } from '../../electron/launch.ts';
import { type RunningDistrict, startDistrict } from '../support/start-district.ts';
import { type BuiltShell, buildShell } from './build-shell.ts';
import { callDesk as call } from './call-desk.ts';
import { launchDouble, type RunningDouble } from './launch.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipped-test-'));

let built: BuiltShell;
let district: RunningDistrict;

beforeAll(async () => {
  [built, district] = await Promise.all([
    buildShell('shipped'),
    startDistrict({ dataDir: join(folder, 'district'), args: ['--demo'] }),
  ]);
});
afterAll(async () => {
  built.remove();
  await district.stop();
});

/** A demo, so that papers go to a folder. */
const start = (): RunningDouble => {
  const given: Launch = {
    dataDir: join(folder, 'desk'),
    demo: true,
    demoDistrict: { url: district.url, codes: district.codes },
    districtUrl: null,
  };
  return launchDouble({ dist: built.dist, given, spool: join(folder, 'spool') });
};

test('what ships records a dossier, prints its receipt, and still has it after a restart', async () => {
  const first = start();
  const page = await first.window();
  await call(page, 'session.signIn', { officer: 'trang', pin: '135790' });
  const { draft } = await call(page, 'intake.open', {});
  const [procedure] = await call(page, 'procedure.find', { query: '2.000815' });
  const received = await call(page, 'intake.receive', {
    paper: 'a5',
    draft: {
      ...draft,
      applicant: { ...draft.applicant, name: 'Đặng Thị Hường' },
      procedureCode: procedure?.code ?? '',
      rows: [{ text: 'gks 1*3' }],
    },
  });
  await call(page, 'receipt.reprint', { id: received.id, reason: 'requested', paper: 'a5' });
  const printed = join(folder, 'desk', 'printed');
  await expect.poll(() => call(page, 'print.state', {}), { timeout: 20_000 }).toMatchObject({ unprinted: 0 });
  const [receipt = ''] = readdirSync(printed);
  const about = execFileSync('pdfinfo', [join(printed, receipt)], { encoding: 'utf8' });
  expect(about).toMatch(/Pages: +1\n/);
  expect(about).toContain('(A5)');
  const text = execFileSync('pdftotext', [join(printed, receipt), '-'], { encoding: 'utf8' });
  expect(text.replaceAll(/\s/g, '')).toContain('ĐẶNGTHỊHƯỜNG');
  expect(text).toContain(received.code);
  expect(await first.close()).toBe(0);

  const again = start();
  const reopened = await again.window();
  await call(reopened, 'session.signIn', { officer: 'trang', pin: '135790' });
  const { rows } = await call(reopened, 'intake.recent', {});
  expect(rows.map(({ code }) => code)).toEqual([received.code]);
  expect(await again.close()).toBe(0);
});

test('no part of the screens breaks the policy of the pages', async () => {
  const shell = start();
  const page = await shell.window();
  const broken: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) broken.push(message.text());
  });
  await page.reload();
  await page.getByRole('button', { name: 'Vào quầy' }).waitFor();
  expect(broken).toEqual([]);
  expect(await shell.close()).toBe(0);
});
