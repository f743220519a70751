import type { Database } from 'better-sqlite3';
import {
  absent,
  type Dossier,
  type DossierState,
  isAccepted,
  isPetition,
  type Petition,
} from '../../shared/domain/dossier/dossier.ts';
import { evolve } from '../../shared/domain/dossier/evolve.ts';
import { foldVersion } from '../../shared/domain/dossier/fold-version.ts';
import { statuses } from '../../shared/domain/dossier/lifecycle.ts';
import { initialsOf, nameWords } from '../../shared/domain/people/name-search.ts';
import { phoneSearchKey } from '../../shared/domain/people/phone.ts';
import { canonical } from '../../shared/protocol/canonical.ts';
import type { EventEnvelope } from '../../shared/protocol/event.ts';
import { readFact } from '../../shared/protocol/fact.ts';
import { fold } from '../../shared/text/fold.ts';
import { openPeopleIndex } from '../people/people-index.ts';
import { reversed } from '../people/reversed.ts';
import { type EventLog, openEventLog } from '../sync/event-log.ts';

function foldEvent(state: DossierState, event: EventEnvelope): DossierState {
  const read = readFact(event);
  return read.kind === 'fact' ? evolve(state, read.fact, read.origin) : state;
}

/** Raised whenever these tables change: the desk then fills them again at its next start, as it does for another fold. */
const tablesVersion = 5;

/** What the stored projections were made by. */
export const projectionVersion = `${foldVersion}.${tablesVersion}`;

/** Dossiers of one minute that keep their order among all others. */
const placesInMinute = 1024;
const minuteMs = 60_000;

/** @param receivedAt `2026-11-20T09:00` */
const firstNumberOf = (receivedAt: string): number =>
  Math.floor(Date.parse(`${receivedAt}Z`) / minuteMs) * placesInMinute;

export type Projections = ReturnType<typeof openProjections>;

/** Writes what the events say into the tables that screens read. */
export function openProjections(db: Database, log: EventLog = openEventLog(db)) {
  const stateOf = db.prepare<{ id: string }, { state: string }>(
    'SELECT state FROM dossier WHERE id = :id UNION ALL SELECT state FROM petition WHERE id = :id LIMIT 1',
  );
  const putPetition = db.prepare<Record<string, string>>(
    `INSERT OR REPLACE INTO petition
       (id, status, applicant_name, words, id_number, procedure_name, asked_at, state)
     VALUES (:id, :status, :applicantName, :words, :idNumber, :procedureName, :askedAt, :state)`,
  );
  const dropPetition = db.prepare<[string]>('DELETE FROM petition WHERE id = ?');
  const upsert = db.prepare<Record<string, string | number | null>>(upsertSql);
  const numberOf = db.prepare<[string], { number: number }>('SELECT number FROM dossier WHERE id = ?');
  const lastOfMinute = db.prepare<[number, number], { number: number }>(
    'SELECT number FROM dossier WHERE number >= ? AND number < ? ORDER BY number DESC LIMIT 1',
  );
  /** The next place in the minute of a receipt; a minute with more than its places goes on into the next one. */
  const freeNumber = (receivedAt: string): number => {
    for (let first = firstNumberOf(receivedAt); ; first += placesInMinute) {
      const last = lastOfMinute.get(first, first + placesInMinute)?.number ?? first - 1;
      if (last + 1 < first + placesInMinute) return last + 1;
    }
  };
  const dropWords = db.prepare<[number]>('DELETE FROM dossier_words WHERE rowid = ?');
  const addWords = db.prepare<[number, string]>('INSERT INTO dossier_words (rowid, words) VALUES (?, ?)');
  const people = openPeopleIndex(db);
  const wipe = db.prepare('DELETE FROM dossier');
  const wipeWords = db.prepare('DELETE FROM dossier_words');
  const wipeTakings = db.prepare('DELETE FROM taking');
  const wipePetitions = db.prepare('DELETE FROM petition');

  const writePetition = (one: Petition): void => void putPetition.run(petitionRowOf(one));
  const dropTakings = db.prepare<[string]>('DELETE FROM taking WHERE dossier_id = ?');
  const addTaking = db.prepare<Record<string, string | number | null>>(
    `INSERT INTO taking (dossier_id, n, shift, at, vnd, symbol, serial)
     VALUES (:id, :n, :shift, :at, :vnd, :symbol, :serial)`,
  );
  const writeTakings = ({ id, takings, refunds }: Dossier): void => {
    dropTakings.run(id);
    // What went back stands as what went out of a drawer, with no receipt of its own.
    const returned = refunds.map(({ at, vnd, shift }) => ({ at, shift, vnd: -vnd, receipt: null }));
    for (const [n, { shift, at, vnd, receipt }] of [...takings, ...returned].entries()) {
      const { symbol = null, serial = null } = receipt ?? {};
      addTaking.run({ id, n, shift, at, vnd, symbol, serial });
    }
  };
  const writeDossier = (dossier: Dossier): void => {
    dropPetition.run(dossier.id);
    writeTakings(dossier);
    const number = numberOf.get(dossier.id)?.number ?? freeNumber(dossier.received.receivedAt);
    upsert.run({ ...rowOf(dossier, log.doubts(dossier.id)), number });
    dropWords.run(number);
    addWords.run(number, wordsOf(dossier));
    people.put(number, dossier);
  };
  const write = (state: DossierState): void => {
    if (isPetition(state)) writePetition(state);
    else if (isAccepted(state)) writeDossier(state);
  };
  const refold = (dossierId: string): DossierState => {
    const state = log.ofDossier(dossierId).reduce((sum, { event }) => foldEvent(sum, event), absent);
    write(state);
    return state;
  };

  return {
    /** What is known of a dossier; `absent` when it was never received here. */
    read: (dossierId: string): DossierState => {
      const row = stateOf.get({ id: dossierId });
      return row === undefined ? absent : (JSON.parse(row.state) as DossierState);
    },
    /** Folds one more event, the newest of its dossier, into the stored state. */
    apply(event: EventEnvelope): void {
      const id = event.basedOn?.dossier;
      if (id === undefined) return;
      const row = stateOf.get({ id });
      if (row !== undefined) return write(foldEvent(JSON.parse(row.state) as DossierState, event));
      // Facts may lie in the ledger that came before the one they belong behind.
      if (log.hasOne(id)) write(foldEvent(absent, event));
      else refold(id);
    },
    /** Folds a dossier again from its first event: after a pull changed the order of its facts. */
    refold,
    /** Throws every projection away and makes it again from the ledger. */
    rebuild(): void {
      wipe.run();
      wipeWords.run();
      people.wipe();
      wipePetitions.run();
      wipeTakings.run();
      for (const id of log.dossierIds()) refold(id);
    },
  };
}

/** Every word a row of the list is found by; of the name also its initials. */
const wordsOf = ({ current: { applicant, procedure } }: Dossier): string =>
  [
    ...nameWords([applicant.name, procedure.name, applicant.address].join(' ')),
    ...initialsOf(applicant.name),
  ].join(' ');

const petitionRowOf = (one: Petition): Record<string, string> => ({
  id: one.id,
  status: one.status,
  applicantName: one.applicant.name,
  words: [
    fold(one.applicant.name),
    ...nameWords(one.applicant.name),
    ...initialsOf(one.applicant.name),
    one.applicant.idNumber,
    ...one.applicant.otherNumbers,
    phoneSearchKey(one.applicant.phone),
  ].join(' '),
  idNumber: one.applicant.idNumber,
  procedureName: one.procedure.name,
  askedAt: one.askedAt,
  state: canonical(one),
});

/** @param doubts facts that fit and that the district wants to be looked at, or facts it could not read */
const rowOf = (dossier: Dossier, doubts: number): Record<string, string | number | null> => {
  const { received, current } = dossier;
  return {
    id: dossier.id,
    code: received.code,
    codeReversed: reversed(received.code),
    day: received.receivedAt.slice(0, 10),
    deskDigit: received.deskDigit,
    serial: received.serial,
    registerVolume: received.register.volume,
    registerNumber: received.register.number,
    status: dossier.status,
    clock: statuses[dossier.status].clock,
    applicantName: current.applicant.name,
    procedureCode: current.procedure.code,
    procedureName: current.procedure.name,
    receivedAt: received.receivedAt,
    receivedBy: dossier.receivedBy,
    dueAt: dossier.dueAt,
    reviews: Math.max(dossier.reviews.length, doubts),
    readyOn: dossier.readyAt?.slice(0, 10) ?? null,
    answerBy: dossier.status === 'awaitingSupplement' ? dossier.answerBy : null,
    state: canonical(dossier),
  };
};

const upsertSql = `
  INSERT INTO dossier (number, id, code, code_reversed, day, desk_digit, serial, register_volume, register_number, status,
                       clock, applicant_name, procedure_code, procedure_name, received_at, received_by, due_at,
                       reviews, ready_on, answer_by, state)
  VALUES (:number, :id, :code, :codeReversed, :day, :deskDigit, :serial, :registerVolume, :registerNumber, :status,
          :clock, :applicantName, :procedureCode, :procedureName, :receivedAt, :receivedBy, :dueAt,
          :reviews, :readyOn, :answerBy, :state)
  ON CONFLICT (id) DO UPDATE SET
    code = excluded.code, code_reversed = excluded.code_reversed, day = excluded.day, desk_digit = excluded.desk_digit,
    serial = excluded.serial, register_volume = excluded.register_volume,
    register_number = excluded.register_number, status = excluded.status,
    clock = excluded.clock, applicant_name = excluded.applicant_name,
    procedure_code = excluded.procedure_code, procedure_name = excluded.procedure_name,
    received_at = excluded.received_at, received_by = excluded.received_by, due_at = excluded.due_at,
    reviews = excluded.reviews, ready_on = excluded.ready_on,
    answer_by = excluded.answer_by, state = excluded.state`;
