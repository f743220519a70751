import { transact } from '../../db/open.ts';
import type { Answer, Input } from '../../shared/contract/desk-api.ts';
import type { Caller } from '../../shared/contract/dispatch.ts';
import { type Refusal, refuse } from '../../shared/contract/refusal.ts';
import type { LocalDateTime } from '../../shared/domain/base/local-date.ts';
import { assignReceipt } from '../../shared/domain/cash/assign-receipt.ts';
import { type CashFact, receiptBook } from '../../shared/domain/cash/cash-events.ts';
import {
  closeShift,
  expectedVnd,
  foldShifts,
  isUsed,
  nextReceipt,
  openShift,
  type Shift,
  serialWarning,
  voidReceipt,
} from '../../shared/domain/cash/cash-shift.ts';
import { takingAt } from '../../shared/domain/dossier/dossier.ts';
import { allowStep } from '../../shared/domain/dossier/processing.ts';
import { feeReceipt, type Taking } from '../../shared/domain/dossier/taking.ts';
import { cashList } from '../../shared/forms/cash/cash-list.ts';
import { readCashFact } from '../../shared/protocol/fact.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type DeskContext, me, now } from '../context.ts';
import { officerName } from '../dossier/dossier-views.ts';
import { paperContext } from '../dossier/paper-context.ts';

/** The drawer this officer has open at this machine, or null. */
export function openShiftOf(desk: DeskContext, officer: string): Shift | null {
  const own = [...shiftsOf(desk).values()].filter((shift) => shift.officer === officer);
  return own.find(({ closed }) => closed === null) ?? null;
}

const ownShifts = (desk: DeskContext, officer: string): readonly string[] =>
  [...shiftsOf(desk).values()].filter((shift) => shift.officer === officer).map(({ id }) => id);

/** The drawer money goes back out of: none where it does not hold as much, since then it came from elsewhere. */
export function refundShiftOf(desk: DeskContext, officer: string, vnd: number): string | null {
  const shift = openShiftOf(desk, officer);
  return shift !== null && expectedVnd(shift, desk.stores.takings.ofShift(shift.id)) >= vnd ? shift.id : null;
}

export function viewCash(desk: DeskContext, by: Caller): Answer<'cash.view'> {
  const shift = openShiftOf(desk, by.officer);
  const { takings, officers } = desk.stores;
  return ok({
    shift: shift === null ? null : shiftView(desk, shift),
    unnumbered: takings
      .unnumbered(ownShifts(desk, by.officer), me(desk).deskDigit)
      .map(({ dossierId, code, payer, at, vnd }) => ({
        dossier: dossierId,
        code,
        payer,
        at: at as LocalDateTime,
        vnd,
      })),
    usedTwice: [...takings.usedTwice()],
    colleagues: officers
      .all()
      .filter(({ id, active }) => active && id !== by.officer)
      .map(({ id, name }) => ({ id, name })),
  });
}

export function openCash(
  desk: DeskContext,
  { openingVnd, books }: Input<'cash.open'>,
  by: Caller,
): Answer<'cash.view'> {
  const read = books.map((book) => receiptBook.safeParse(book));
  const wrong = read.findIndex(({ success }) => !success);
  if (wrong !== -1) return err([refuse('book-wrong', `books.${wrong}`)]);
  const body = {
    at: now(desk),
    shift: desk.world.newId(),
    openingVnd,
    books: read.flatMap(({ data }) => data ?? []),
  };
  return recorded(desk, by, (open) => openShift(open, body));
}

export function voidSpoilt(
  desk: DeskContext,
  { reason, ...named }: Input<'cash.voidReceipt'>,
  by: Caller,
): Answer<'cash.view'> {
  const receipt = feeReceipt.safeParse(named);
  if (!receipt.success) return err([refuse('serial-wrong', 'serial')]);
  const body = { at: now(desk), receipt: receipt.data, reason: reason.trim() };
  return recorded(desk, by, (open) =>
    voidReceipt(open, [...desk.stores.takings.numbered([body.receipt.symbol]), ...spoiltBefore(desk)], body),
  );
}

export function closeCash(desk: DeskContext, request: Input<'cash.close'>, by: Caller): Answer<'cash.view'> {
  return recorded(desk, by, (open) =>
    closeShift(open, open === null ? [] : desk.stores.takings.ofShift(open.id), {
      at: now(desk),
      ...request,
    }),
  );
}

/** Forms that were spoilt in any shift here: none of them goes to anybody. */
const spoiltBefore = (desk: DeskContext): readonly Taking[] =>
  [...shiftsOf(desk).values()].flatMap(({ voided }) => voided.map(({ receipt }) => ({ vnd: 0, receipt })));

/** The form that was given later for money taken without one: from the book of the open drawer, else of the money's own. */
export function assignSerial(
  desk: DeskContext,
  { dossier: id, takenAt, vnd, ...named }: Input<'cash.assignReceipt'>,
  by: Caller,
): Answer<'cash.view'> {
  const receipt = feeReceipt.safeParse(named);
  if (!receipt.success) return err([refuse('serial-wrong', 'lateSerial')]);
  const done = transact(desk.stores.db, () => {
    const possible = allowStep(desk.stores.projections.read(id), 'dossier.receiptAssigned');
    if (!possible.ok) return err(refuse('taking-gone', 'lateSerial'));
    const shifts = shiftsOf(desk);
    const own = takingAt(possible.value, { takenAt, vnd })?.shift ?? null;
    const shift = openShiftOf(desk, by.officer) ?? (own === null ? null : (shifts.get(own) ?? null));
    const isSpoilt = [...shifts.values()].some((one) => isUsed(one, [], receipt.data));
    const fact = assignReceipt(
      possible.value,
      { at: now(desk), takenAt, vnd, receipt: receipt.data },
      { shift, isUsed: (one) => isSpoilt || desk.stores.takings.isUsed(one) },
    );
    if (fact.ok) desk.ledger.record(fact.value, by);
    return fact;
  });
  if (!done.ok) return err([done.error]);
  desk.recorded([id]);
  return viewCash(desk, by);
}

/** Decides, records and, at the end of a shift, prints its list: all of it or nothing. */
function recorded(
  desk: DeskContext,
  by: Caller,
  decide: (open: Shift | null) => Result<CashFact, Refusal>,
): Answer<'cash.view'> {
  const done = transact(desk.stores.db, () => {
    const open = openShiftOf(desk, by.officer);
    const fact = decide(open);
    if (!fact.ok) return fact;
    desk.ledger.recordCash(fact.value, by);
    if (fact.value.type === 'cash.shiftClosed' && open !== null) printList(desk, open, fact.value.body, by);
    return fact;
  });
  if (!done.ok) return err([done.error]);
  desk.recorded([]);
  return viewCash(desk, by);
}

function printList(desk: DeskContext, shift: Shift, closed: NonNullable<Shift['closed']>, by: Caller): void {
  const form = cashList({
    context: paperContext(desk, by, closed.at),
    shift,
    closed,
    takings: desk.stores.takings.ofShift(shift.id).map((one) => ({ ...one, at: one.at as LocalDateTime })),
    giver: by.name,
    taker: closed.handedTo === null ? '' : officerName(desk, closed.handedTo),
  });
  desk.stores.prints.queue('', 0, form, desk.world.clock());
}

/** Shifts opened at this machine; another counter's drawer is another drawer. */
function shiftsOf(desk: DeskContext): ReadonlyMap<string, Shift> {
  const { device } = me(desk);
  return foldShifts(
    desk.stores.log.ofCash().flatMap(({ event }) => {
      const fact = event.device === device ? readCashFact(event) : null;
      return fact === null ? [] : [{ fact, actor: event.actor }];
    }),
  );
}

function shiftView(desk: DeskContext, shift: Shift) {
  const takings = desk.stores.takings.ofShift(shift.id);
  const { openedAt, openingVnd, books, voided } = shift;
  return {
    openedAt,
    openingVnd,
    books: [...books],
    takings: takings.map(({ dossierId, code, payer, at, vnd, receipt }, n) => ({
      dossier: dossierId,
      code,
      payer,
      at: at as LocalDateTime,
      vnd,
      receipt,
      warning: receipt === null ? null : serialWarning(shift, takings.slice(0, n), receipt),
    })),
    voided: voided.map(({ receipt, reason }) => ({ ...receipt, reason })),
    expectedVnd: expectedVnd(shift, takings),
    next: nextReceipt(shift, [
      ...takings,
      ...desk.stores.takings.numbered(books.map(({ symbol }) => symbol)),
      ...spoiltBefore(desk),
    ]),
    withoutReceipt: takings.filter(({ receipt, vnd }) => receipt === null && vnd > 0).length,
  };
}
