import type { Database } from 'better-sqlite3';

export type CounterDigits = ReturnType<typeof openCounterDigits>;

/** Which digits the codes of a counter may begin with, as the district has issued them. */
export function openCounterDigits(db: Database) {
  const further = db.prepare<[number], { digit: number }>(
    'SELECT digit FROM counter_digit WHERE desk_digit = ? ORDER BY n',
  );
  const put = db.prepare<[number, number]>(
    'INSERT INTO counter_digit (digit, desk_digit) VALUES (?, ?) ON CONFLICT (digit) DO NOTHING',
  );
  return {
    /** The counter's own digit first, then those issued to it, oldest first; 1 to 9 each. */
    of: (deskDigit: number): readonly number[] => [
      deskDigit,
      ...further.all(deskDigit).map(({ digit }) => digit),
    ],
    /** A digit that is issued stays with its counter: told again, nothing changes. */
    put: (digit: number, deskDigit: number): void => void put.run(digit, deskDigit),
  };
}
