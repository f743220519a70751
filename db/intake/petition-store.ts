import type { Database } from 'better-sqlite3';
import type { Petition } from '../../shared/domain/dossier/dossier.ts';
import { type Draft, draft } from '../../shared/domain/intake/draft.ts';
import { phoneSearchKey } from '../../shared/domain/people/phone.ts';
import { fold } from '../../shared/text/fold.ts';
import type { SentMark } from '../dossier/dossier-list.ts';

/** A petition that waits, and how many of its facts the district has not acknowledged. */
export interface ListedPetition {
  readonly petition: Petition;
  readonly waiting: number;
}

interface Row {
  readonly state: string;
  readonly waiting: number;
}

export type PetitionStore = ReturnType<typeof openPetitionStore>;

/** Citizens who were asked for more and have not come back, and the forms that were typed for them here. */
export function openPetitionStore(db: Database) {
  const list = db.prepare<Record<string, string | number>, Row>(
    `SELECT p.state, (SELECT count(*) FROM event e
        WHERE e.dossier_id = p.id AND e.device = :device AND e.epoch = :epoch AND e.seq > :heldSeq) AS waiting
       FROM petition p WHERE p.status = 'intakeSupplement' AND (:words = '' OR instr(p.words, :words) > 0)
      ORDER BY p.asked_at DESC, p.id LIMIT :limit`,
  );
  const count = db.prepare<[], { n: number }>(
    `SELECT count(*) AS n FROM petition WHERE status = 'intakeSupplement'`,
  );
  const open = db.prepare<[], { state: string }>(
    `SELECT state FROM petition WHERE status = 'intakeSupplement' ORDER BY asked_at DESC, id LIMIT 500`,
  );
  const put = db.prepare<[string, string, number]>(
    `INSERT INTO petition_draft (id, body, kept_at) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET body = excluded.body, kept_at = excluded.kept_at`,
  );
  const body = db.prepare<[string], { body: string }>('SELECT body FROM petition_draft WHERE id = ?');
  const drop = db.prepare<[string]>('DELETE FROM petition_draft WHERE id = ?');
  const prune = db.prepare(
    `DELETE FROM petition_draft WHERE id NOT IN (SELECT id FROM petition WHERE status = 'intakeSupplement')`,
  );

  return {
    /** Newest slip first. @param query part of a name without marks, of a personal number or of a phone */
    waiting: (query: string, limit: number, mark: SentMark): readonly ListedPetition[] =>
      list.all({ ...mark, words: asStored(query), limit }).map((row) => ({
        petition: JSON.parse(row.state) as Petition,
        waiting: row.waiting,
      })),
    waitingCount: (): number => count.get()?.n ?? 0,
    /** Everybody who is waited for, newest slip first: few enough to be compared one by one. */
    openOnes: (): readonly Petition[] => open.all().map(({ state }) => JSON.parse(state) as Petition),
    keepDraft: (one: Draft, keptAt: number): void => void put.run(one.id, JSON.stringify(one), keptAt),
    /** The form as it was typed at this desk; null when it was typed elsewhere, or by an older version. */
    draftOf: (id: string): Draft | null => {
      const row = body.get(id);
      const read = row === undefined ? null : draft.safeParse(JSON.parse(row.body));
      return read?.success === true ? read.data : null;
    },
    dropDraft: (id: string): void => void drop.run(id),
    /** Forgets the forms of petitions that ended at another desk. */
    dropEndedDrafts: (): void => void prune.run(),
  };
}

/** Digits as numbers and phones are stored, words as names are. */
const asStored = (query: string): string =>
  /^[\d\s.+()-]{4,}$/.test(query.trim()) ? phoneSearchKey(query) : fold(query);
