import { transact } from '../../db/open.ts';
import type { Answer } from '../../shared/contract/desk-api.ts';
import type { Caller } from '../../shared/contract/dispatch.ts';
import { type Refusal, refuse } from '../../shared/contract/refusal.ts';
import {
  type Book,
  type Closing,
  closeRegister,
  foldClosings,
  reopenRegister,
} from '../../shared/domain/office/register-closing.ts';
import type { FormDocument } from '../../shared/forms/base/form.ts';
import { registerClosing } from '../../shared/forms/office/register-closing.ts';
import { readOfficeFact } from '../../shared/protocol/fact.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type DeskContext, me, now, rulesToday } from '../context.ts';
import { officerName } from '../dossier/dossier-views.ts';
import { paperContext } from '../dossier/paper-context.ts';

/** Registers that are closed, by volume, with what the district has said of it so far. */
export const closingsOf = ({ stores }: Pick<DeskContext, 'stores'>): ReadonlyMap<string, Closing> =>
  foldClosings(
    stores.log.ofRegisters().flatMap(({ event, verdict }) => {
      const fact = readOfficeFact(event);
      return fact === null ? [] : [{ fact, actor: event.actor, doubt: verdict?.code ?? '' }];
    }),
  );

/** A register as it stands here; null for one that has no line. */
export function bookOf(desk: DeskContext, volume: string): Book | null {
  const known = desk.stores.books.volumes().find((one) => one.volume === volume);
  return known === undefined ? null : { ...known, closing: closingsOf(desk).get(volume) ?? null };
}

/** Records that a register is closed and queues its closing page, in one transaction. */
export function closeBook(desk: DeskContext, volume: string, by: Caller): Answer<'books.close'> {
  const done = transact(desk.stores.db, () => {
    const { registerRows } = rulesToday(desk).forms;
    const fact = closeRegister(bookOf(desk, volume), registerRows, askedBy(desk));
    if (!fact.ok) return fact;
    desk.ledger.recordOffice(fact.value, by);
    const page = closingPage(desk, volume, by);
    if (page.ok) desk.stores.prints.queue('', 0, page.value, desk.world.clock());
    return ok(1);
  });
  if (!done.ok) return err([done.error]);
  desk.recorded([]);
  return ok({ papers: done.value });
}

/** Records that a register closed by mistake takes lines again. */
export function reopenBook(
  desk: DeskContext,
  { volume, reason }: { readonly volume: string; readonly reason: string },
  by: Caller,
): Answer<'books.reopen'> {
  const done = transact(desk.stores.db, () => {
    const fact = reopenRegister(bookOf(desk, volume), reason, askedBy(desk));
    if (fact.ok) desk.ledger.recordOffice(fact.value, by);
    return fact;
  });
  if (!done.ok) return err([done.error]);
  desk.recorded([]);
  return ok({});
}

/** The page that the head of the desk signs, as the fact has it. */
export function closingPage(desk: DeskContext, volume: string, by: Caller): Result<FormDocument, Refusal> {
  const known = desk.stores.books.volumes().find((one) => one.volume === volume);
  const closing = closingsOf(desk).get(volume);
  if (known === undefined || closing === undefined) return err(refuse('nothing-to-print'));
  return ok(
    registerClosing({
      context: paperContext(desk, by, closing.at),
      volume,
      openedOn: known.firstDay,
      closing,
      voided: desk.stores.books.voided(volume, closing.lastNumber),
      closedBy: officerName(desk, closing.by),
    }),
  );
}

const askedBy = (desk: DeskContext) => ({ deskDigit: me(desk).deskDigit, now: now(desk) });
