import type { Agency } from '../../shared/domain/catalogue/agency.ts';
import { canonical } from '../../shared/protocol/canonical.ts';
import { genesisHash } from '../../shared/protocol/event.ts';
import { holderOf } from '../machine/counter-digits.ts';
import type { Db } from '../rows.ts';
import { sha256 } from './verify.ts';

/**
 * Opens the stream of a commune with an empty feed.
 * @param id five digits without a meaning: a stream outlives the agency it was opened for
 * @returns false when it was there already
 */
export async function createStream(db: Db, id: string, agency: Agency): Promise<boolean> {
  const made = await db
    .insertInto('stream')
    .values({ id, agency: canonical(agency), feed_seq: 0, running_hash: genesisHash })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

/** The counter that a one-time code admits; two counters of a commune never share a digit. */
export interface NewDesk {
  readonly stream: string;
  /** 1 to 9. */
  readonly deskDigit: number;
  readonly deskName: string;
}

/**
 * @param code nine digits; only its hash is kept, so it can be shown once and never again
 * @throws Error when the digit was issued to another counter for its codes
 */
export async function addEnrolmentCode(db: Db, code: string, desk: NewDesk): Promise<void> {
  if ((await holderOf(db, desk.stream, desk.deskDigit)) !== null)
    throw new Error(`Digit ${desk.deskDigit} is another counter's`);
  await db
    .insertInto('enrolment_code')
    .values({
      code_hash: codeHash(code),
      stream: desk.stream,
      desk_digit: desk.deskDigit,
      desk_name: desk.deskName,
      device: null,
      used_at: null,
    })
    .execute();
}

export const codeHash = (code: string): string => sha256(`enrolment-code:${code}`);
