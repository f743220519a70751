import type { Database } from 'better-sqlite3';
import { type Draft, draft } from '../../shared/domain/intake/draft.ts';

export interface SavedDraft {
  readonly draft: Draft;
  readonly savedAt: number;
}

export type DraftStore = ReturnType<typeof openDraftStore>;

/** Forms not yet saved; they outlive a crash of the screen, the desk or the machine. */
export function openDraftStore(db: Database) {
  const put = db.prepare<[string, string, string, number]>(
    `INSERT INTO draft (id, officer, body, saved_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET officer = excluded.officer, body = excluded.body, saved_at = excluded.saved_at`,
  );
  const drop = db.prepare<[string]>('DELETE FROM draft WHERE id = ?');
  const left = db.prepare<[string], { body: string; saved_at: number }>(
    'SELECT body, saved_at FROM draft WHERE officer = ? ORDER BY saved_at DESC, id DESC',
  );
  const owner = db.prepare<[string], { officer: string }>('SELECT officer FROM draft WHERE id = ?');
  const one = db.prepare<[string], { body: string }>('SELECT body FROM draft WHERE id = ?');
  return {
    /** The form under this id as it was left, or null. */
    get: (id: string): Draft | null => {
      const row = one.get(id);
      const read = row === undefined ? null : draft.safeParse(JSON.parse(row.body));
      return read?.success === true ? read.data : null;
    },
    put: (officer: string, kept: Draft, savedAt: number): void =>
      void put.run(kept.id, officer, JSON.stringify(kept), savedAt),
    drop: (id: string): void => void drop.run(id),
    /** Whose form it is, or null where none is kept under this id. */
    ownerOf: (id: string): string | null => owner.get(id)?.officer ?? null,
    /** The forms of this officer, last one first. One that an older version wrote differently is passed over. */
    ofOfficer: (officer: string): readonly SavedDraft[] =>
      left.all(officer).flatMap((row) => {
        const read = draft.safeParse(JSON.parse(row.body));
        return read.success ? [{ draft: read.data, savedAt: row.saved_at }] : [];
      }),
  };
}
