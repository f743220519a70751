import { transact } from '../../db/open.ts';
import type { Answer, Input } from '../../shared/contract/desk-api.ts';
import type { Caller } from '../../shared/contract/dispatch.ts';
import { dateOf } from '../../shared/domain/base/local-date.ts';
import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import { allowStep } from '../../shared/domain/dossier/processing.ts';
import { hadOriginal } from '../../shared/domain/dossier/receipt-due.ts';
import type { ReceiptLeaves, ReceiptSlip } from '../../shared/forms/base/form.ts';
import { copyOn, receiptOn } from '../../shared/forms/dossier/receipt-paper.ts';
import { err, ok } from '../../shared/result.ts';
import { type DeskContext, me, now } from '../context.ts';
import type { Paper } from '../machine/print-queue.ts';
import { officerName } from './dossier-views.ts';
import { asPrinted, sameDayReceiptOf } from './shown-promise.ts';

/**
 * The receipt of a dossier as data, ready to be drawn: the original in all leaves the counter prints, a reprint in the
 * citizen's leaf alone.
 * @param copy 0 for the original, 1 for the first reprint
 */
export function receiptOf(
  desk: DeskContext,
  { current, receivedBy, corrections }: Pick<Dossier, 'current' | 'receivedBy' | 'corrections'>,
  { paper, copy, printedBy }: { readonly paper: Paper; readonly copy: number; readonly printedBy: string },
): ReceiptSlip | ReceiptLeaves {
  const { agency, deskName } = me(desk);
  const request = {
    received: asPrinted(desk, current),
    issue: corrections,
    agency,
    deskName,
    officerName: officerName(desk, receivedBy),
    printedBy: officerName(desk, printedBy),
    printedAt: now(desk),
    copy,
    demo: desk.world.demo,
    formsBegin: desk.rules.on(dateOf(current.receivedAt)).formsBegin,
    options: desk.rules.on(dateOf(current.receivedAt)).forms,
  };
  return copy === 0 ? receiptOn(paper, request) : copyOn(paper, request);
}

/** Prints a receipt once more, or the one that nobody needed before: a fact of its own, with a number and a reason on the paper. */
export function reprint(
  desk: DeskContext,
  { id, reason, paper }: Input<'receipt.reprint'>,
  by: Caller,
): Answer<'receipt.reprint'> {
  const done = transact(desk.stores.db, () => {
    const state = desk.stores.projections.read(id);
    const possible = allowStep(state, 'receipt.reprinted');
    if (!possible.ok) return possible;
    const copy = possible.value.reprints + 1;
    const fact = { type: 'receipt.reprinted', dossier: id, body: { at: now(desk), copy, reason } } as const;
    // A desk that could only be opened to read still helps whoever has lost their slip.
    if (desk.readingOnly === null) desk.ledger.record(fact, by);
    // Where no original came out before, the first one that is asked for is it.
    const isOriginalOut = hadOriginal(possible.value, sameDayReceiptOf(desk, possible.value.received));
    const ofPaper = isOriginalOut ? copy : copy - 1;
    const slip = receiptOf(desk, possible.value, { paper, copy: ofPaper, printedBy: by.officer });
    desk.stores.prints.queue(id, ofPaper, slip, desk.world.clock());
    return ok(ofPaper);
  });
  if (!done.ok) return err([done.error]);
  desk.recorded([id]);
  return ok({ copy: done.value });
}
