import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, migrationsFolder, NewerSchemaError, readMigrations } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { lockOf } from './support/migration-lock.ts';

const migrations = readMigrations(migrationsFolder);

test.each(['db', 'district'])('a shipped migration of %s is never edited', (room) => {
  const folder = new URL(`../${room}/migrations/`, import.meta.url);
  const locked: unknown = JSON.parse(
    readFileSync(new URL(`../${room}/migrations.lock.json`, import.meta.url), 'utf8'),
  );
  expect(lockOf(readMigrations(folder))).toEqual(locked);
});

test.each(migrations.map((_, index) => index))(
  'a database of version %i opens and is brought up to date',
  (version) => {
    const file = join(mkdtempSync(join(tmpdir(), 'desk-schema-')), 'desk.db');
    const old = new Sqlite(file);
    migrate(old, migrations.slice(0, version));
    old.close();
    const db = openDatabase(file);
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(schemaOf(db)).toEqual(schemaOf(openDatabase(':memory:')));
    db.close();
  },
);

test('a database of a newer desk is refused, not touched', () => {
  const db = new Sqlite(':memory:');
  db.pragma(`user_version = ${migrations.length + 1}`);
  expect(() => migrate(db, migrations)).toThrow(NewerSchemaError);
  expect(schemaOf(db)).toEqual([]);
});

test('every commit waits for the disk', () => {
  const db = openDatabase(join(mkdtempSync(join(tmpdir(), 'desk-sync-')), 'desk.db'));
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  db.close();
});

test('the ledger refuses to change or forget an event', () => {
  const db = openDatabase(':memory:');
  db.exec(
    `INSERT INTO event (device, epoch, seq, hash, line, type) VALUES ('d', 1, 1, '${'0'.repeat(64)}', '{}', 'x')`,
  );
  expect(() => db.exec(`UPDATE event SET line = '[]'`)).toThrow('an event never changes');
  expect(() => db.exec('DELETE FROM event')).toThrow('an event never goes');
});

const schemaOf = (db: Sqlite.Database): unknown =>
  db.prepare('SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name').all();
