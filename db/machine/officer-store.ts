import type { Database } from 'better-sqlite3';
import { type OfficerRecord, officerRecord } from '../../shared/protocol/bodies.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly roles: string;
  readonly pin_verifier: string;
  readonly active: number;
}

export type OfficerStore = ReturnType<typeof openOfficerStore>;

export function openOfficerStore(db: Database) {
  const columns = 'id, name, roles, pin_verifier, active';
  const one = db.prepare<[string], Row>(`SELECT ${columns} FROM officer WHERE id = ?`);
  const all = db.prepare<[], Row>(`SELECT ${columns} FROM officer ORDER BY name`);
  const upsert = db.prepare<[string, string, string, string, number]>(
    `INSERT INTO officer (${columns}) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles,
       pin_verifier = excluded.pin_verifier, active = excluded.active`,
  );
  const wrong = db.prepare<[string], { count: number }>(
    'SELECT count FROM sign_in_failure WHERE officer = ?',
  );
  const setWrong = db.prepare<[string, number]>(
    `INSERT INTO sign_in_failure (officer, count) VALUES (?, ?)
     ON CONFLICT (officer) DO UPDATE SET count = excluded.count`,
  );

  return {
    get: (id: string): OfficerRecord | null => {
      const row = one.get(id);
      return row === undefined ? null : toRecord(row);
    },
    /** Also those who have left: old journals name them. */
    all: (): readonly OfficerRecord[] => all.all().map(toRecord),
    put: (officer: OfficerRecord): void =>
      void upsert.run(
        officer.id,
        officer.name,
        JSON.stringify(officer.roles),
        officer.pinVerifier,
        officer.active ? 1 : 0,
      ),
    /** Wrong PINs in a row; survives a restart. */
    wrongTries: (id: string): number => wrong.get(id)?.count ?? 0,
    setWrongTries: (id: string, count: number): void => void setWrong.run(id, count),
  };
}

const toRecord = (row: Row): OfficerRecord =>
  officerRecord.parse({
    id: row.id,
    name: row.name,
    roles: JSON.parse(row.roles),
    pinVerifier: row.pin_verifier,
    active: row.active === 1,
  });
