import type { LocalDateTime } from '../../shared/domain/base/local-date.ts';
import type { Verdict } from '../../shared/protocol/bodies.ts';
import type { ReadEvent } from '../../shared/protocol/event.ts';
import { benchFor } from '../dossier/commune.ts';
import { loadStates, saveStates, storable } from '../dossier/dossiers.ts';
import { judge } from '../dossier/judge.ts';
import { foldedFromLog } from '../dossier/refold.ts';
import { useSerials } from '../dossier/serials.ts';
import type { Device } from '../machine/devices.ts';
import { saveRegisters } from '../office/register.ts';
import type { Tx } from '../rows.ts';
import { appendRows, type LockedStream } from './feed-log.ts';

/** What the log says about one place in a device's chain. */
export interface KnownEvent {
  readonly seq: number;
  readonly hash: string;
  readonly verdict: Verdict;
}

/** The stored events of a device from `from` to `to`, both included, by their place in the chain. */
export async function knownEvents(
  tx: Tx,
  { stream, id, epoch }: Device,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, KnownEvent>> {
  const rows = await tx
    .selectFrom('event')
    .select(['seq', 'hash', 'outcome', 'code'])
    .where('stream', '=', stream)
    .where('device', '=', id)
    .where('epoch', '=', epoch)
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .orderBy('seq')
    .execute();
  return new Map(
    rows.map(({ seq, hash, outcome, code }) => [seq, { seq, hash, verdict: { outcome, code } }] as const),
  );
}

/** Adds checked events to the log and the feed with their verdicts, and folds them into their dossiers. */
export async function appendEvents(
  tx: Tx,
  stream: LockedStream,
  device: Device,
  links: readonly ReadEvent[],
  arrivedAt: LocalDateTime,
): Promise<{ readonly stream: LockedStream; readonly events: readonly KnownEvent[] }> {
  if (links.length === 0) return { stream, events: [] };
  const touched = new Set(links.flatMap(({ event }) => event.basedOn?.dossier ?? []));
  const { states, stale } = await loadStates(tx, stream.id, [...touched]);
  for (const [id, state] of await foldedFromLog(tx, stream.id, stale)) states.set(id, state);
  const judged = judge(links, states, await benchFor(tx, device, links, arrivedAt));
  const end = await appendRows(
    tx,
    stream,
    judged.map(({ link, verdict }) => ({ kind: 'event', body: link.line, verdict })),
  );
  await tx
    .insertInto('event')
    .values(
      judged.map(({ link: { event, hash, line }, verdict }, index) => ({
        stream: stream.id,
        device: event.device,
        epoch: event.epoch,
        seq: event.seq,
        hash,
        line,
        type: storable(event.type),
        dossier_id: event.basedOn?.dossier ?? null,
        feed_seq: stream.feedSeq + 1 + index,
        ...verdict,
      })),
    )
    .execute();
  await saveStates(tx, stream.id, states);
  await saveRegisters(tx, stream.id, judged);
  const readable = judged.filter(({ verdict }) => verdict.outcome !== 'rejected');
  await useSerials(
    tx,
    stream.id,
    readable.map(({ link }) => link),
  );
  return {
    stream: end,
    events: judged.map(({ link, verdict }) => ({ seq: link.event.seq, hash: link.hash, verdict })),
  };
}
