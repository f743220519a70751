-- Every table of a commune is keyed by its stream first, so that it can be partitioned or sharded by it.
-- Text that is compared or sorted is "C": the order of its code units, the same on every server and desk.

CREATE TABLE stream (
  id            text COLLATE "C" PRIMARY KEY,
  agency        text NOT NULL,
  feed_seq      integer NOT NULL CHECK (feed_seq >= 0),
  running_hash  text COLLATE "C" NOT NULL
);

-- One row per epoch of an installation: a revoked or frozen epoch stays known for ever.
CREATE TABLE device (
  id            text COLLATE "C" NOT NULL,
  epoch         integer NOT NULL CHECK (epoch >= 1),
  stream        text COLLATE "C" NOT NULL REFERENCES stream,
  public_key    text COLLATE "C" NOT NULL,
  name          text NOT NULL,
  desk_digit    integer NOT NULL CHECK (desk_digit BETWEEN 1 AND 9),
  desk_name     text NOT NULL,
  last_seq      integer NOT NULL CHECK (last_seq >= 0),
  last_hash     text COLLATE "C" NOT NULL,
  revoked       boolean NOT NULL DEFAULT false,
  frozen        boolean NOT NULL DEFAULT false,
  enrolled_at   timestamptz NOT NULL,
  PRIMARY KEY (id, epoch)
);

CREATE INDEX device_of_stream ON device (stream);

-- The code itself is never stored. `device` is set when it has been used.
CREATE TABLE enrolment_code (
  code_hash     text COLLATE "C" PRIMARY KEY,
  stream        text COLLATE "C" NOT NULL REFERENCES stream,
  desk_digit    integer NOT NULL CHECK (desk_digit BETWEEN 1 AND 9),
  desk_name     text NOT NULL,
  device        text COLLATE "C",
  used_at       timestamptz,
  CHECK ((device IS NULL) = (used_at IS NULL))
);

-- The log: `line` is the exact text that was hashed on the device.
CREATE TABLE event (
  stream        text COLLATE "C" NOT NULL,
  device        text COLLATE "C" NOT NULL,
  epoch         integer NOT NULL,
  seq           integer NOT NULL CHECK (seq >= 1),
  hash          text COLLATE "C" NOT NULL,
  line          text NOT NULL,
  type          text NOT NULL,
  dossier_id    text COLLATE "C",
  feed_seq      integer NOT NULL,
  outcome       text NOT NULL CHECK (outcome IN ('accepted', 'needsReview', 'rejected')),
  code          text NOT NULL,
  PRIMARY KEY (stream, device, epoch, seq),
  UNIQUE (stream, feed_seq)
);

CREATE INDEX event_of_dossier ON event (stream, dossier_id, feed_seq);

-- What waits for a person.
CREATE INDEX event_in_doubt ON event (stream, feed_seq) WHERE outcome <> 'accepted';

-- The one order of a stream. The body and verdict of an `event` row stand in the log and are not kept twice.
CREATE TABLE feed (
  stream        text COLLATE "C" NOT NULL REFERENCES stream,
  feed_seq      integer NOT NULL CHECK (feed_seq >= 1),
  kind          text NOT NULL,
  body          text,
  running_hash  text COLLATE "C" NOT NULL,
  PRIMARY KEY (stream, feed_seq),
  CHECK ((kind = 'event') = (body IS NULL))
);

CREATE TABLE officer (
  stream        text COLLATE "C" NOT NULL REFERENCES stream,
  id            text COLLATE "C" NOT NULL,
  record        text NOT NULL,
  PRIMARY KEY (stream, id)
);

-- A projection: can be thrown away and folded again from the log. `state` is canonical text. An absent
-- dossier is one that facts have named before its receipt arrived.
CREATE TABLE dossier (
  stream         text COLLATE "C" NOT NULL,
  id             text COLLATE "C" NOT NULL,
  status         text NOT NULL,
  code           text,
  applicant_name text,
  procedure_code text,
  received_at    text COLLATE "C",
  due_at         text COLLATE "C",
  version        integer NOT NULL,
  needs_review   boolean NOT NULL,
  state          text NOT NULL,
  PRIMARY KEY (stream, id)
);

-- Batches that could not be taken whole, as they came; the same bytes are kept once.
CREATE TABLE quarantine (
  stream        text COLLATE "C" NOT NULL,
  device        text COLLATE "C" NOT NULL,
  epoch         integer NOT NULL,
  sha256        text COLLATE "C" NOT NULL,
  why           text NOT NULL,
  bytes         bytea NOT NULL,
  arrived_at    timestamptz NOT NULL,
  PRIMARY KEY (stream, device, epoch, sha256)
);

CREATE TABLE incident (
  stream        text COLLATE "C" NOT NULL,
  id            text COLLATE "C" NOT NULL,
  device        text COLLATE "C" NOT NULL,
  epoch         integer NOT NULL,
  seq           integer NOT NULL,
  kind          text NOT NULL,
  opened_at     timestamptz NOT NULL,
  PRIMARY KEY (stream, id)
);

-- The key pair that signs acks; one row, shared by every server in front of this database.
CREATE TABLE district_key (
  id            integer PRIMARY KEY CHECK (id = 1),
  public_key    text NOT NULL,
  private_pem   text NOT NULL
);
