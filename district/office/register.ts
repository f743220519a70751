import type { ReviewCode } from '../../shared/domain/dossier/dossier.ts';
import type { DossierReceived } from '../../shared/domain/dossier/dossier-events.ts';
import type { DoubtCode } from '../../shared/domain/dossier/doubt.ts';
import { stands } from '../../shared/domain/office/register-closing.ts';
import type { Verdict } from '../../shared/protocol/bodies.ts';
import type { ReadEvent } from '../../shared/protocol/event.ts';
import { readFact, readOfficeFact } from '../../shared/protocol/fact.ts';
import { storable } from '../dossier/dossiers.ts';
import type { Tx } from '../rows.ts';

type Line = DossierReceived['register'];

/** The registers that one batch names, as they are known here; what the batch adds is added as it is judged. */
export interface RegisterBench {
  /** The dossier that stands in this line already, or null. */
  readonly holderOfLine: (line: Line) => string | null;
  readonly isClosed: (volume: string) => boolean;
  readonly bookOf: (volume: string) => { readonly entries: number; readonly lastNumber: number };
  readonly takeLine: (line: Line, dossier: string) => void;
  readonly setClosed: (volume: string, isClosed: boolean) => void;
}

/** Reads the registers that `links` name. */
export async function registersFor(
  tx: Tx,
  stream: string,
  links: readonly ReadEvent[],
): Promise<RegisterBench> {
  const volumes = [...new Set(links.flatMap(volumeOf))];
  const numbers = [...new Set(links.flatMap((link) => lineOf(link)?.line.number ?? []))];
  const isNamed = volumes.length > 0;
  const known = numbers.length === 0 ? [] : await linesOf(tx, stream, volumes, numbers);
  const closings = isNamed ? await closingsOf(tx, stream, volumes) : [];
  const closing = links.flatMap((link) => closedVolume(link) ?? []);
  const books = new Map(
    await Promise.all(closing.map(async (one) => [one, await bookOf(tx, stream, one)] as const)),
  );
  const lines = new Map(known.map((row) => [keyOf(row), row.dossier]));
  const closed = new Set(closings);
  return {
    holderOfLine: (line) => lines.get(keyOf(line)) ?? null,
    isClosed: (volume) => closed.has(storable(volume)),
    bookOf: (volume) => books.get(storable(volume)) ?? nothing,
    takeLine(line, dossier) {
      if (lines.has(keyOf(line))) return;
      lines.set(keyOf(line), dossier);
      const book = books.get(storable(line.volume));
      if (book === undefined) return;
      books.set(storable(line.volume), {
        entries: book.entries + 1,
        lastNumber: Math.max(book.lastNumber, line.number),
      });
    },
    setClosed: (volume, isClosed) =>
      void (isClosed ? closed.add(storable(volume)) : closed.delete(storable(volume))),
  };
}

/** Writes down the lines and closings of judged facts; what is known stays. */
export async function saveRegisters(
  tx: Tx,
  stream: string,
  judged: readonly { readonly link: ReadEvent; readonly verdict: Verdict }[],
): Promise<void> {
  const lines = judged.flatMap(({ link, verdict }) => (takesLine(verdict.code) ? (lineOf(link) ?? []) : []));
  if (lines.length > 0)
    await tx
      .insertInto('register_line')
      .values(
        lines.map(({ line, dossier }) => ({
          stream,
          volume: storable(line.volume),
          number: line.number,
          dossier,
        })),
      )
      .onConflict((conflict) => conflict.columns(['stream', 'volume', 'number']).doNothing())
      .execute();
  for (const { link, verdict } of judged) {
    const fact = readOfficeFact(link.event);
    if (fact === null || !stands(verdict.code)) continue;
    if (fact.type === 'register.closed') await close(tx, stream, storable(fact.body.volume));
    if (fact.type === 'register.reopened') await reopen(tx, stream, storable(fact.body.volume));
  }
}

/** Doubts about who wrote the line, and whether it is one. */
const noLineDoubts: ReadonlySet<string> = new Set([
  'bad-body',
  'received-twice',
  'closed-elsewhere',
  'not-permitted',
  'officer-unknown',
  'officer-left',
  'role-not-held',
  'other-counter',
  'code-twice',
  'register-line-twice',
] satisfies readonly (ReviewCode | DoubtCode | 'bad-body')[]);

/** Whether a receipt stands in its line although the district has said this of it. */
export const takesLine = (doubt: string): boolean => !noLineDoubts.has(doubt);

const nothing = { entries: 0, lastNumber: 0 };

const keyOf = ({ volume, number }: Line): string => `${number} ${storable(volume)}`;

function lineOf({ event }: ReadEvent): { readonly line: Line; readonly dossier: string } | null {
  if (event.type !== 'dossier.received') return null;
  const read = readFact(event);
  return read.kind === 'fact' && read.fact.type === 'dossier.received'
    ? { line: read.fact.body.register, dossier: read.fact.dossier }
    : null;
}

function closedVolume({ event }: ReadEvent): string | null {
  const fact = event.type === 'register.closed' ? readOfficeFact(event) : null;
  return fact?.type === 'register.closed' ? storable(fact.body.volume) : null;
}

const volumeOf = (link: ReadEvent): readonly string[] => {
  const volume = lineOf(link)?.line.volume ?? closedVolume(link);
  return volume === null ? [] : [storable(volume)];
};

const linesOf = (tx: Tx, stream: string, volumes: readonly string[], numbers: readonly number[]) =>
  tx
    .selectFrom('register_line')
    .select(['volume', 'number', 'dossier'])
    .where('stream', '=', stream)
    .where('volume', 'in', volumes)
    .where('number', 'in', numbers)
    .execute();

async function closingsOf(tx: Tx, stream: string, volumes: readonly string[]): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('register_closing')
    .select('volume')
    .where('stream', '=', stream)
    .where('volume', 'in', volumes)
    .execute();
  return rows.map(({ volume }) => volume);
}

async function bookOf(
  tx: Tx,
  stream: string,
  volume: string,
): Promise<{ entries: number; lastNumber: number }> {
  const row = await tx
    .selectFrom('register_line')
    .select(({ fn }) => [fn.countAll<string>().as('entries'), fn.max('number').as('lastNumber')])
    .where('stream', '=', stream)
    .where('volume', '=', volume)
    .executeTakeFirstOrThrow();
  return { entries: Number(row.entries), lastNumber: row.lastNumber ?? 0 };
}

const close = (tx: Tx, stream: string, volume: string) =>
  tx
    .insertInto('register_closing')
    .values({ stream, volume })
    .onConflict((conflict) => conflict.columns(['stream', 'volume']).doNothing())
    .execute();

const reopen = (tx: Tx, stream: string, volume: string) =>
  tx.deleteFrom('register_closing').where('stream', '=', stream).where('volume', '=', volume).execute();
