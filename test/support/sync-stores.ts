import { createPrivateKey } from 'node:crypto';
import { openDatabase } from '../../db/open.ts';
import type { ChainEnd } from '../../db/sync/event-log.ts';
import type { Enrolled } from '../../desk/machine/enrolled.ts';
import { makeDeviceKey, sha256, signText } from '../../desk/machine/keys.ts';
import { openStores, type Stores } from '../../desk/stores.ts';
import type { DossierFact } from '../../shared/domain/dossier/dossier-events.ts';
import { type Ack, ackBytes } from '../../shared/protocol/bodies.ts';
import { type EventEnvelope, eventLine, type ReadEvent } from '../../shared/protocol/event.ts';
import { bodyVersion } from '../../shared/protocol/older-bodies.ts';

const districtKey = makeDeviceKey();
const deviceKey = makeDeviceKey();

/** A counter that no district has enrolled: what it sends is answered by the test. */
export const lone: Enrolled = {
  device: '0196ec00-0000-7000-8000-0000000000d1',
  epoch: 1,
  stream: '09739',
  deskDigit: 1,
  deskName: 'Quầy 1',
  agency: {
    name: 'UBND xã',
    seat: 'Xã',
    code: 'H26.25.39',
    level: 'commune',
  } as unknown as Enrolled['agency'],
  districtUrl: 'http://district.test/',
  districtKey: districtKey.publicKey,
  sealedKey: '',
  key: createPrivateKey(deviceKey.privatePem),
};

export const emptyStores = (): Stores => openStores(openDatabase(':memory:'));

/** Puts one more event at the end of the chain. @param fill what its body holds. @param at when, UTC */
export function chainOn(
  stores: Stores,
  fill: string,
  at = '2026-11-20T01:00:00.000Z',
  who: Pick<Enrolled, 'device' | 'epoch'> = lone,
): ReadEvent {
  const end = stores.log.end(who);
  const event: EventEnvelope = {
    ...chained(end),
    device: who.device,
    epoch: who.epoch,
    type: 'test.filled',
    v: 1,
    deviceTime: at,
    basedOn: null,
    body: { fill },
  };
  const line = eventLine(event);
  const read = { event, line, hash: sha256(line) };
  stores.log.append(read);
  return read;
}

/** What stands around a fact at the end of our chain. */
const chained = (end: ChainEnd) =>
  ({
    stream: lone.stream,
    device: lone.device,
    epoch: lone.epoch,
    seq: end.seq + 1,
    prevHash: end.hash,
    actor: '0196ec00-0000-7000-8000-0000000000a1',
    role: 'reception',
    deviceTime: '2026-11-20T01:00:00.000Z',
    catalogueEdition: 'c',
    calendarEdition: 'k',
    attachments: [],
  }) satisfies Partial<EventEnvelope>;

type Fact = Pick<DossierFact, 'type' | 'dossier'> & { readonly body: object };

/** Puts a fact of a dossier at the end of a chain and into the tables that are read from it. */
export function keep(
  stores: Stores,
  { type, dossier, body }: Fact,
  part: Partial<Pick<EventEnvelope, 'device' | 'epoch' | 'actor' | 'role'>> = {},
): ReadEvent {
  const end = stores.log.end({ device: part.device ?? lone.device, epoch: part.epoch ?? 1 });
  const event: EventEnvelope = {
    ...chained(end),
    type,
    v: bodyVersion(type),
    basedOn: { dossier, version: 0 },
    body: { ...body },
    ...part,
  };
  const line = eventLine(event);
  const read = { event, line, hash: sha256(line) };
  stores.log.append(read);
  stores.projections.apply(event);
  return read;
}

/** The district's signed word that it holds the chain up to `lastSeq`. */
export function ackOf(lastSeq: number, lastHash: string, chain = { device: lone.device, epoch: 1 }): Ack {
  const bare = {
    ...chain,
    lastSeq,
    lastHash,
    feedHead: lastSeq,
    serverTime: '2026-11-20T02:00:00.000Z',
    verdicts: [],
  };
  const key = createPrivateKey(districtKey.privatePem);
  return { ...bare, sig: signText(ackBytes(bare), key, 'base64url') };
}
