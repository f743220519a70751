-- Which kinds of edition there are is said by shared/domain/catalogue/edition.ts alone.
CREATE TABLE edition_of_any_kind (
  kind       TEXT NOT NULL,
  edition    TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  body       TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (kind, edition)
) STRICT;
INSERT INTO edition_of_any_kind SELECT kind, edition, valid_from, body FROM edition;
DROP TABLE edition;
ALTER TABLE edition_of_any_kind RENAME TO edition;
