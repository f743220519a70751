import type { Database, Statement } from 'better-sqlite3';

type Values = Readonly<Record<string, unknown>>;

/** Keeps statements that are put together from a few parts; each is prepared once. */
export function statementsOf(db: Database) {
  const known = new Map<string, Statement<[Values]>>();
  return <Row>(sql: string): Statement<[Values], Row> => {
    const one = known.get(sql) ?? db.prepare<[Values]>(sql);
    known.set(sql, one);
    return one as Statement<[Values], Row>;
  };
}
