import { isCashEventType } from '../../shared/domain/cash/cash-events.ts';
import { isDossierEventType } from '../../shared/domain/dossier/dossier-events.ts';
import { type FeeReceipt, feeReceipt } from '../../shared/domain/dossier/taking.ts';
import type { ReadEvent } from '../../shared/protocol/event.ts';
import type { Tx } from '../rows.ts';
import { storable } from './dossiers.ts';

/**
 * The receipt of the finance office that an event gives out or keeps as spoilt; null for one that names none. What a later
 * build means by a receipt is not known here.
 */
export const receiptOf = ({ event: { type, body } }: ReadEvent): FeeReceipt | null =>
  isDossierEventType(type) || isCashEventType(type)
    ? (feeReceipt.safeParse(body['receipt']).data ?? null)
    : null;

/** One text for one receipt: the serial has digits only. */
export const serialKey = ({ symbol, serial }: FeeReceipt): string => `${serial} ${storable(symbol)}`;

/** Which of the receipts that `links` name were used in the commune before, by their keys. */
export async function usedSerials(tx: Tx, stream: string, links: readonly ReadEvent[]): Promise<Set<string>> {
  const asked = links.flatMap((link) => receiptOf(link)?.serial ?? []);
  if (asked.length === 0) return new Set();
  const rows = await tx
    .selectFrom('receipt_serial')
    .select(['symbol', 'serial'])
    .where('stream', '=', stream)
    .where('serial', 'in', asked)
    .execute();
  return new Set(rows.map(serialKey));
}

/** Writes down the receipts that `links` name; what is known stays. */
export async function useSerials(tx: Tx, stream: string, links: readonly ReadEvent[]): Promise<void> {
  const receipts = links.flatMap((link) => receiptOf(link) ?? []);
  if (receipts.length === 0) return;
  await tx
    .insertInto('receipt_serial')
    .values(receipts.map(({ symbol, serial }) => ({ stream, symbol: storable(symbol), serial })))
    .onConflict((conflict) => conflict.columns(['stream', 'symbol', 'serial']).doNothing())
    .execute();
}
