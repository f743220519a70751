-- Digits that the district issued to a counter besides its own, in the order of the feed; one that is issued is never
-- issued to another counter.
CREATE TABLE counter_digit (
  n          INTEGER PRIMARY KEY,
  digit      INTEGER NOT NULL UNIQUE CHECK (digit BETWEEN 1 AND 9),
  desk_digit INTEGER NOT NULL CHECK (desk_digit BETWEEN 1 AND 9)
) STRICT;
