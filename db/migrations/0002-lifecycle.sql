-- The whole life of a dossier. Projections are made again from the ledger when the desk opens.
DROP TABLE dossier_words;
DROP TABLE dossier;

CREATE TABLE dossier (
  number          INTEGER PRIMARY KEY,
  id              TEXT    NOT NULL UNIQUE,
  code            TEXT    NOT NULL,
  tail            TEXT    NOT NULL,
  day             TEXT    NOT NULL,
  desk_digit      INTEGER NOT NULL,
  serial          INTEGER NOT NULL,
  register_volume TEXT    NOT NULL,
  register_number INTEGER NOT NULL,
  status          TEXT    NOT NULL,
  -- Which way the promised time runs: what makes a dossier open, and able to be late.
  clock           TEXT    NOT NULL CHECK (clock IN ('runs', 'stopped', 'ended')),
  applicant_name  TEXT    NOT NULL,
  name_fold       TEXT    NOT NULL,
  id_number       TEXT    NOT NULL,
  phone           TEXT    NOT NULL,
  procedure_code  TEXT    NOT NULL,
  procedure_name  TEXT    NOT NULL,
  received_at     TEXT    NOT NULL,
  received_by     TEXT    NOT NULL,
  due_at          TEXT    NOT NULL,
  reviews         INTEGER NOT NULL,
  state           TEXT    NOT NULL CHECK (json_valid(state))
) STRICT;
CREATE INDEX dossier_code ON dossier (code);
CREATE INDEX dossier_tail ON dossier (tail);
CREATE INDEX dossier_serial ON dossier (day, desk_digit, serial);
CREATE INDEX dossier_register ON dossier (register_volume, register_number);
CREATE INDEX dossier_due ON dossier (due_at, id);
CREATE INDEX dossier_open ON dossier (due_at, id) WHERE clock <> 'ended';
CREATE INDEX dossier_ready ON dossier (due_at, id) WHERE status IN ('resultReady', 'returnedWithoutResult');
CREATE INDEX dossier_person ON dossier (id_number, received_at) WHERE id_number <> '';
CREATE INDEX dossier_name ON dossier (name_fold, received_at);
CREATE INDEX dossier_phone ON dossier (phone) WHERE phone <> '';
CREATE INDEX dossier_review ON dossier (id) WHERE reviews > 0;
CREATE VIRTUAL TABLE dossier_words USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = 'unicode61', prefix = '2 3'
);

-- People who were asked for more, or turned away, before anything was accepted.
CREATE TABLE petition (
  id             TEXT PRIMARY KEY,
  status         TEXT NOT NULL,
  applicant_name TEXT NOT NULL,
  procedure_name TEXT NOT NULL,
  state          TEXT NOT NULL CHECK (json_valid(state))
) STRICT;

CREATE TABLE new_print_job (
  id         INTEGER PRIMARY KEY,
  dossier_id TEXT    NOT NULL,
  copy       INTEGER NOT NULL,
  paper      TEXT    NOT NULL CHECK (paper IN ('a5', '80mm', 'a4', 'a4-landscape')),
  form       TEXT    NOT NULL CHECK (json_valid(form)),
  status     TEXT    NOT NULL CHECK (status IN ('queued', 'sending', 'sent', 'failed', 'void')),
  fault      TEXT,
  pdf_sha256 TEXT,
  queued_at  INTEGER NOT NULL,
  sent_at    INTEGER
) STRICT;
INSERT INTO new_print_job SELECT * FROM print_job;
DROP TABLE print_job;
ALTER TABLE new_print_job RENAME TO print_job;
CREATE INDEX print_job_waiting ON print_job (id) WHERE status IN ('queued', 'sending', 'failed');
CREATE INDEX print_job_of ON print_job (dossier_id);
