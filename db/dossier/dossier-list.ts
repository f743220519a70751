import type { Database } from 'better-sqlite3';
import type { DossierStatus } from '../../shared/domain/dossier/lifecycle.ts';
import { askedInitials, askedWords } from '../../shared/domain/people/name-search.ts';
import { hasMarks } from '../../shared/text/fold.ts';
import { type Finding, findingByNumber, findingsByName } from '../people/people-search.ts';

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

const conditions: Readonly<Record<ListFilter, string>> = {
  todo: `(d.clock <> 'ended' OR d.status IN ('resultReady', 'returnedWithoutResult'))`,
  overdue: `d.clock = 'runs' AND d.due_at < :today`,
  unanswered: `d.status = 'awaitingSupplement' AND d.state ->> '$.answerBy' < :today`,
  today: `(d.clock <> 'ended' OR d.status IN ('resultReady', 'returnedWithoutResult')) AND d.due_at >= :today AND d.due_at < :tomorrow`,
  ready: `d.status IN ('resultReady', 'returnedWithoutResult')`,
  all: 'true',
};

const columns = `
  d.id, d.code, d.applicant_name AS applicantName, d.procedure_name AS procedureName,
  d.received_at AS receivedAt, d.due_at AS dueAt, d.status, d.received_by AS receivedBy,
  d.desk_digit AS deskDigit, d.reviews, d.state ->> '$.answerBy' AS answerBy,
  (SELECT count(*) FROM event e
    WHERE e.dossier_id = d.id AND e.device = :device AND e.epoch = :epoch AND e.seq > :heldSeq) AS waiting`;

export type DossierList = ReturnType<typeof openDossierList>;

export function openDossierList(db: Database) {
  const one = db.prepare<Record<string, unknown>, ListedDossier>(
    `SELECT ${columns} FROM dossier d WHERE d.id = :id`,
  );
  const byCode = db.prepare<[string], { id: string }>('SELECT id FROM dossier WHERE code = ? LIMIT 1');
  const byTail = db.prepare<{ tail: string; day: string | null }, { id: string }>(
    'SELECT id FROM dossier WHERE tail = :tail AND (:day IS NULL OR day = :day) ORDER BY day DESC LIMIT 1',
  );
  const recent = db.prepare<Record<string, unknown>, ListedDossier>(
    `SELECT ${columns} FROM dossier d WHERE d.day = :today AND d.desk_digit = :deskDigit
      ORDER BY d.serial DESC LIMIT :limit`,
  );
  const receivedOn = db.prepare<[string, number], { n: number }>(
    `SELECT count(*) AS n FROM dossier WHERE day = ? AND desk_digit = ? AND status <> 'cancelled'`,
  );

  const openRows = db.prepare<[], { id: string }>(
    `SELECT id FROM dossier WHERE clock <> 'ended' ORDER BY due_at, id`,
  );
  return {
    /** Everything that is not resolved yet, by due date. */
    openIds: (): readonly string[] => openRows.all().map(({ id }) => id),
    get: (id: string, mark: SentMark): ListedDossier | null => one.get({ ...mark, id }) ?? null,
    idByCode: (code: string): string | null => byCode.get(code)?.id ?? null,
    /** The newest dossier whose code ends in these digits. @param day `2026-11-22`, null for any */
    idByTail: (tail: string, day: string | null): string | null => byTail.get({ tail, day })?.id ?? null,
    /** Today's dossiers of one counter, newest first. */
    recent: (today: string, deskDigit: number, limit: number, mark: SentMark): readonly ListedDossier[] =>
      recent.all({ ...mark, today, deskDigit, limit }),
    receivedOn: (day: string, deskDigit: number): number => receivedOn.get(day, deskDigit)?.n ?? 0,
    /** One page by due date, then id; ask for `limit + 1` to know whether more follow. */
    page(question: ListQuestion, mark: SentMark): readonly ListedDossier[] {
      const search = searchOf(question.query);
      const where = [conditions[question.filter], ...search.conditions];
      const rank = marksRank(db, question.query);
      if (question.after !== null) {
        where.push(
          `(${rank.sql}, d.due_at, d.id) > ((SELECT ${rank.sql} FROM dossier d WHERE d.id = :afterId), :afterDue, :afterId)`,
        );
      }
      const sql = `SELECT ${columns} FROM dossier d WHERE ${where.join(' AND ')}
        ORDER BY ${rank.sql}, d.due_at, d.id LIMIT :limit`;
      return db.prepare<Record<string, unknown>, ListedDossier>(sql).all({
        ...mark,
        ...search.values,
        exactNames: rank.names,
        ...daysOf(question),
        afterDue: question.after?.dueAt ?? '',
        afterId: question.after?.id ?? '',
        limit: question.limit,
      });
    },
    /** How many of all dossiers answer a question. */
    matches(query: string): number {
      const { conditions: asked, values } = searchOf(query);
      if (asked.length === 0) return 0;
      const sql = `SELECT count(*) AS n FROM dossier d WHERE ${asked.join(' AND ')}`;
      return db.prepare<Record<string, string>, { n: number }>(sql).get(values)?.n ?? 0;
    },
    /** Dossiers by the end of their code, or of whoever answers to a name, number or phone: best answers, then newest. */
    found(query: string, limit: number, mark: SentMark): readonly ListedDossier[] {
      const rows = new Map<string, ListedDossier>();
      for (const { sql, values } of findingsOf(db, query)) {
        const found = db
          .prepare<Record<string, unknown>, ListedDossier>(
            `SELECT ${columns} FROM dossier d WHERE ${sql} ORDER BY d.received_at DESC, d.id DESC LIMIT :limit`,
          )
          .all({ ...mark, ...values, limit });
        for (const row of found) rows.set(row.id, row);
      }
      return [...rows.values()].slice(0, limit);
    },
    /** How many dossiers each filter holds. */
    counts(today: string): Readonly<Record<ListFilter, number>> {
      const sums = Object.entries(conditions).map(
        ([name, sql]) => `(SELECT count(*) FROM dossier d WHERE ${sql}) AS "${name}"`,
      );
      const row = db
        .prepare<Record<string, unknown>, Record<ListFilter, number>>(`SELECT ${sums.join(', ')}`)
        .get(daysOf({ today }));
      if (row === undefined) throw new Error('Counting gave no row');
      return row;
    },
  };
}

const daysOf = ({ today }: { readonly today: string }) => ({ today, tomorrow: `${today}T99` });

/**
 * Digits look for the end of a code, or for a number or phone as people are found by it; words look for every word's
 * beginning in name, procedure and address.
 */
function searchOf(query: string): { conditions: readonly string[]; values: Record<string, string> } {
  const typed = query.trim().toUpperCase();
  const isNumber =
    /^[A-Z]{0,3}[\d.+()-]+[A-Z\d.+()\s-]*$/.test(typed) && typed.replaceAll(/\D/g, '').length >= 3;
  if (isNumber) {
    const person = findingByNumber(query);
    const byPerson = person === null ? '' : ` OR ${person.sql}`;
    return {
      conditions: [`(d.tail = :tail OR d.code LIKE :codeEnd${byPerson})`],
      values: { tail: typed, codeEnd: `%${typed}`, ...person?.values },
    };
  }
  const words = askedWords(query);
  const initials = askedInitials(query);
  if (words.length === 0) return { conditions: [], values: {} };
  const begun = words.map((word) => `"${word}"*`).join(' ');
  return {
    conditions: ['d.number IN (SELECT rowid FROM dossier_words WHERE dossier_words MATCH :words)'],
    values: { words: initials === null ? begun : `(${begun}) OR "${initials}"*` },
  };
}

function findingsOf(db: Database, query: string): readonly Pick<Finding, 'sql' | 'values'>[] {
  const tail = query.replaceAll(/\s/g, '');
  const byCode = /^(\d{6}-)?\d{3,7}$/.test(tail)
    ? [{ sql: '(d.tail = :tail OR d.code LIKE :end)', values: { tail, end: `%-${tail}` } }]
    : [];
  const byNumber = findingByNumber(query);
  return [...byCode, ...(byNumber === null ? findingsByName(db, query) : [byNumber])];
}

/** Whether a row bears the marks that were typed: 0 then, and before the others; 1 where no marks were typed. */
function marksRank(db: Database, query: string): { readonly sql: string; readonly names: string } {
  const exact = hasMarks(query) ? (findingsByName(db, query)[0] ?? null) : null;
  const names = exact?.rank === 0 ? (exact.values['names'] ?? '[]') : '[]';
  return {
    sql: '(d.number NOT IN (SELECT s.dossier FROM json_each(:exactNames) q JOIN person_seen s ON s.name = q.value))',
    names,
  };
}
