-- Money taken for dossiers, by shift; made again from the ledger with the dossiers.
CREATE TABLE taking (
  dossier_id TEXT    NOT NULL,
  n          INTEGER NOT NULL,
  shift      TEXT,
  at         TEXT    NOT NULL,
  vnd        INTEGER NOT NULL,
  symbol     TEXT,
  serial     TEXT,
  PRIMARY KEY (dossier_id, n)
) STRICT;
CREATE INDEX taking_shift ON taking (shift, at) WHERE shift IS NOT NULL;
CREATE INDEX taking_receipt ON taking (symbol, serial) WHERE serial IS NOT NULL;

-- Facts that are about no dossier.
CREATE INDEX event_alone ON event (type) WHERE dossier_id IS NULL;
