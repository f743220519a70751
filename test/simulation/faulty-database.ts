import type { Database, Statement } from 'better-sqlite3';
import type { Danger } from './faults.ts';

/**
 * The real database with danger at every step of it: before BEGIN, before each statement, before COMMIT, and
 * between COMMIT and whoever waits for it. Nothing else is changed: what SQLite does, SQLite does.
 */
export function faultyDatabase(db: Database, pass: Danger['pass']): Database {
  const prepare = (sql: string): Statement => {
    const statement = db.prepare(sql);
    const label = statement.readonly ? 'read' : 'write';
    const guarded =
      <A extends unknown[], R>(act: (...args: A) => R) =>
      (...args: A): R => {
        pass(label);
        return act(...args);
      };
    return {
      run: guarded(statement.run.bind(statement)),
      get: guarded(statement.get.bind(statement)),
      all: guarded(statement.all.bind(statement)),
      iterate: guarded(statement.iterate.bind(statement)),
    } as unknown as Statement;
  };

  const transaction = (work: () => unknown) => {
    const inner = db.transaction(() => {
      const value = work();
      pass('commit');
      return value;
    });
    return {
      immediate() {
        pass('begin');
        const value = inner.immediate();
        pass('committed');
        return value;
      },
    };
  };

  return { prepare, transaction, close: () => db.close() } as unknown as Database;
}
