-- Projections whose cost does not grow with what is on file. Made again from the ledger when the desk opens.
DROP TABLE dossier_words;
DROP TABLE dossier;

CREATE TABLE dossier (
  -- The minute of its receipt, and a place among those of that minute: whoever asks for the newest reads backwards.
  number          INTEGER PRIMARY KEY,
  id              TEXT    NOT NULL UNIQUE,
  code            TEXT    NOT NULL,
  -- People know the end of a code.
  code_reversed   TEXT    NOT NULL,
  day             TEXT    NOT NULL,
  desk_digit      INTEGER NOT NULL,
  serial          INTEGER NOT NULL,
  register_volume TEXT    NOT NULL,
  register_number INTEGER NOT NULL,
  status          TEXT    NOT NULL,
  -- Which way the promised time runs: what makes a dossier open, and able to be late.
  clock           TEXT    NOT NULL CHECK (clock IN ('runs', 'stopped', 'ended')),
  applicant_name  TEXT    NOT NULL,
  procedure_code  TEXT    NOT NULL,
  procedure_name  TEXT    NOT NULL,
  received_at     TEXT    NOT NULL,
  received_by     TEXT    NOT NULL,
  due_at          TEXT    NOT NULL,
  reviews         INTEGER NOT NULL,
  -- The day on which a dossier got its result: what the lists of a day are made from.
  ready_on        TEXT,
  -- The last day a citizen was given to bring what is missing, while it is waited for.
  answer_by       TEXT,
  state           TEXT    NOT NULL CHECK (json_valid(state))
) STRICT;
CREATE INDEX dossier_code_end ON dossier (code_reversed);
CREATE INDEX dossier_of_counter ON dossier (desk_digit, day, serial);
CREATE INDEX dossier_register ON dossier (register_volume, register_number, id);
-- One for each group of the list; a statement uses one where it repeats its condition word for word.
CREATE INDEX dossier_due ON dossier (due_at, id);
CREATE INDEX dossier_todo ON dossier (due_at, id)
  WHERE clock <> 'ended' OR status IN ('resultReady', 'returnedWithoutResult');
CREATE INDEX dossier_runs ON dossier (due_at, id) WHERE clock = 'runs';
CREATE INDEX dossier_ready ON dossier (due_at, id) WHERE status IN ('resultReady', 'returnedWithoutResult');
CREATE INDEX dossier_unanswered ON dossier (due_at, id, answer_by) WHERE answer_by IS NOT NULL;
CREATE INDEX dossier_review ON dossier (id) WHERE reviews > 0;
CREATE INDEX dossier_ready_on ON dossier (ready_on, code) WHERE ready_on IS NOT NULL;
CREATE VIRTUAL TABLE dossier_words USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = 'unicode61', prefix = '2 3'
);

-- Totals, kept in the transaction that changes what they count.
CREATE TABLE dossier_total (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  dossiers INTEGER NOT NULL
) STRICT;
INSERT INTO dossier_total VALUES (1, 0);
CREATE TRIGGER dossier_total_more AFTER INSERT ON dossier
BEGIN
  UPDATE dossier_total SET dossiers = dossiers + 1;
END;
CREATE TRIGGER dossier_total_less AFTER DELETE ON dossier
BEGIN
  UPDATE dossier_total SET dossiers = dossiers - 1;
END;

CREATE TABLE procedure_use (
  desk_digit     INTEGER NOT NULL,
  day            TEXT    NOT NULL,
  procedure_code TEXT    NOT NULL,
  n              INTEGER NOT NULL,
  PRIMARY KEY (desk_digit, day, procedure_code)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER procedure_use_more AFTER INSERT ON dossier WHEN new.status <> 'cancelled'
BEGIN
  INSERT INTO procedure_use VALUES (new.desk_digit, new.day, new.procedure_code, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER procedure_use_other AFTER UPDATE OF status, procedure_code, desk_digit, day ON dossier
  WHEN (old.status <> 'cancelled', old.desk_digit, old.day, old.procedure_code)
    IS NOT (new.status <> 'cancelled', new.desk_digit, new.day, new.procedure_code)
BEGIN
  UPDATE procedure_use SET n = n - 1
   WHERE old.status <> 'cancelled'
     AND desk_digit = old.desk_digit AND day = old.day AND procedure_code = old.procedure_code;
  INSERT INTO procedure_use SELECT new.desk_digit, new.day, new.procedure_code, 1 WHERE new.status <> 'cancelled'
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER procedure_use_less AFTER DELETE ON dossier WHEN old.status <> 'cancelled'
BEGIN
  UPDATE procedure_use SET n = n - 1
   WHERE desk_digit = old.desk_digit AND day = old.day AND procedure_code = old.procedure_code;
END;

-- Money that waits for its receipt.
CREATE INDEX taking_unnumbered ON taking (shift, at, dossier_id, n) WHERE serial IS NULL AND vnd > 0;

-- Of a name that half the commune bears, those who came last are shown.
DELETE FROM person_seen;
DELETE FROM person_number;
DELETE FROM person_word;
DELETE FROM person_name;
ALTER TABLE person_name ADD COLUMN last_seen INTEGER NOT NULL DEFAULT 0;
DROP INDEX person_seen_name;
CREATE INDEX person_seen_name ON person_seen (name);
