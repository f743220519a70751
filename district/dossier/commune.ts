import type { LocalDateTime } from '../../shared/domain/base/local-date.ts';
import type { BooksOf } from '../../shared/domain/cash/serial-doubt.ts';
import { agency } from '../../shared/domain/catalogue/agency.ts';
import type { Commune, Standing } from '../../shared/domain/dossier/doubt.ts';
import type { FeesOf } from '../../shared/domain/dossier/fee-doubt.ts';
import type { FeeReceipt } from '../../shared/domain/dossier/taking.ts';
import { officerRecord } from '../../shared/protocol/bodies.ts';
import type { ReadEvent } from '../../shared/protocol/event.ts';
import { cataloguesOf, feesIn, offersIn } from '../catalogue/offers.ts';
import { rescheduleLimitOf } from '../catalogue/reschedule-limit.ts';
import { digitsOf } from '../machine/counter-digits.ts';
import type { Device } from '../machine/devices.ts';
import { type RegisterBench, registersFor } from '../office/register.ts';
import type { Tx } from '../rows.ts';
import { booksByShift } from './books.ts';
import { storable } from './dossiers.ts';
import { serialKey, usedSerials } from './serials.ts';

/** What is known of a commune while one batch of it is judged; codes that the batch gives out are added as it goes. */
export interface Bench extends Commune, RegisterBench {
  /** The year in which the batch arrived, `2026`. */
  readonly year: string;
  readonly take: (code: string, dossier: string) => void;
  /** True the first time only: a receipt of the finance office goes to one citizen. */
  readonly useSerial: (receipt: FeeReceipt) => boolean;
  /** What procedures cost by the catalogues of the commune. */
  readonly fees: FeesOf;
  readonly booksOf: BooksOf;
}

/** Reads what a batch of `device` that arrives now is judged by. */
export async function benchFor(
  tx: Tx,
  device: Device,
  links: readonly ReadEvent[],
  arrivedAt: LocalDateTime,
): Promise<Bench> {
  const [stream, history, codes, serials, digits, catalogues, booksOf, registers, rescheduleLimit] =
    await Promise.all([
      tx.selectFrom('stream').select('agency').where('id', '=', device.stream).executeTakeFirstOrThrow(),
      tx
        .selectFrom('officer_history')
        .select(['id', 'since', 'record'])
        .where('stream', '=', device.stream)
        .orderBy('since')
        .execute(),
      codesOf(tx, device.stream, links),
      usedSerials(tx, device.stream, links),
      digitsOf(tx, device.stream, device.deskDigit),
      cataloguesOf(tx, device.stream, links),
      booksByShift(tx, device.stream, links),
      registersFor(tx, device.stream, links),
      rescheduleLimitOf(tx, device.stream, links),
    ]);
  const terms = Map.groupBy(history, ({ id }) => id);
  return {
    agencyCode: agency.parse(JSON.parse(stream.agency)).code,
    deskDigit: device.deskDigit,
    digits,
    year: arrivedAt.slice(0, 4),
    ...registers,
    officerAt: (id, at) => standingAt(terms.get(id) ?? [], at),
    offers: offersIn(catalogues),
    fees: feesIn(catalogues),
    booksOf,
    rescheduleLimit,
    holderOf: (code) => codes.get(storable(code)) ?? null,
    useSerial(receipt) {
      const isNew = !serials.has(serialKey(receipt));
      serials.add(serialKey(receipt));
      return isNew;
    },
    take: (code, dossier) => void (codes.has(storable(code)) || codes.set(storable(code), dossier)),
  };
}

/** What held at an instant; before the first entry, the first: a desk's clock may be behind. */
function standingAt(
  terms: readonly { readonly since: string; readonly record: string }[],
  at: string,
): Standing | null {
  const held = terms.findLast(({ since }) => since <= at) ?? terms[0];
  if (held === undefined) return null;
  const { active, roles } = officerRecord.parse(JSON.parse(held.record));
  return { active, roles };
}

async function codesOf(tx: Tx, stream: string, links: readonly ReadEvent[]): Promise<Map<string, string>> {
  const asked = links.flatMap(({ event }) => {
    const code = event.type === 'dossier.received' ? event.body['code'] : null;
    return typeof code === 'string' ? [storable(code)] : [];
  });
  if (asked.length === 0) return new Map();
  const rows = await tx
    .selectFrom('dossier')
    .select(['code', 'id'])
    .where('stream', '=', stream)
    .where('code', 'in', asked)
    .execute();
  return new Map(rows.flatMap(({ code, id }) => (code === null ? [] : [[code, id] as const])));
}
