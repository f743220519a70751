import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result } from '../../result.ts';
import type { LocalDateTime } from '../base/local-date.ts';
import type { FeeReceipt, Taking } from '../dossier/taking.ts';
import { type CashFact, denominations, type ReceiptBook } from './cash-events.ts';

type Body<T extends CashFact['type']> = Extract<CashFact, { type: T }>['body'];

/** One officer's drawer from opening to handing over. */
export interface Shift {
  readonly id: string;
  readonly officer: string;
  readonly openedAt: LocalDateTime;
  readonly openingVnd: number;
  readonly books: readonly ReceiptBook[];
  readonly voided: readonly Body<'cash.receiptVoided'>[];
  readonly closed: Body<'cash.shiftClosed'> | null;
  /** Facts that came when they no longer fitted: a person looks at them. */
  readonly misfits: number;
}

/** Shifts by their id. Total: what names no open shift is counted on it as a misfit, or left out when there is none. */
export function foldShifts(
  facts: readonly { readonly fact: CashFact; readonly actor: string }[],
): ReadonlyMap<string, Shift> {
  const shifts = new Map<string, Shift>();
  for (const { fact, actor } of facts) {
    const next = evolveShift(shifts.get(fact.body.shift) ?? null, fact, actor);
    if (next !== null) shifts.set(fact.body.shift, next);
  }
  return shifts;
}

function evolveShift(shift: Shift | null, { type, body }: CashFact, actor: string): Shift | null {
  if (type === 'cash.shiftOpened') {
    if (shift !== null) return { ...shift, misfits: shift.misfits + 1 };
    const { shift: id, at: openedAt, openingVnd, books } = body;
    return { id, officer: actor, openedAt, openingVnd, books, voided: [], closed: null, misfits: 0 };
  }
  if (shift === null) return null;
  if (shift.closed !== null) return { ...shift, misfits: shift.misfits + 1 };
  return type === 'cash.receiptVoided'
    ? { ...shift, voided: [...shift.voided, body] }
    : { ...shift, closed: body };
}

/** What must lie in the drawer. */
export const expectedVnd = ({ openingVnd }: Shift, takings: readonly Taking[]): number =>
  takings.reduce((sum, { vnd }) => sum + vnd, openingVnd);

export const countedVnd = (pieces: Body<'cash.shiftClosed'>['pieces']): number =>
  pieces.reduce((sum, { value, count }) => sum + value * count, 0);

/** @returns `shift-open` when this officer has a drawer already, `book-wrong` for a book that does not run upwards */
export function openShift(
  open: Shift | null,
  body: Body<'cash.shiftOpened'>,
): Result<Extract<CashFact, { type: 'cash.shiftOpened' }>, Refusal> {
  if (open !== null) return err(refuse('shift-open'));
  const wrong = body.books.findIndex(({ from, to }) => from.length !== to.length || from > to);
  if (wrong !== -1) return err(refuse('book-wrong', `books.${wrong}`));
  return ok({ type: 'cash.shiftOpened', body });
}

/**
 * Notes a form that was spoilt.
 * @param takings whatever has a serial of the drawer's books, also of other shifts
 * @returns `no-shift`, `reason-missing`, `serial-used`, `serial-not-in-books`
 */
export function voidReceipt(
  open: Shift | null,
  takings: readonly Taking[],
  body: Omit<Body<'cash.receiptVoided'>, 'shift'>,
): Result<Extract<CashFact, { type: 'cash.receiptVoided' }>, Refusal> {
  if (open === null) return err(refuse('no-shift'));
  if (body.reason.trim() === '') return err(refuse('reason-missing', 'reason'));
  if (isUsed(open, takings, body.receipt)) return err(refuse('serial-used', 'serial', { ...body.receipt }));
  if (!isInBooks(open.books, body.receipt))
    return err(refuse('serial-not-in-books', 'serial', { ...body.receipt }));
  return ok({ type: 'cash.receiptVoided', body: { ...body, shift: open.id } });
}

/**
 * Closes a drawer with what was counted.
 * @returns `no-shift`, `pieces-wrong`, `difference-unexplained`, `hand-to-self`
 */
export function closeShift(
  open: Shift | null,
  takings: readonly Taking[],
  body: Pick<Body<'cash.shiftClosed'>, 'at' | 'pieces' | 'explanation' | 'handedTo'>,
): Result<Extract<CashFact, { type: 'cash.shiftClosed' }>, Refusal> {
  if (open === null) return err(refuse('no-shift'));
  const known: ReadonlySet<number> = new Set(denominations);
  const values = body.pieces.map(({ value }) => value);
  if (values.some((value) => !known.has(value)) || new Set(values).size < values.length)
    return err(refuse('pieces-wrong', 'pieces'));
  if (body.handedTo === open.officer) return err(refuse('hand-to-self', 'handedTo'));
  const counted = countedVnd(body.pieces);
  const expected = expectedVnd(open, takings);
  const explanation = body.explanation.trim();
  if (counted !== expected && explanation === '')
    return err(refuse('difference-unexplained', 'explanation', { difference: counted - expected }));
  return ok({
    type: 'cash.shiftClosed',
    body: { ...body, explanation, shift: open.id, countedVnd: counted, expectedVnd: expected },
  });
}

/** The form that lies on top of the drawer's books: offered, never recorded by itself. Null when all are used. */
export function nextReceipt(shift: Shift, takings: readonly Taking[]): FeeReceipt | null {
  for (const { symbol, from, to } of shift.books) {
    const last = usedOf(shift, takings)
      .filter((one) => one.symbol === symbol && isWithin(one.serial, { from, to }))
      .map((one) => one.serial)
      .toSorted()
      .at(-1);
    if (last === undefined) return { symbol, serial: from };
    if (last < to) return { symbol, serial: String(BigInt(last) + 1n).padStart(from.length, '0') };
  }
  return null;
}

/** What an officer is told beside a serial that was typed; money is taken all the same, the citizen has paid. */
export type SerialWarning = 'used' | 'not-in-books' | 'gap';

export function serialWarning(
  shift: Shift,
  takings: readonly Taking[],
  receipt: FeeReceipt,
): SerialWarning | null {
  if (isUsed(shift, takings, receipt)) return 'used';
  const inBooks = shift.books.some(
    (book) => book.symbol === receipt.symbol && isWithin(receipt.serial, book),
  );
  if (!inBooks) return 'not-in-books';
  const next = nextReceipt(shift, takings);
  return next !== null && next.symbol === receipt.symbol && next.serial !== receipt.serial ? 'gap' : null;
}

/** True where no book is named, since there is nothing then to hold a serial against. */
export const isInBooks = (books: readonly ReceiptBook[], { symbol, serial }: FeeReceipt): boolean =>
  books.length === 0 || books.some((book) => book.symbol === symbol && isWithin(serial, book));

const isWithin = (serial: string, { from, to }: Pick<ReceiptBook, 'from' | 'to'>): boolean =>
  serial.length === from.length && serial >= from && serial <= to;

const usedOf = (shift: Shift, takings: readonly Taking[]): readonly FeeReceipt[] => [
  ...takings.flatMap(({ receipt }) => receipt ?? []),
  ...shift.voided.map(({ receipt }) => receipt),
];

/** True where the serial stands on one of the takings or was spoilt in this drawer. */
export const isUsed = (shift: Shift, takings: readonly Taking[], receipt: FeeReceipt): boolean =>
  usedOf(shift, takings).some((one) => one.symbol === receipt.symbol && one.serial === receipt.serial);
