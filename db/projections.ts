import type { Database } from 'better-sqlite3';
import { absent, type Dossier, type DossierState, evolve } from '../shared/domain/dossier.ts';
import { canonical } from '../shared/protocol/canonical.ts';
import type { EventEnvelope, Sha256 } from '../shared/protocol/event.ts';
import { readFact } from '../shared/protocol/fact.ts';
import { fold } from '../shared/text/fold.ts';
import { type EventLog, openEventLog } from './event-log.ts';

function foldEvent(state: DossierState, event: EventEnvelope): DossierState {
  const read = readFact(event);
  return read.kind === 'fact' ? evolve(state, read.fact, read.origin) : state;
}

export type Projections = ReturnType<typeof openProjections>;

/** Writes what the events say into the tables that screens read. */
export function openProjections(db: Database, log: EventLog = openEventLog(db)) {
  const stateOf = db.prepare<[string], { state: string }>('SELECT state FROM dossier WHERE id = ?');
  const upsert = db.prepare<Record<string, string | number>, { number: number }>(upsertSql);
  const dropWords = db.prepare<[number]>('DELETE FROM dossier_words WHERE rowid = ?');
  const addWords = db.prepare<[number, string]>('INSERT INTO dossier_words (rowid, words) VALUES (?, ?)');
  const wipe = db.prepare('DELETE FROM dossier');
  const wipeWords = db.prepare('DELETE FROM dossier_words');

  const write = (dossier: Dossier): void => {
    const row = upsert.get(rowOf(dossier));
    if (row === undefined) throw new Error('The projection was not written');
    dropWords.run(row.number);
    addWords.run(row.number, wordsOf(dossier));
  };
  const refold = (dossierId: string): DossierState => {
    const state = log.ofDossier(dossierId).reduce((sum, { event }) => foldEvent(sum, event), absent);
    if (state.status !== 'absent') write(state);
    return state;
  };

  return {
    /** What is known of a dossier; `absent` when it was never received here. */
    read: (dossierId: string): DossierState => {
      const row = stateOf.get(dossierId);
      return row === undefined ? absent : (JSON.parse(row.state) as Dossier);
    },
    /** Folds one more event, the newest of its dossier, into the stored state. */
    apply(event: EventEnvelope): void {
      const id = event.basedOn?.dossier;
      if (id === undefined) return;
      const row = stateOf.get(id);
      if (row === undefined) return void refold(id);
      const next = foldEvent(JSON.parse(row.state) as Dossier, event);
      if (next.status !== 'absent') write(next);
    },
    /** Folds a dossier again from its first event: after a pull changed the order of its facts. */
    refold,
    /** Throws every projection away and makes it again from the ledger. */
    rebuild(): void {
      wipe.run();
      wipeWords.run();
      for (const id of log.dossierIds()) refold(id);
    },
  };
}

/**
 * SHA-256 over the states of all dossiers in the order of their ids: equal on two machines exactly when they
 * say the same. `hasher` is fed text piece by piece.
 */
export function projectionDigest(
  db: Database,
  hasher: { update: (text: string) => unknown; digest: () => string },
): string {
  const states = db.prepare<[], { state: string }>('SELECT state FROM dossier ORDER BY id');
  for (const { state } of states.iterate()) hasher.update(`${state}\n`);
  return hasher.digest();
}

/** Checks that every line of the ledger still has its hash and every chain is whole; returns the first fault. */
export function findDamage(db: Database, sha256: Sha256): string | null {
  const rows = db.prepare<[], { device: string; epoch: number; seq: number; line: string; hash: string }>(
    'SELECT device, epoch, seq, line, hash FROM event ORDER BY device, epoch, seq',
  );
  for (const row of rows.iterate()) {
    if (sha256(row.line) !== row.hash) return `${row.device}.${row.epoch}.${row.seq}`;
  }
  return null;
}

const wordsOf = ({ received }: Dossier): string =>
  fold([received.applicant.name, received.procedure.name, received.applicant.address].join(' '));

const rowOf = (dossier: Dossier): Record<string, string | number> => {
  const { received } = dossier;
  return {
    id: dossier.id,
    code: received.code,
    tail: received.code.slice(received.code.lastIndexOf('-') + 1),
    day: received.receivedAt.slice(0, 10),
    deskDigit: received.deskDigit,
    serial: received.serial,
    registerVolume: received.register.volume,
    registerNumber: received.register.number,
    status: dossier.status,
    applicantName: received.applicant.name,
    nameFold: fold(received.applicant.name),
    idNumber: received.applicant.idNumber,
    phone: received.applicant.phone,
    procedureCode: received.procedure.code,
    procedureName: received.procedure.name,
    receivedAt: received.receivedAt,
    receivedBy: dossier.receivedBy,
    dueAt: received.dueAt,
    reviews: dossier.reviews.length,
    state: canonical(dossier),
  };
};

const upsertSql = `
  INSERT INTO dossier (id, code, tail, day, desk_digit, serial, register_volume, register_number, status,
                       applicant_name, name_fold, id_number, phone, procedure_code, procedure_name,
                       received_at, received_by, due_at, reviews, state)
  VALUES (:id, :code, :tail, :day, :deskDigit, :serial, :registerVolume, :registerNumber, :status,
          :applicantName, :nameFold, :idNumber, :phone, :procedureCode, :procedureName,
          :receivedAt, :receivedBy, :dueAt, :reviews, :state)
  ON CONFLICT (id) DO UPDATE SET
    code = excluded.code, tail = excluded.tail, day = excluded.day, desk_digit = excluded.desk_digit,
    serial = excluded.serial, register_volume = excluded.register_volume,
    register_number = excluded.register_number, status = excluded.status,
    applicant_name = excluded.applicant_name, name_fold = excluded.name_fold, id_number = excluded.id_number,
    phone = excluded.phone, procedure_code = excluded.procedure_code, procedure_name = excluded.procedure_name,
    received_at = excluded.received_at, received_by = excluded.received_by, due_at = excluded.due_at,
    reviews = excluded.reviews, state = excluded.state
  RETURNING number`;
