-- Petitions with what their list and their person are looked up by; made again from the ledger when the desk opens.
DROP TABLE petition;

CREATE TABLE petition (
  id             TEXT PRIMARY KEY,
  status         TEXT NOT NULL,
  applicant_name TEXT NOT NULL,
  -- Folded name, personal number and phone: what a citizen who comes back is found by.
  words          TEXT NOT NULL,
  id_number      TEXT NOT NULL,
  procedure_name TEXT NOT NULL,
  asked_at       TEXT NOT NULL,
  state          TEXT NOT NULL CHECK (json_valid(state))
) STRICT;
CREATE INDEX petition_waiting ON petition (asked_at DESC, id) WHERE status = 'intakeSupplement';
CREATE INDEX petition_person ON petition (id_number) WHERE status = 'intakeSupplement' AND id_number <> '';

-- The form of a citizen who was asked for more, as it was typed at this desk. Not a projection, since the facts tell
-- less than the form; not a row of `draft`, since that is one officer's unsaved work, offered to nobody else and
-- thrown away with one key.
CREATE TABLE petition_draft (
  id      TEXT    PRIMARY KEY,
  body    TEXT    NOT NULL CHECK (json_valid(body)),
  kept_at INTEGER NOT NULL
) STRICT;
