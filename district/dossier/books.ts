import type { BooksOf } from '../../shared/domain/cash/serial-doubt.ts';
import { type EventEnvelope, type ReadEvent, readLine } from '../../shared/protocol/event.ts';
import { readCashFact } from '../../shared/protocol/fact.ts';
import type { Tx } from '../rows.ts';

/** The receipt books of a commune's drawers, from its log and from the batch itself; nothing is read where no event asks. */
export async function booksByShift(tx: Tx, stream: string, links: readonly ReadEvent[]): Promise<BooksOf> {
  if (!links.some(({ event: { type } }) => type === 'dossier.receiptAssigned')) return () => null;
  const rows = await tx
    .selectFrom('event')
    .select('line')
    .where('stream', '=', stream)
    .where('type', '=', 'cash.shiftOpened')
    .execute();
  const events = [...rows.map(({ line }) => readLine(line)), ...links.map(({ event }) => event)];
  const books = new Map(events.flatMap(bookOf));
  return (shift) => books.get(shift) ?? null;
}

function bookOf(event: EventEnvelope | null) {
  const fact = event?.type === 'cash.shiftOpened' ? readCashFact(event) : null;
  return fact?.type === 'cash.shiftOpened' ? [[fact.body.shift, fact.body.books] as const] : [];
}
