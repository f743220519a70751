import type { RegisterVolume } from '../../db/office/books.ts';
import type { Answer, Output } from '../../shared/contract/desk-api.ts';
import type { Caller } from '../../shared/contract/dispatch.ts';
import { type BooksRequest, maxRegisterPages } from '../../shared/contract/office/views.ts';
import { type Refusal, refuse } from '../../shared/contract/refusal.ts';
import { at, type LocalDate, type LocalDateTime } from '../../shared/domain/base/local-date.ts';
import { actingRole } from '../../shared/domain/base/roles.ts';
import { type Dossier, isAccepted } from '../../shared/domain/dossier/dossier.ts';
import {
  type Closing,
  closeRegister,
  registerClosers,
  reopenRegister,
} from '../../shared/domain/office/register-closing.ts';
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
import { closingPage, closingsOf } from './closings.ts';

type Papers = Result<readonly [FormDocument, ...FormDocument[]], Refusal>;

/** Volumes of the register, and what the lists of a day would hold. */
export function viewBooks(desk: DeskContext, day: LocalDate, by: Caller): Answer<'books.view'> {
  const closings = closingsOf(desk);
  return ok({
    day,
    volumes: desk.stores.books
      .volumes()
      .map((one) => volumeView(desk, one, closings.get(one.volume) ?? null, by)),
    results: [...byUnit(desk, day)].map(([unit, dossiers]) => ({ unit, count: dossiers.length })),
    batches: batchesOf(desk, day).map(({ submitter, dossiers: [first, ...more] }) => ({
      first: first.id,
      submitter,
      count: 1 + more.length,
      codes: [first, ...more].map(({ received }) => received.code),
    })),
  });
}

function volumeView(
  desk: DeskContext,
  one: RegisterVolume,
  closing: Closing | null,
  by: Caller,
): Output<'books.view'>['volumes'][number] {
  const asked = { deskDigit: me(desk).deskDigit, now: now(desk) };
  const rows = rowsOf(desk, closing);
  const isCloser = actingRole(by.roles, registerClosers) !== null;
  const canClose = closeRegister({ ...one, closing }, rows, asked).ok;
  const canReopen = reopenRegister({ ...one, closing }, '-', asked).ok;
  return {
    volume: one.volume,
    entries: one.entries,
    lastNumber: one.lastNumber,
    firstDay: one.firstDay,
    lastDay: one.lastDay,
    pages: Math.ceil(one.entries / rows),
    closing:
      closing === null
        ? null
        : {
            at: closing.at,
            byName: officerName(desk, closing.by),
            lastNumber: closing.lastNumber,
            pages: closing.pages,
            later: Math.max(0, one.entries - closing.entries),
            inDoubt: closing.doubt !== '',
          },
    may: !isCloser ? 'nothing' : canClose ? 'close' : canReopen ? 'reopen' : 'nothing',
    due: canClose,
  };
}

/** A closed register keeps the layout its pages were counted by. */
const rowsOf = (desk: DeskContext, closing: Closing | null): number =>
  closing?.rowsPerPage ?? rulesToday(desk).forms.registerRows;

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
    case 'closing': {
      const page = closingPage(desk, request.volume, by);
      return page.ok ? ok([page.value]) : page;
    }
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
  const closing = closingsOf(desk).get(volume) ?? null;
  const registerRows = rowsOf(desk, closing);
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
  const openedOn = known.firstDay;
  // A book is printed in one layout from its first page to its last: the one its pages are counted by.
  const options = { ...rulesToday(desk).forms, registerRows };
  const context = { ...paperContext(desk, by, at(openedOn, 0)), options };
  // Lines that came after the closing stand on no page that it counted.
  const closed = closing !== null && closing.entries >= known.entries ? closing : null;
  return ok([register({ context, volume, entries, openedOn, closing: closed, firstPage })]);
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
