import type { Database } from 'better-sqlite3';
import type { DueReason } from '../../shared/domain/calendar/due-date.ts';
import type { DossierStatus } from '../../shared/domain/dossier/lifecycle.ts';
import { lastCharacter, reversed } from '../people/reversed.ts';
import { statementsOf } from '../statements.ts';
import { openDossierSearch } from './dossier-search.ts';

/** A dossier as lists show it, straight from its row. */
export interface ListedDossier {
  readonly id: string;
  readonly code: string;
  readonly applicantName: string;
  readonly procedureName: string;
  readonly receivedAt: string;
  readonly dueAt: string;
  readonly status: DossierStatus;
  readonly receivedBy: string;
  readonly deskDigit: number;
  readonly reviews: number;
  /** How the promise came about, by which it is said; and how often the office gave a new one. */
  readonly dueReason: DueReason;
  readonly termText: string;
  readonly reschedules: number;
  /** `2026-12-31`: the last day for papers that were asked for; null when none are. */
  readonly answerBy: string | null;
  /** Own facts of this dossier that the district has not acknowledged. */
  readonly waiting: number;
}

export type ListFilter = 'todo' | 'overdue' | 'unanswered' | 'today' | 'ready' | 'all';

export interface ListQuestion {
  readonly filter: ListFilter;
  /** Words without diacritics, the end of a code, a personal number or a phone. */
  readonly query: string;
  readonly after: { readonly dueAt: string; readonly id: string } | null;
  /** `2026-11-22`: what "overdue" and "today" mean. */
  readonly today: string;
  readonly limit: number;
}

/** The chain whose waiting events make a dossier unsent, and how far it is acknowledged. */
export interface SentMark {
  readonly device: string;
  readonly epoch: number;
  readonly heldSeq: number;
}

/** Word for word what the indexes of the groups have: a statement finds them by that. */
const toDo = `(d.clock <> 'ended' OR d.status IN ('resultReady', 'returnedWithoutResult'))`;
const conditions: Readonly<Record<ListFilter, string>> = {
  todo: toDo,
  overdue: `d.clock = 'runs' AND d.due_at < :today`,
  unanswered: `d.answer_by IS NOT NULL AND d.answer_by < :today`,
  today: `${toDo} AND d.due_at >= :today AND d.due_at < :tomorrow`,
  ready: `d.status IN ('resultReady', 'returnedWithoutResult')`,
  all: 'true',
};

const columns = `
  d.id, d.code, d.applicant_name AS applicantName, d.procedure_name AS procedureName,
  d.received_at AS receivedAt, d.due_at AS dueAt, d.status, d.received_by AS receivedBy,
  d.desk_digit AS deskDigit, d.reviews, d.answer_by AS answerBy,
  d.state ->> '$.current.dueReason' AS dueReason, d.state ->> '$.current.procedure.termText' AS termText,
  d.state ->> '$.reschedules' AS reschedules,
  (SELECT count(*) FROM event e
    WHERE e.dossier_id = d.id AND e.device = :device AND e.epoch = :epoch AND e.seq > :heldSeq) AS waiting`;

export type DossierList = ReturnType<typeof openDossierList>;

export function openDossierList(db: Database) {
  const one = db.prepare<Record<string, unknown>, ListedDossier>(
    `SELECT ${columns} FROM dossier d WHERE d.id = :id`,
  );
  const byCode = db.prepare<[string], { id: string }>(
    'SELECT id FROM dossier WHERE code_reversed = ? LIMIT 1',
  );
  const byEnd = db.prepare<[string, string], { id: string }>(
    `SELECT id FROM dossier WHERE code_reversed >= ? AND code_reversed < ? || ${lastCharacter}
      ORDER BY number DESC LIMIT 1`,
  );
  const recent = db.prepare<Record<string, unknown>, ListedDossier>(
    `SELECT ${columns} FROM dossier d WHERE d.day = :today AND d.desk_digit = :deskDigit
      ORDER BY d.serial DESC LIMIT :limit`,
  );
  const receivedOn = db.prepare<[string, number], { n: number }>(
    `SELECT count(*) AS n FROM dossier WHERE day = ? AND desk_digit = ? AND status <> 'cancelled'`,
  );

  const openRows = db.prepare<[], { id: string }>(
    `SELECT id FROM dossier d WHERE ${toDo} AND d.clock <> 'ended' ORDER BY due_at, id`,
  );
  const counted = db.prepare<{ today: string; tomorrow: string }, Record<ListFilter, number>>(
    `SELECT (SELECT dossiers FROM dossier_total) AS "all", ${(
      ['todo', 'overdue', 'unanswered', 'today', 'ready'] as const
    )
      .map((name) => `(SELECT count(*) FROM dossier d WHERE ${conditions[name]}) AS "${name}"`)
      .join(', ')}`,
  );
  const prepared = statementsOf(db);
  const search = openDossierSearch(db);
  return {
    /** Everything that is not resolved yet, by due date. */
    openIds: (): readonly string[] => openRows.all().map(({ id }) => id),
    get: (id: string, mark: SentMark): ListedDossier | null => one.get({ ...mark, id }) ?? null,
    idByCode: (code: string): string | null => byCode.get(reversed(code))?.id ?? null,
    /** The newest dossier whose code ends so. @param end `-1042`, `-261120-1042`: from a sign of division on */
    idByEnd(end: string): string | null {
      const asked = reversed(end);
      return byEnd.get(asked, asked)?.id ?? null;
    },
    /** Today's dossiers of one counter, newest first. */
    recent: (today: string, deskDigit: number, limit: number, mark: SentMark): readonly ListedDossier[] =>
      recent.all({ ...mark, today, deskDigit, limit }),
    receivedOn: (day: string, deskDigit: number): number => receivedOn.get(day, deskDigit)?.n ?? 0,
    /**
     * One page by due date, then id; what answers a question comes newest first, names with the marks that were typed
     * before the others. Ask for `limit + 1` to know whether more follow.
     */
    page(question: ListQuestion, mark: SentMark): readonly ListedDossier[] {
      const asked = { ...mark, ...daysOf(question), limit: question.limit };
      const answers = search.answering(question.query);
      if (answers !== null) {
        return search
          .newest(answers, conditions[question.filter], { ...asked, after: question.after?.id ?? null })
          .flatMap((id) => one.get({ ...mark, id }) ?? []);
      }
      const { after } = question;
      const from = after === null ? 'true' : '(d.due_at, d.id) > (:afterDue, :afterId)';
      return prepared<ListedDossier>(
        `SELECT ${columns} FROM dossier d WHERE ${conditions[question.filter]} AND ${from}
          ORDER BY d.due_at, d.id LIMIT :limit`,
      ).all({ ...asked, afterDue: after?.dueAt, afterId: after?.id });
    },
    /** How many of all dossiers answer a question; no more than a thousand are counted. */
    matches: (query: string): number => search.matches(query),
    /** Dossiers by the end of their code, or of whoever answers to a name, number or phone: best answers, then newest. */
    found: (query: string, limit: number, mark: SentMark): readonly ListedDossier[] =>
      search.found(query, limit).flatMap((id) => one.get({ ...mark, id }) ?? []),
    /** How many dossiers each filter holds. */
    counts(today: string): Readonly<Record<ListFilter, number>> {
      const row = counted.get(daysOf({ today }));
      if (row === undefined) throw new Error('Counting gave no row');
      return row;
    },
  };
}

const daysOf = ({ today }: { readonly today: string }) => ({ today, tomorrow: `${today}T99` });
