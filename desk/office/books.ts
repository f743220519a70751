import type { Answer } from '../../shared/contract/desk-api.ts';
import type { Caller } from '../../shared/contract/dispatch.ts';
import { type BooksRequest, maxRegisterPages } from '../../shared/contract/office/views.ts';
import { type Refusal, refuse } from '../../shared/contract/refusal.ts';
import { at, type LocalDate, type LocalDateTime } from '../../shared/domain/base/local-date.ts';
import { type Dossier, isAccepted } from '../../shared/domain/dossier/dossier.ts';
import type { FormDocument } from '../../shared/forms/base/form.ts';
import { batchReceipt } from '../../shared/forms/office/batch-receipt.ts';
import { deliveryRecord } from '../../shared/forms/office/delivery-record.ts';
import { handOverList } from '../../shared/forms/office/hand-over-list.ts';
import { register } from '../../shared/forms/office/register.ts';
import { err, ok, type Result, unreachable } from '../../shared/result.ts';
import { type DeskContext, me, now, rulesToday, today } from '../context.ts';
import { officerName } from '../dossier/dossier-views.ts';
import { factsOf } from '../dossier/ledger-facts.ts';
import { paperContext } from '../dossier/paper-context.ts';
import { asPrinted } from '../dossier/shown-promise.ts';

type Papers = Result<readonly [FormDocument, ...FormDocument[]], Refusal>;

/** Volumes of the register, and what the lists of a day would hold. */
export function viewBooks(desk: DeskContext, day: LocalDate): Answer<'books.view'> {
  const { registerRows } = rulesToday(desk).forms;
  return ok({
    day,
    volumes: desk.stores.books.volumes().map((one) => ({
      ...one,
      firstDay: one.firstDay as LocalDate,
      lastDay: one.lastDay as LocalDate,
      pages: Math.ceil(one.entries / registerRows),
    })),
    results: [...byUnit(desk, day)].map(([unit, dossiers]) => ({ unit, count: dossiers.length })),
    batches: batchesOf(desk, day).map(({ submitter, dossiers: [first, ...more] }) => ({
      first: first.id,
      submitter,
      count: 1 + more.length,
      codes: [first, ...more].map(({ received }) => received.code),
    })),
  });
}

/** Queues a paper made from many dossiers. Nothing is recorded: the dossiers say it all already. */
export function printBooks(desk: DeskContext, request: BooksRequest, by: Caller): Answer<'books.print'> {
  const made = papersOf(desk, request, by);
  if (!made.ok) return err([made.error]);
  for (const form of made.value) desk.stores.prints.queue('', 0, form, desk.world.clock());
  desk.recorded([]);
  return ok({ papers: made.value.length });
}

function papersOf(desk: DeskContext, request: BooksRequest, by: Caller): Papers {
  switch (request.book) {
    case 'register':
      return registerPages(desk, request, by);
    case 'results':
      return resultsList(desk, request, by);
    case 'batch':
      return batchPapers(desk, request, by);
    default:
      return unreachable(request);
  }
}

function registerPages(
  desk: DeskContext,
  { volume, firstPage, lastPage }: Extract<BooksRequest, { book: 'register' }>,
  by: Caller,
): Papers {
  const { registerRows } = rulesToday(desk).forms;
  const known = desk.stores.books.volumes().find((one) => one.volume === volume);
  if (known === undefined || lastPage < firstPage) return err(refuse('nothing-to-print'));
  if (lastPage - firstPage >= maxRegisterPages)
    return err(refuse('too-many-pages', 'lastPage', { max: maxRegisterPages }));
  const from = (firstPage - 1) * registerRows;
  const ids = desk.stores.books.lines(volume, from, (lastPage - firstPage + 1) * registerRows);
  if (ids.length === 0) return err(refuse('nothing-to-print', 'firstPage'));
  const entries = dossiersOf(desk, ids).map((dossier) => ({
    received: dossier.current,
    facts: factsOf(desk, dossier.id),
    officerName: officerName(desk, dossier.receivedBy),
    area: '',
  }));
  const openedOn = known.firstDay as LocalDate;
  // A book is printed in one layout from its first page to its last: the one its pages are counted by.
  const context = { ...paperContext(desk, by, at(openedOn, 0)), options: rulesToday(desk).forms };
  return ok([register({ context, volume, entries, openedOn, firstPage })]);
}

function resultsList(
  desk: DeskContext,
  { day, unit }: Extract<BooksRequest, { book: 'results' }>,
  by: Caller,
): Papers {
  const dossiers = byUnit(desk, day).get(unit);
  if (dossiers === undefined) return err(refuse('nothing-to-print'));
  const written = momentOn(desk, day);
  const form = handOverList({
    context: paperContext(desk, by, written),
    at: written,
    // Who gives is written by hand: several officers of a unit may have signed.
    from: { unit, officer: '' },
    to: { unit: me(desk).deskName, officer: by.name },
    results: dossiers.map(({ id, current }) => ({ received: current, result: resultKind(desk, id) })),
  });
  return ok([form]);
}

function resultKind(desk: DeskContext, id: string): string {
  const ready = factsOf(desk, id).findLast(({ fact }) => fact.type === 'dossier.resultReady');
  return ready?.fact.type === 'dossier.resultReady' ? ready.fact.body.result.kind : '';
}

function batchPapers(
  desk: DeskContext,
  { day, first }: Extract<BooksRequest, { book: 'batch' }>,
  by: Caller,
): Papers {
  const batch = batchesOf(desk, day).find(({ dossiers }) => dossiers[0].id === first);
  if (batch === undefined) return err(refuse('nothing-to-print'));
  const [one, ...more] = batch.dossiers;
  const context = { ...paperContext(desk, by, one.received.receivedAt), set: one.received.formSet };
  const receipt = (leaf: 'stored' | 'citizen') =>
    batchReceipt({
      context,
      officerName: officerName(desk, one.receivedBy),
      leaf,
      dossiers: [asPrinted(desk, one.current), ...more.map(({ current }) => asPrinted(desk, current))],
    });
  const list = deliveryRecord({
    context,
    at: one.received.receivedAt,
    giver: batch.submitter,
    taker: officerName(desk, one.receivedBy),
    dossiers: batch.dossiers.map(({ current, holder }) => ({
      received: current,
      unit: holder?.unit ?? context.agency.name,
    })),
  });
  return ok([receipt('stored'), receipt('citizen'), list]);
}

/** Results ready on a day by the unit they come from; what was resolved at the counter stays with the counter. */
function byUnit(desk: DeskContext, day: LocalDate): ReadonlyMap<string, readonly Dossier[]> {
  const processed = dossiersOf(desk, desk.stores.books.readyOn(day)).filter(({ holder }) => holder !== null);
  return Map.groupBy(processed, ({ holder }) => holder?.unit ?? '');
}

interface Batch {
  readonly submitter: string;
  readonly dossiers: readonly [Dossier, ...Dossier[]];
}

/** Dossiers of one day that one person handed in, where there are at least two. */
function batchesOf(desk: DeskContext, day: LocalDate): readonly Batch[] {
  const received = dossiersOf(desk, desk.stores.books.receivedOn(day, me(desk).deskDigit));
  return [...Map.groupBy(received, submitterKey).values()].flatMap(([first, ...more]) =>
    first === undefined || more.length === 0
      ? []
      : [{ submitter: submitterOf(first).name, dossiers: [first, ...more] as const }],
  );
}

const submitterOf = ({ current }: Dossier) => current.submitter ?? current.applicant;

/** Two people of one name are told apart by their numbers. */
const submitterKey = (dossier: Dossier): string => {
  const { name, idNumber } = submitterOf(dossier);
  return JSON.stringify([name, idNumber]);
};

const dossiersOf = (desk: DeskContext, ids: readonly string[]): readonly Dossier[] =>
  ids.map((id) => desk.stores.projections.read(id)).filter(isAccepted);

/** A list of an earlier day is dated that day, at its end. */
const momentOn = (desk: DeskContext, day: LocalDate): LocalDateTime =>
  day === today(desk) ? now(desk) : at(day, 24 * 60 - 1);
