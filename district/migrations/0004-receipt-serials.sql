-- Every receipt of the finance office that a fact of the commune names, taken or spoilt: a serial is used once.
CREATE TABLE receipt_serial (
  stream text COLLATE "C" NOT NULL REFERENCES stream,
  symbol text COLLATE "C" NOT NULL,
  serial text COLLATE "C" NOT NULL,
  PRIMARY KEY (stream, symbol, serial)
);
