import { readdirSync, readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Db, Schema } from '../../district/rows.ts';
import { openStore } from '../../district/store.ts';

/** The tables of the district as a simulation needs them. */
export interface SimStore {
  readonly db: Db;
  /** Called before each statement with its text; what it throws, the statement throws. */
  onStatement: (sql: string) => void;
  /** @returns puts everything back to how it is now */
  readonly backup: () => Promise<() => Promise<void>>;
  readonly close: () => Promise<void>;
}

/** A new database has no states to read lines from, and SQLite has no such expressions. */
const backfill = /^INSERT INTO register_line[^;]*;/m;

const migrations = new URL('../../district/migrations/', import.meta.url);

/** What PostgreSQL says and SQLite says otherwise, or does by itself: its text is compared by bytes, its writers wait in line. */
const translated = (sql: string): string =>
  sql
    .replaceAll(/ COLLATE "C"/g, '')
    .replaceAll(/\b(timestamptz|bytea)\b/g, (type) => (type === 'bytea' ? 'blob' : 'text'))
    .replaceAll('::integer', '')
    .replace(/ for update$/, '');

/** The district's own queries on SQLite in memory: a transaction costs microseconds instead of milliseconds. */
export function openSqliteStore(): SimStore {
  let raw = new Sqlite(':memory:');
  for (const name of readdirSync(migrations).toSorted()) {
    raw.exec(translated(readFileSync(new URL(name, migrations), 'utf8').replace(backfill, '')));
  }
  let statements = new Map<string, Sqlite.Statement>();
  const statement = (sql: string): Sqlite.Statement => {
    const known = statements.get(sql) ?? raw.prepare(translated(sql));
    statements.set(sql, known);
    return known;
  };
  const before = <R>(sql: string, act: (real: Sqlite.Statement) => R): R => {
    store.onStatement(sql);
    return act(statement(sql));
  };
  const dialect = new SqliteDialect({
    database: {
      close: () => void raw.close(),
      prepare: (sql) => ({
        reader: statement(sql).reader,
        all: (values) => before(sql, (real) => real.all(...values.map(storable))),
        run: (values) => before(sql, (real) => real.run(...values.map(storable))),
        iterate: (values) => before(sql, (real) => real.iterate(...values.map(storable))),
      }),
    },
  });
  const store: SimStore = {
    db: new Kysely<Schema>({ dialect }),
    onStatement: () => {},
    async backup() {
      const copy = raw.serialize();
      return async () => {
        raw.close();
        raw = new Sqlite(copy);
        statements = new Map();
      };
    },
    close: () => store.db.destroy(),
  };
  return store;
}

/** SQLite knows no booleans. */
const storable = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value);

const tables = [
  'stream',
  'device',
  'enrolment_code',
  'event',
  'feed',
  'officer',
  'officer_history',
  'receipt_serial',
  'counter_digit',
  'register_line',
  'register_closing',
  'dossier',
  'quarantine',
  'incident',
  'district_key',
] as const satisfies readonly (keyof Schema)[];
/** Fails to compile while a table is missing: a restored district would keep what came after its backup. */
const _everyTable: Exclude<keyof Schema, (typeof tables)[number]> extends never ? true : false = true;
void _everyTable;

/** The same world over the engine the queries were written for: what the two answer is held against each other. */
export async function openPgliteStore(): Promise<SimStore> {
  const { db } = await openStore({ kind: 'pglite', dataDir: null }, () => {});
  return {
    db,
    onStatement: () => {},
    async backup() {
      const rows = new Map<(typeof tables)[number], readonly object[]>();
      for (const table of tables) rows.set(table, await db.selectFrom(table).selectAll().execute());
      return () =>
        db.transaction().execute(async (tx) => {
          for (const table of tables.toReversed()) await tx.deleteFrom(table).execute();
          for (const table of tables) {
            const kept = rows.get(table) ?? [];
            if (kept.length > 0) await tx.insertInto(table).values(kept).execute();
          }
        });
    },
    close: () => db.destroy(),
  };
}
