-- Digits issued to a counter besides its own: no two counters of a commune share one, and none is taken back.
CREATE TABLE counter_digit (
  stream      text COLLATE "C" NOT NULL REFERENCES stream,
  digit       integer NOT NULL CHECK (digit BETWEEN 1 AND 9),
  desk_digit  integer NOT NULL CHECK (desk_digit BETWEEN 1 AND 9),
  PRIMARY KEY (stream, digit)
);
