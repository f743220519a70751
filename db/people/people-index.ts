import type { Database } from 'better-sqlite3';
import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import { initialsOf, nameWords } from '../../shared/domain/people/name-search.ts';
import { nameKey } from '../../shared/domain/people/person-match.ts';
import { phoneSearchKey } from '../../shared/domain/people/phone.ts';
import { reversed } from './reversed.ts';

/** Writes down under what each dossier's person is found; a part of the projections, thrown away and made again with them. */
export function openPeopleIndex(db: Database) {
  const nameOf = db.prepare<[string], { id: number }>('SELECT id FROM person_name WHERE written = ?');
  const addName = db.prepare<[string, string], { id: number }>(
    'INSERT INTO person_name (written, name_key) VALUES (?, ?) RETURNING id',
  );
  const addInitials = db.prepare<[string, number]>(
    'INSERT OR IGNORE INTO person_initials (initials, name) VALUES (?, ?)',
  );
  const addWord = db.prepare<[string, number]>(
    'INSERT OR IGNORE INTO person_word (word, name) VALUES (?, ?)',
  );
  const putSeen = db.prepare<[number, number, string]>(
    'INSERT OR REPLACE INTO person_seen (dossier, name, birth_date) VALUES (?, ?, ?)',
  );
  const seenNow = db.prepare<[number, number, number]>(
    'UPDATE person_name SET last_seen = ? WHERE id = ? AND last_seen < ?',
  );
  const dropNumbers = db.prepare<[number]>('DELETE FROM person_number WHERE dossier = ?');
  const addNumber = db.prepare<[string, number, 'id' | 'phone', string]>(
    'INSERT OR IGNORE INTO person_number (number, dossier, kind, reversed) VALUES (?, ?, ?, ?)',
  );
  const wipes = ['person_word', 'person_initials', 'person_name', 'person_seen', 'person_number'].map(
    (table) => db.prepare(`DELETE FROM ${table}`),
  );

  /** A name that many bear is written down once. */
  const nameId = (name: string): number => {
    const written = writtenName(name);
    const known = nameOf.get(written);
    if (known !== undefined) return known.id;
    const added = addName.get(written, nameKey(name));
    if (added === undefined) throw new Error('The name was not written');
    for (const word of nameWords(written)) addWord.run(word, added.id);
    for (const initials of initialsOf(written)) addInitials.run(initials, added.id);
    return added.id;
  };

  return {
    /** @param number the dossier's row */
    put(number: number, { current: { applicant } }: Dossier): void {
      const name = nameId(applicant.name);
      putSeen.run(number, name, applicant.birthDate ?? '');
      seenNow.run(number, name, number);
      dropNumbers.run(number);
      for (const id of [applicant.idNumber, ...applicant.otherNumbers]) {
        if (id !== '') addNumber.run(id, number, 'id', reversed(id));
      }
      const phone = phoneSearchKey(applicant.phone);
      if (phone !== '') addNumber.run(phone, number, 'phone', reversed(phone));
    },
    wipe(): void {
      for (const wipe of wipes) wipe.run();
    },
  };
}

/** Names that differ in case only are one row. */
const writtenName = (name: string): string => name.normalize('NFC').toLocaleLowerCase('vi');
