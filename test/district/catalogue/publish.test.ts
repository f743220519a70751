import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDemoCommune } from '../../../district/demo.ts';
import { openStore } from '../../../district/store.ts';
import { day } from '../../../shared/domain/base/local-date.ts';
import { decree61 } from '../../../shared/domain/catalogue/rule-set.ts';
import { seedCatalogue } from '../../../shared/seed/editions.ts';

const program = fileURLToPath(new URL('../../../district/catalogue/publish.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'publish-'));
const dataDir = join(folder, 'data');

beforeAll(async () => {
  const { db } = await openStore({ kind: 'pglite', dataDir }, () => {});
  await createDemoCommune(db);
  await db.destroy();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function publish(kind: string, text: string) {
  const file = join(folder, 'edition.json');
  writeFileSync(file, text);
  const env = { ...process.env, DATABASE_URL: '' };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, kind, file, '--data-dir', dataDir],
    {
      env,
      encoding: 'utf8',
    },
  );
  return { status, said: stdout === '' ? stderr : (JSON.parse(stdout) as unknown) };
}

const rules = JSON.stringify({ validFrom: day('2026-12-01'), edition: { ...decree61, edition: 'thử' } });

test('an operator publishes an edition to every commune, once', () => {
  expect(publish('rules', rules)).toEqual({ status: 0, said: { kind: 'rules', communes: ['09739'] } });
  expect(publish('rules', rules)).toEqual({ status: 0, said: { kind: 'rules', communes: [] } });
});

test.each([
  ['calendar', rules, /no edition of the calendar/],
  ['rules', '{', /no edition of the rules/],
  ['weather', rules, /catalogue\|calendar\|rules\|forms\|formSets\|agencies FILE/],
])('as %s, %j is told apart and publishes nothing', (kind, text, says) => {
  expect(publish(kind, text)).toEqual({ status: 1, said: expect.stringMatching(says) });
});

test('a catalogue whose steps take longer than it promises is not published', () => {
  const catalogue = seedCatalogue();
  const procedures = catalogue.procedures.flatMap((one) => {
    const [first, ...rest] = one.steps ?? [];
    return first === undefined ? [] : [{ ...one, steps: [{ ...first, hours: first.hours + 1 }, ...rest] }];
  });
  const longer = { ...catalogue, edition: 'dài hơn', base: catalogue.edition, procedures };
  expect(publish('catalogue', JSON.stringify(longer))).toEqual({
    status: 1,
    said: expect.stringContaining(procedures[0]?.code ?? 'none'),
  });
});
