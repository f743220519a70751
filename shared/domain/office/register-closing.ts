import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result } from '../../result.ts';
import type { LocalDateTime } from '../base/local-date.ts';
import type { Role } from '../base/roles.ts';
import { readVolume } from '../dossier/register.ts';
import type { OfficeFact } from './office-events.ts';

/**
 * `Khóa sổ`: when its year is over, the register of a counter is closed with its last serial and its pages, and the head of the
 * desk signs the closing page.
 * @source docs/sources.md#registers
 */

type Closed = Extract<OfficeFact, { type: 'register.closed' }>;
type Reopened = Extract<OfficeFact, { type: 'register.reopened' }>;

/** Who may close a register and open it again, the role first in which it is done. */
export const registerClosers = ['leader', 'supervisor'] as const satisfies readonly Role[];

/** The closing that stands. */
export interface Closing extends Omit<Closed['body'], 'volume'> {
  readonly by: string;
  /** What the district doubts of it, `register-differs` or nothing. */
  readonly doubt: string;
}

/**
 * Closings by volume. A later one stands in place of an earlier one; one that the district does not believe (a stranger's, of
 * another counter, of a year that was not over) never closed anything.
 * @param facts in the order of the feed, each with the code of its doubt, empty for none
 */
export function foldClosings(
  facts: readonly { readonly fact: OfficeFact; readonly actor: string; readonly doubt: string }[],
): ReadonlyMap<string, Closing> {
  const closings = new Map<string, Closing>();
  for (const { fact, actor, doubt } of facts) {
    if (!stands(doubt)) continue;
    if (fact.type === 'register.reopened') closings.delete(fact.body.volume);
    if (fact.type !== 'register.closed') continue;
    const { volume, ...body } = fact.body;
    closings.set(volume, { ...body, by: actor, doubt });
  }
  return closings;
}

/** Whether a closing or reopening holds although the district has said this of it. */
export const stands = (doubt: string): boolean => doubt === '' || doubt === 'register-differs';

/** A register as far as it is filled here. */
export interface Book {
  readonly volume: string;
  readonly entries: number;
  readonly lastNumber: number;
  readonly closing: Closing | null;
}

/** Who asks, and when. */
export interface Asked {
  readonly deskDigit: number;
  readonly now: LocalDateTime;
}

/**
 * Closes a register of this counter whose year is over. One that has got lines since it was closed (a machine that had not sent
 * them) is closed again.
 * @param book null where nothing was entered
 * @param rowsPerPage rows on a printed page, 1 or more
 * @returns `register-unknown`, `register-elsewhere`, `year-not-over`, `register-closed-already`
 */
export function closeRegister(
  book: Book | null,
  rowsPerPage: number,
  { deskDigit, now }: Asked,
): Result<Closed, Refusal> {
  const own = ownBook(book, deskDigit);
  if (!own.ok) return own;
  const { volume, entries, lastNumber, closing, year } = own.value;
  if (now.slice(0, 4) <= year) return err(refuse('year-not-over', undefined, { year: Number(year) }));
  if (closing !== null && closing.entries >= entries)
    return err(refuse('register-closed-already', undefined, { volume }));
  const pages = Math.ceil(entries / rowsPerPage);
  return ok({
    type: 'register.closed',
    body: { at: now, volume, lastNumber, entries, pages, rowsPerPage },
  });
}

/**
 * Opens a register again that was closed while its year lasted. That of a year that is over stays closed: nothing more can
 * rightly be entered.
 * @returns `register-unknown`, `register-elsewhere`, `register-not-closed`, `year-is-over`, `reason-missing`
 */
export function reopenRegister(
  book: Book | null,
  reason: string,
  { deskDigit, now }: Asked,
): Result<Reopened, Refusal> {
  const said = reason.trim();
  if (said === '') return err(refuse('reason-missing', 'reason'));
  const own = ownBook(book, deskDigit);
  if (!own.ok) return own;
  const { volume, closing, year } = own.value;
  if (closing === null) return err(refuse('register-not-closed', undefined, { volume }));
  if (now.slice(0, 4) > year) return err(refuse('year-is-over', undefined, { year: Number(year) }));
  return ok({ type: 'register.reopened', body: { at: now, volume, reason: said } });
}

/** A counter answers for its own register: only it knows that nothing is missing from it. */
function ownBook(book: Book | null, deskDigit: number): Result<Book & { readonly year: string }, Refusal> {
  const read = book === null ? null : readVolume(book.volume);
  if (book === null || read === null) return err(refuse('register-unknown'));
  return read.deskDigit === deskDigit
    ? ok({ ...book, year: read.year })
    : err(refuse('register-elsewhere', undefined, { counter: read.deskDigit }));
}

/** What the district holds against a closing. */
export interface ClosingBench {
  /** Of the counter that signed. */
  readonly deskDigit: number;
  /** The district's own year, `2026`, when the fact arrived. */
  readonly year: string;
  /** The register as far as the district knows it. */
  readonly bookOf: (volume: string) => { readonly entries: number; readonly lastNumber: number };
}

export type ClosingDoubt = 'other-counter' | 'not-permitted' | 'year-not-over' | 'register-differs';

/** Why a person looks at a closing or a reopening, or null. The officer is judged apart. */
export function closingDoubt(fact: OfficeFact, role: Role, bench: ClosingBench): ClosingDoubt | null {
  if (fact.type !== 'register.closed' && fact.type !== 'register.reopened') return null;
  const read = readVolume(fact.body.volume);
  if (read?.deskDigit !== bench.deskDigit) return 'other-counter';
  if (!registerClosers.some((one) => one === role)) return 'not-permitted';
  if (fact.type === 'register.reopened') return null;
  if (bench.year <= read.year || fact.body.at.slice(0, 4) <= read.year) return 'year-not-over';
  const book = bench.bookOf(fact.body.volume);
  const isSame = book.entries === fact.body.entries && book.lastNumber === fact.body.lastNumber;
  return isSame ? null : 'register-differs';
}
