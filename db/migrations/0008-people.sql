-- Who stands on each dossier, by everything a person is looked for by. Made again from the ledger when the desk opens.
CREATE TABLE person_name (
  id       INTEGER PRIMARY KEY,
  -- As written, NFC and lower case; the key is what names are compared by.
  written  TEXT NOT NULL UNIQUE,
  name_key TEXT NOT NULL,
  initials TEXT NOT NULL
) STRICT;
CREATE INDEX person_name_key ON person_name (name_key);
CREATE INDEX person_name_initials ON person_name (initials);

CREATE TABLE person_word (
  word TEXT    NOT NULL,
  name INTEGER NOT NULL,
  PRIMARY KEY (word, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_seen (
  dossier    INTEGER PRIMARY KEY,
  name       INTEGER NOT NULL,
  birth_date TEXT    NOT NULL
) STRICT;
CREATE INDEX person_seen_name ON person_seen (name, birth_date);

-- Numbers and phones; the reversed ones answer for the last digits.
CREATE TABLE person_number (
  number   TEXT    NOT NULL,
  dossier  INTEGER NOT NULL,
  kind     TEXT    NOT NULL CHECK (kind IN ('id', 'phone')),
  reversed TEXT    NOT NULL,
  PRIMARY KEY (number, dossier, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_number_end ON person_number (reversed, dossier);
CREATE INDEX person_number_dossier ON person_number (dossier);

DROP INDEX dossier_person;
DROP INDEX dossier_name;
DROP INDEX dossier_phone;
