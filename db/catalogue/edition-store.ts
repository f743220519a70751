import type { Database } from 'better-sqlite3';
import { withChanges } from '../../shared/domain/catalogue/catalogue.ts';
import { type EditionKind, type EditionOf, editionSchemas } from '../../shared/domain/catalogue/edition.ts';

export type EditionStore = ReturnType<typeof openEditionStore>;

/** Editions of what changes by decree; all are kept, since a dossier keeps the ones of its day. */
export function openEditionStore(db: Database) {
  // The newest that is in force; before the first one begins, the first: a wrong clock must not stop a desk.
  const inForce = db.prepare<{ kind: string; date: string }, { body: string }>(
    `SELECT body FROM edition WHERE kind = :kind
      ORDER BY valid_from <= :date DESC, iif(valid_from <= :date, valid_from, '') DESC, valid_from, edition DESC
      LIMIT 1`,
  );
  const named = db.prepare<[string, string], { body: string }>(
    'SELECT body FROM edition WHERE kind = ? AND edition = ?',
  );
  const before = db.prepare<[string, string, string], { body: string }>(
    `SELECT body FROM edition WHERE kind = ? AND valid_from <= ? AND edition <> ?
      ORDER BY valid_from DESC, edition DESC LIMIT 1`,
  );
  const count = db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM edition WHERE kind = ?');
  const insert = db.prepare<[string, string, string, string]>(
    'INSERT INTO edition (kind, edition, valid_from, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const put = (kind: EditionKind, name: string, validFrom: string, body: unknown): void =>
    void insert.run(kind, name, validFrom, JSON.stringify(body));

  return {
    /** The edition in force on `date` (`2026-11-22`), or null when the store has none of that kind. */
    inForce: <K extends EditionKind>(kind: K, date: string): EditionOf<K> | null =>
      read(kind, inForce.get({ kind, date })),
    /** A catalogue by its name, or null when it never came here. */
    catalogue: (edition: string): EditionOf<'catalogue'> | null =>
      read('catalogue', named.get('catalogue', edition)),
    /** The catalogue in force on `date` before `edition` came. */
    catalogueBefore: (date: string, edition: string): EditionOf<'catalogue'> | null =>
      read('catalogue', before.get('catalogue', date, edition)),
    count: (kind: EditionKind): number => count.get(kind)?.n ?? 0,
    /**
     * Stores an edition; one that is there already stays as it is.
     * @returns false when a catalogue is the changes to an edition that is not here yet
     */
    put<K extends EditionKind>(kind: K, one: EditionOf<K>): boolean {
      if (kind !== 'catalogue') {
        const dated = one as EditionOf<'calendar'>;
        put(kind, dated.edition.edition, dated.validFrom, dated);
        return true;
      }
      const catalogue = one as EditionOf<'catalogue'>;
      const { base = null } = catalogue;
      const whole = base === null ? null : read('catalogue', named.get('catalogue', base));
      if (base !== null && whole === null) return false;
      const body = whole === null ? catalogue : withChanges(whole, catalogue);
      put(kind, catalogue.edition, catalogue.validFrom, body);
      return true;
    },
  };
}

const read = <K extends EditionKind>(kind: K, row: { body: string } | undefined): EditionOf<K> | null =>
  row === undefined ? null : (editionSchemas[kind].parse(JSON.parse(row.body)) as EditionOf<K>);
