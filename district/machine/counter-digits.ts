import type { z } from 'zod';
import { canonical } from '../../shared/protocol/canonical.ts';
import { counterDigit } from '../../shared/protocol/counter-digit.ts';
import type { Tx } from '../rows.ts';
import { appendRows, lockStream } from '../sync/feed-log.ts';

/**
 * Issues a further digit to a counter that needs more than 999 codes in a day. It is never taken back, since a desk without a line
 * would go on with it; the same again adds nothing.
 * @returns false when the counter has it already
 * @throws Error for a commune or counter that does not exist, or a digit that another counter has or is to have
 */
export async function issueDigit(
  tx: Tx,
  stream: string,
  issued: z.infer<typeof counterDigit>,
): Promise<boolean> {
  const { digit, deskDigit } = counterDigit.parse(issued);
  const locked = await lockStream(tx, stream);
  const own = await ownDigits(tx, stream);
  if (!own.has(deskDigit)) throw new Error(`There is no counter ${deskDigit}`);
  const holder = await holderOf(tx, stream, digit);
  if (holder === deskDigit) return false;
  if (own.has(digit) || holder !== null) throw new Error(`Digit ${digit} is another counter's`);
  await tx.insertInto('counter_digit').values({ stream, digit, desk_digit: deskDigit }).execute();
  const body = canonical({ deskDigit, digit });
  await appendRows(tx, locked, [{ kind: 'counterDigit', body, verdict: null }]);
  return true;
}

/** The counter that a digit was issued to besides its own, or null. */
export async function holderOf(
  db: Pick<Tx, 'selectFrom'>,
  stream: string,
  digit: number,
): Promise<number | null> {
  const row = await db
    .selectFrom('counter_digit')
    .select('desk_digit')
    .where('stream', '=', stream)
    .where('digit', '=', digit)
    .executeTakeFirst();
  return row?.desk_digit ?? null;
}

/** What a counter's codes may begin with: its own digit, then those issued to it. */
export async function digitsOf(tx: Tx, stream: string, deskDigit: number): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom('counter_digit')
    .select('digit')
    .where('stream', '=', stream)
    .where('desk_digit', '=', deskDigit)
    .execute();
  return [deskDigit, ...rows.map(({ digit }) => digit)];
}

/** Digits that counters have been enrolled with or are to be. */
async function ownDigits(tx: Tx, stream: string): Promise<ReadonlySet<number>> {
  const devices = await tx.selectFrom('device').select('desk_digit').where('stream', '=', stream).execute();
  const codes = await tx
    .selectFrom('enrolment_code')
    .select('desk_digit')
    .where('stream', '=', stream)
    .execute();
  return new Set([...devices, ...codes].map((row) => row.desk_digit));
}
