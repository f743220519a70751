-- What was known of an officer from when on: an act is judged by what held at its hour. `since` is an instant in UTC.
CREATE TABLE officer_history (
  stream        text COLLATE "C" NOT NULL REFERENCES stream,
  id            text COLLATE "C" NOT NULL,
  since         text COLLATE "C" NOT NULL,
  record        text NOT NULL,
  PRIMARY KEY (stream, id, since)
);
INSERT INTO officer_history (stream, id, since, record)
  SELECT stream, id, '1970-01-01T00:00:00.000Z', record FROM officer;

-- No two dossiers of a commune share a code.
CREATE INDEX dossier_code ON dossier (stream, code);
