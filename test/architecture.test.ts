import { globSync, readFileSync } from 'node:fs';
import { posix as path } from 'node:path';
import { expect, test } from 'vitest';

/** The house: which rooms a room may import from. Nothing imports test/ or bench/. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  db: ['shared'],
  renderer: ['shared'],
  desk: ['shared', 'db'],
  district: ['shared'],
  'district/web': ['shared', 'renderer/parts'],
  electron: ['shared', 'desk'],
  bench: ['shared', 'db', 'desk', 'district', 'renderer', 'electron'],
  test: ['shared', 'db', 'desk', 'district', 'district/web', 'renderer', 'electron', 'bench'],
};

/**
 * The subjects of `shared/domain`: a rule may use those of its own subject and of the ones before it, so that a new
 * subject is added at its place in the row and nothing below has to know of it.
 */
const subjects = [
  'base',
  'people',
  'calendar',
  'catalogue',
  'dossier',
  'intake',
  'correction',
  'cash',
  'office',
  'sync',
];

/** npm packages that only these rooms may import; what is not named here is nobody's. */
const packages: Readonly<Record<string, readonly string[]>> = {
  shared: ['zod'],
  db: ['better-sqlite3'],
  desk: ['better-sqlite3', 'zod', '@node-rs/argon2', 'playwright-core'],
  district: ['zod', 'fastify', 'kysely', 'pg', '@electric-sql/pglite', '@node-rs/argon2'],
  renderer: ['react', 'react-dom', 'zustand', 'qrcode', 'zod'],
  electron: ['electron', 'resedit'],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const rooms = Object.keys(arrows).filter((room) => !room.includes('/'));
const files = globSync(`{${rooms.join(',')}}/**/*.{ts,tsx}`).map((file) => file.replaceAll('\\', '/'));
const imports: readonly Import[] = files.flatMap(importsOf);

test('the checker sees the house', () => {
  expect(files.length).toBeGreaterThan(150);
  expect(imports.length).toBeGreaterThan(500);
  expect(
    rooms.filter((room) => room !== 'bench' && !files.some((file) => file.startsWith(`${room}/`))),
  ).toEqual([]);
});

test('every relative import follows an arrow', () => {
  const wrong = imports.filter(({ from, to }) => to.startsWith('.') && !allowed(from, resolve(from, to)));
  expect(wrong).toEqual([]);
});

test('every rule uses only what its subject may know', () => {
  const domain = 'shared/domain/';
  const subjectOf = (file: string): string => file.slice(domain.length).split('/')[0] ?? '';
  const rules = imports.filter(({ from }) => from.startsWith(domain));
  const wrong = rules.filter(({ from, to }) => {
    const target = resolve(from, to);
    return (
      to.startsWith('.') &&
      target.startsWith(domain) &&
      subjects.indexOf(subjectOf(target)) > subjects.indexOf(subjectOf(from))
    );
  });
  expect(wrong).toEqual([]);
  const rooms = new Set(rules.map(({ from }) => subjectOf(from)));
  expect([...rooms].filter((room) => !subjects.includes(room))).toEqual([]);
  expect(rooms.size).toBeGreaterThan(7);
});

test('every package is imported by the rooms that may', () => {
  const wrong = imports.filter(({ from, to }) => {
    const mine = packages[roomOf(from)];
    if (to.startsWith('.') || mine === undefined) return false;
    if (to.startsWith('node:')) return roomOf(from) === 'shared' || roomOf(from) === 'renderer';
    return !mine.some((name) => to === name || to.startsWith(`${name}/`)) && !isFont(from, to);
  });
  expect(wrong).toEqual([]);
});

test('the arrows have no cycle', () => {
  const rank = (room: string, seen: readonly string[]): number => {
    if (seen.includes(room)) throw new Error([...seen, room].join(' → '));
    const below = (arrows[room] ?? []).filter((next) => next in arrows);
    return 1 + Math.max(-1, ...below.map((next) => rank(next, [...seen, room])));
  };
  expect(
    Object.keys(arrows)
      .map((room) => rank(room, []))
      .every(Number.isInteger),
  ).toBe(true);
});

test('no module gathers others only to pass them on, or exports a default', () => {
  const texts = files
    .filter((file) => !file.startsWith('test/'))
    .map((file) => [file, readFileSync(file, 'utf8')]);
  const wrong = texts.filter(([, text]) =>
    /^export \* |^export \{[^}]*\} from|^export default/m.test(text ?? ''),
  );
  expect(wrong.map(([file]) => file)).toEqual([]);
});

test('no module keeps state of its own', () => {
  const wrong = files.filter(
    (file) => !file.startsWith('test/') && /^(export )?let /m.test(readFileSync(file, 'utf8')),
  );
  expect(wrong).toEqual([]);
});

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => ({ from: file, to: match[1] ?? match[2] ?? '' }));
}

const resolve = (from: string, to: string): string => path.join(path.dirname(from), to);

function roomOf(file: string): string {
  return file.startsWith('district/web/') ? 'district/web' : (file.split('/')[0] ?? '');
}

function allowed(from: string, to: string): boolean {
  const [here, there] = [roomOf(from), roomOf(to)];
  return here === there || (arrows[here] ?? []).some((room) => to.startsWith(`${room}/`));
}

const isFont = (from: string, to: string): boolean =>
  from.startsWith('renderer/') && to.startsWith('@fontsource');
