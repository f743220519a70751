-- The ledger: every fact this desk has recorded or received, as the exact bytes that were hashed.
CREATE TABLE event (
  device       TEXT    NOT NULL,
  epoch        INTEGER NOT NULL,
  seq          INTEGER NOT NULL,
  hash         TEXT    NOT NULL CHECK (length(hash) = 64),
  line         TEXT    NOT NULL CHECK (json_valid(line)),
  type         TEXT    NOT NULL,
  dossier_id   TEXT,
  -- Place in the district's order; null until the feed has brought the event back.
  feed_seq     INTEGER UNIQUE,
  verdict      TEXT    CHECK (verdict IN ('accepted', 'needsReview', 'rejected')),
  verdict_code TEXT,
  PRIMARY KEY (device, epoch, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_of_dossier ON event (dossier_id) WHERE dossier_id IS NOT NULL;

CREATE TRIGGER event_never_changes BEFORE UPDATE OF device, epoch, seq, hash, line, type, dossier_id ON event
BEGIN
  SELECT RAISE(ABORT, 'an event never changes');
END;
CREATE TRIGGER event_never_goes BEFORE DELETE ON event
BEGIN
  SELECT RAISE(ABORT, 'an event never goes');
END;

-- The last head signed for a chain: what a batch carries, and what a backup is held against.
CREATE TABLE signed_head (
  device TEXT    NOT NULL,
  epoch  INTEGER NOT NULL,
  seq    INTEGER NOT NULL,
  hash   TEXT    NOT NULL,
  sig    TEXT    NOT NULL,
  PRIMARY KEY (device, epoch)
) STRICT;

-- The district's proof that it holds this chain up to last_seq. held_seq falls below it only when the
-- district came back in an older state and is being given everything again.
CREATE TABLE ack (
  device      TEXT    NOT NULL,
  epoch       INTEGER NOT NULL,
  last_seq    INTEGER NOT NULL,
  last_hash   TEXT    NOT NULL,
  feed_head   INTEGER NOT NULL,
  server_time TEXT    NOT NULL,
  proof       TEXT    NOT NULL CHECK (json_valid(proof)),
  held_seq    INTEGER NOT NULL,
  stored_at   INTEGER NOT NULL,
  PRIMARY KEY (device, epoch)
) STRICT;

CREATE TABLE feed_cursor (
  stream       TEXT    PRIMARY KEY,
  after        INTEGER NOT NULL,
  running_hash TEXT    NOT NULL,
  pulled_at    INTEGER NOT NULL
) STRICT;

-- Rows of a kind this version does not know: kept, and read again by a later version.
CREATE TABLE deferred_row (
  feed_seq INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL,
  body     TEXT NOT NULL
) STRICT;

CREATE TABLE identity (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  device       TEXT    NOT NULL,
  epoch        INTEGER NOT NULL,
  stream       TEXT    NOT NULL,
  desk_digit   INTEGER NOT NULL CHECK (desk_digit BETWEEN 1 AND 9),
  desk_name    TEXT    NOT NULL,
  agency       TEXT    NOT NULL CHECK (json_valid(agency)),
  district_url TEXT    NOT NULL,
  district_key TEXT    NOT NULL,
  sealed_key   TEXT    NOT NULL,
  enrolled_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE officer (
  id           TEXT    PRIMARY KEY,
  name         TEXT    NOT NULL,
  roles        TEXT    NOT NULL CHECK (json_valid(roles)),
  pin_verifier TEXT    NOT NULL,
  active       INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- Wrong PINs in a row; the wait survives a restart.
CREATE TABLE sign_in_failure (
  officer      TEXT    PRIMARY KEY,
  count        INTEGER NOT NULL,
  locked_until INTEGER NOT NULL
) STRICT;

CREATE TABLE edition (
  kind       TEXT NOT NULL CHECK (kind IN ('catalogue', 'calendar')),
  edition    TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  body       TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (kind, edition)
) STRICT;

-- What the events say today. May be thrown away and rebuilt; nothing else is true.
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
  status          TEXT    NOT NULL CHECK (status IN ('received', 'resultReady', 'delivered', 'cancelled')),
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
CREATE INDEX dossier_open ON dossier (due_at, id) WHERE status IN ('received', 'resultReady');
CREATE INDEX dossier_ready ON dossier (due_at, id) WHERE status = 'resultReady';
CREATE INDEX dossier_person ON dossier (id_number, received_at) WHERE id_number <> '';
CREATE INDEX dossier_name ON dossier (name_fold, received_at);
CREATE INDEX dossier_phone ON dossier (phone) WHERE phone <> '';
CREATE INDEX dossier_review ON dossier (id) WHERE reviews > 0;
CREATE VIRTUAL TABLE dossier_words USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = 'unicode61', prefix = '2 3'
);

CREATE TABLE draft (
  id       TEXT    PRIMARY KEY,
  officer  TEXT    NOT NULL,
  body     TEXT    NOT NULL CHECK (json_valid(body)),
  saved_at INTEGER NOT NULL
) STRICT;

-- Papers to print, oldest first. `sending`: handed to the spooler, the answer has not come back.
CREATE TABLE print_job (
  id         INTEGER PRIMARY KEY,
  dossier_id TEXT    NOT NULL,
  copy       INTEGER NOT NULL,
  paper      TEXT    NOT NULL CHECK (paper IN ('a5', '80mm')),
  form       TEXT    NOT NULL CHECK (json_valid(form)),
  status     TEXT    NOT NULL CHECK (status IN ('queued', 'sending', 'sent', 'failed', 'void')),
  fault      TEXT,
  pdf_sha256 TEXT,
  queued_at  INTEGER NOT NULL,
  sent_at    INTEGER
) STRICT;
CREATE INDEX print_job_waiting ON print_job (id) WHERE status IN ('queued', 'sending', 'failed');
CREATE INDEX print_job_of ON print_job (dossier_id);

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
