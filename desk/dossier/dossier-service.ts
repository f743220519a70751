import { transact } from '../../db/open.ts';
import type { Answer, Input } from '../../shared/contract/desk-api.ts';
import type { Caller } from '../../shared/contract/dispatch.ts';
import type { PaperStanding } from '../../shared/contract/dossier/views.ts';
import { type Refusal, refuse } from '../../shared/contract/refusal.ts';
import { type DossierState, isAccepted } from '../../shared/domain/dossier/dossier.ts';
import type { DossierFact } from '../../shared/domain/dossier/dossier-events.ts';
import { handOver, markReady } from '../../shared/domain/dossier/hand-over.ts';
import { type ReceiptReading, readReceiptCode } from '../../shared/domain/dossier/receipt-code.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { openShiftOf } from '../cash/cash.ts';
import { type DeskContext, me, now, sentMark, today } from '../context.ts';
import { detailView, rowView, type Viewer } from './dossier-views.ts';
import { resultOf } from './results.ts';
import { shownAt } from './shown-promise.ts';

const pageSize = 60;
const foundRows = 6;

/** One page of a filtered list, and how many dossiers each filter holds. */
export function listDossiers(
  desk: DeskContext,
  { filter, query, after }: Input<'dossier.list'>,
): Answer<'dossier.list'> {
  const listed = desk.stores.list.page(
    { filter, query, after, today: today(desk), limit: pageSize + 1 },
    sentMark(desk),
  );
  const isElsewhere = listed.length === 0 && filter !== 'all' && query.trim() !== '';
  return ok({
    elsewhere: isElsewhere ? desk.stores.list.matches(query) : 0,
    rows: listed.slice(0, pageSize).map((row) => rowView(desk, row)),
    more: listed.length > pageSize,
    counts: { ...desk.stores.list.counts(today(desk)) },
  });
}

/** What the box on top shows below the people it has found. */
export const findDossiers = (desk: DeskContext, query: string): Answer<'dossier.find'> =>
  ok(desk.stores.list.found(query, foundRows, sentMark(desk)).map((row) => rowView(desk, row)));

export function getDossier(desk: DeskContext, id: string, by: Viewer): Answer<'dossier.get'> {
  const detail = detailView(desk, id, by);
  return detail === null ? err([refuse('dossier-unknown')]) : ok(detail);
}

/** Finds a dossier by the receipt's QR text, its code, or the last digits of it (the newest wins). */
export function dossierByReceipt(desk: DeskContext, text: string): Answer<'dossier.byReceipt'> {
  const read = readReceiptCode(text);
  if (!read.ok) return err([read.error]);
  const id = idOf(desk, read.value);
  const listed = id === null ? null : desk.stores.list.get(id, sentMark(desk));
  if (listed === null) return err([refuse('receipt-unknown')]);
  return ok({ ...rowView(desk, listed), paper: paperStandingOf(desk, listed.id, read.value) });
}

/** Only a scanned receipt is a paper; a code that somebody typed stands for the dossier itself. */
function paperStandingOf(desk: DeskContext, id: string, read: ReceiptReading): PaperStanding {
  const state = desk.stores.projections.read(id);
  if (read.kind !== 'receipt' || !isAccepted(state)) return { kind: 'valid' };
  if (state.cancelledAt !== null) return { kind: 'void', at: state.cancelledAt };
  const { correctedAt } = state;
  return correctedAt === null || read.issue >= state.corrections
    ? { kind: 'valid' }
    : { kind: 'replaced', at: correctedAt, issue: state.corrections };
}

function idOf({ stores }: DeskContext, read: ReceiptReading): string | null {
  if (read.kind !== 'tail') return stores.list.idByCode(read.code);
  return stores.list.idByEnd(`-${read.tail}`);
}

export function markResultReady(
  desk: DeskContext,
  { id, note }: Input<'dossier.markReady'>,
  by: Caller,
): Answer<'dossier.markReady'> {
  return act(desk, id, by, (state) => {
    const result = isAccepted(state)
      ? resultOf(desk, state, { number: '', abstract: '' })
      : { kind: '', number: '', abstract: '' };
    return markReady(state, { at: now(desk), note, result });
  });
}

export function handOverResult(
  desk: DeskContext,
  { id, receiver, feeCollectedVnd, receipt }: Input<'dossier.handOver'>,
  by: Caller,
): Answer<'dossier.handOver'> {
  return act(desk, id, by, (state) =>
    handOver(asSaid(desk, state), {
      at: now(desk),
      receiver,
      feeCollectedVnd,
      receipt: feeCollectedVnd === 0 ? null : receipt,
      shift: openShiftOf(desk, by.officer)?.id ?? null,
    }),
  );
}

/** A refusal names the promise as the citizen's paper does. */
const asSaid = (desk: DeskContext, state: DossierState): DossierState =>
  isAccepted(state) ? { ...state, dueAt: shownAt(desk, state.current, state.dueAt) } : state;

/** Reads, decides and appends in one transaction; what is shown afterwards is read again. */
function act(
  desk: DeskContext,
  id: string,
  by: Caller,
  decide: (state: DossierState) => Result<DossierFact, Refusal>,
): Answer<'dossier.get'> {
  me(desk);
  const decided = transact(desk.stores.db, () => {
    const one = decide(desk.stores.projections.read(id));
    if (one.ok) desk.ledger.record(one.value, by);
    return one;
  });
  if (!decided.ok) return err([decided.error]);
  desk.recorded([id]);
  return getDossier(desk, id, by);
}
