import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const sections = new Set(
  [...readFileSync(`${root}docs/sources.md`, 'utf8').matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^a-z ]/g, '')
      .replaceAll(' ', '-'),
  ),
);

test('every rule that names its source names a section that exists', () => {
  const files = globSync('{shared,db,desk,district}/**/*.ts', { cwd: root });
  const named = files.flatMap((file) =>
    [...readFileSync(root + file, 'utf8').matchAll(/docs\/sources\.md#([\w-]+)/g)].map(
      ([, section = '']) => section,
    ),
  );
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((section) => !sections.has(section))).toEqual([]);
});
