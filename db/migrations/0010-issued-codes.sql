-- Every dossier code this machine has given, once. The rule that counts serials reads the projection; this stands
-- behind it and does not go when the projection is made again. What other desks gave comes by the feed and is not
-- held here: two desks that gave the same code are both kept, and the district has a person look at it.
CREATE TABLE issued_code (
  code       TEXT PRIMARY KEY,
  dossier_id TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO issued_code (code, dossier_id)
SELECT code, id FROM dossier
 WHERE code <> '' AND desk_digit = (SELECT desk_digit FROM identity WHERE id = 1);
