-- Lines of the counters' registers, as far as nobody doubts who wrote them: a serial is used once, and a closing is held
-- against them.
CREATE TABLE register_line (
  stream   text COLLATE "C" NOT NULL REFERENCES stream,
  volume   text COLLATE "C" NOT NULL,
  number   integer NOT NULL,
  dossier  text COLLATE "C" NOT NULL,
  PRIMARY KEY (stream, volume, number)
);
-- The canonical text of a state, read as text: its JSON may hold U+0000, which no jsonb can.
INSERT INTO register_line (stream, volume, number, dossier)
  SELECT stream,
         substring(state from '"register":\{"number":[0-9]{1,7},"volume":"([^"\\]+)"\}'),
         substring(state from '"register":\{"number":([0-9]{1,7}),"volume":"[^"\\]+"\}')::integer,
         id
    FROM dossier
   WHERE state ~ '"register":\{"number":[0-9]{1,7},"volume":"[^"\\]+"\}'
   ORDER BY stream, id
      ON CONFLICT DO NOTHING;

-- Registers that are closed: what is entered later waits for a person.
CREATE TABLE register_closing (
  stream   text COLLATE "C" NOT NULL REFERENCES stream,
  volume   text COLLATE "C" NOT NULL,
  PRIMARY KEY (stream, volume)
);
