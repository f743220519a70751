-- Rules and forms are editions too.
CREATE TABLE new_edition (
  kind       TEXT NOT NULL CHECK (kind IN ('catalogue', 'calendar', 'rules', 'forms')),
  edition    TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  body       TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (kind, edition)
) STRICT;
INSERT INTO new_edition SELECT * FROM edition;
DROP TABLE edition;
ALTER TABLE new_edition RENAME TO edition;
