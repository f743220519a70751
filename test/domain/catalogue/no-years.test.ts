import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);
const rooms = ['shared/domain', 'shared/forms', 'desk', 'db', 'district', 'renderer'];
/** Names of circulars and editions, and the demonstration, which plays on a day of 2018. */
const allowed = [/TT01-2018|TT03-2025|TT 0[13]\/20\d\d|ND61-2018/, /edition: '2026-11'/];
const exempt = new Set(['district/demo.ts']);
/** The day from which the editions that the desk is shipped with are in force. */
const begins = "const validFrom = day('2018-01-01');";

test('no rule knows a year: what changes by decree is a dated edition', () => {
  const found = rooms.flatMap((room) =>
    readdirSync(new URL(room, root), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${room}/${file}`)
      .filter((file) => !exempt.has(file))
      .flatMap((file) => yearsIn(file)),
  );
  expect(found).toEqual([]);
});

const yearsIn = (file: string): string[] =>
  readFileSync(new URL(file, root), 'utf8')
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => !/^(\*|\/\/|\/\*)/.test(text))
    .map((text) => text.replace(/\/\/.*$/, '').replace(/\/\*\*.*?\*\//g, ''))
    .filter((text) => /\b20[123]\d\b/.test(text) && text !== begins && !allowed.some((one) => one.test(text)))
    .map((text) => `${file}: ${text}`);
