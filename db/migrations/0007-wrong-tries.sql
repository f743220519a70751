-- Waits run on the clock that nobody can set, so that only the number of wrong PINs is kept.
ALTER TABLE sign_in_failure DROP COLUMN locked_until;
