-- A name has as many initials as there are ways to take the signs inside its words. Filled again when the desk opens.
CREATE TABLE person_initials (
  initials TEXT    NOT NULL,
  name     INTEGER NOT NULL,
  PRIMARY KEY (initials, name)
) STRICT, WITHOUT ROWID;
DROP INDEX person_name_initials;
ALTER TABLE person_name DROP COLUMN initials;
