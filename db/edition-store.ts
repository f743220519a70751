import type { Database } from 'better-sqlite3';
import { type CatalogueEdition, catalogueEdition } from '../shared/domain/procedure.ts';
import { type CalendarEdition, calendarEdition } from '../shared/domain/work-calendar.ts';

export type EditionStore = ReturnType<typeof openEditionStore>;

/** Editions of the catalogue and the calendar; all are kept, since a dossier keeps the ones of its day. */
export function openEditionStore(db: Database) {
  // The newest that is in force; before the first one begins, the first: a wrong clock must not stop a desk.
  const inForce = db.prepare<{ kind: string; date: string }, { body: string }>(
    `SELECT body FROM edition WHERE kind = :kind
      ORDER BY valid_from <= :date DESC, iif(valid_from <= :date, valid_from, '') DESC, valid_from, edition DESC
      LIMIT 1`,
  );
  const put = db.prepare<[string, string, string, string]>(
    'INSERT INTO edition (kind, edition, valid_from, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  return {
    /** The catalogue in force on `date` (`2026-11-22`), or null when the store is empty. */
    catalogueOn: (date: string): CatalogueEdition | null => {
      const row = inForce.get({ kind: 'catalogue', date });
      return row === undefined ? null : catalogueEdition.parse(JSON.parse(row.body));
    },
    calendarOn: (date: string): CalendarEdition | null => {
      const row = inForce.get({ kind: 'calendar', date });
      return row === undefined ? null : calendarEdition.parse(JSON.parse(row.body));
    },
    putCatalogue: (edition: CatalogueEdition): void =>
      void put.run('catalogue', edition.edition, edition.validFrom, JSON.stringify(edition)),
    /** @param validFrom first day on which deadlines are counted with it */
    putCalendar: (edition: CalendarEdition, validFrom: string): void =>
      void put.run('calendar', edition.edition, validFrom, JSON.stringify(edition)),
  };
}
