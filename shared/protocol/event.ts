import { z } from 'zod';
import { deviceId, dossierId, officerId, sha256Hex, streamId } from '../domain/base/ids.ts';
import { role } from '../domain/base/roles.ts';
import { canonical } from './canonical.ts';
import { maxLineChars, readJson } from './limits.ts';

/**
 * One fact in a device's chain. Its identity is (device, epoch, seq); there is no other id. `prevHash` is the
 * hash of the event before it, or `genesisHash` for the first of an epoch. Types and bodies a reader does not
 * know are kept and passed on as they are.
 */
export const eventEnvelope = z.strictObject({
  stream: streamId,
  device: deviceId,
  epoch: z.int().min(1),
  /** 1, 2, 3 … without a gap within (device, epoch). */
  seq: z.int().min(1),
  prevHash: sha256Hex,
  type: z.string().min(1).max(80),
  /** Version of this type's body. */
  v: z.int().min(1),
  actor: officerId,
  role,
  /** The device's instant, UTC; evidence, never an admission test. */
  deviceTime: z.iso.datetime(),
  catalogueEdition: z.string().max(80),
  calendarEdition: z.string().max(80),
  /** The dossier the fact is about, and how many facts the author had seen of it; null for other facts. */
  basedOn: z.strictObject({ dossier: dossierId, version: z.int().nonnegative() }).nullable(),
  body: z.record(z.string(), z.unknown()),
  attachments: z.array(
    z.strictObject({ sha256: sha256Hex, size: z.int().nonnegative(), mime: z.string().max(100) }),
  ),
});
export type EventEnvelope = z.infer<typeof eventEnvelope>;

/** `prevHash` of the first event of an epoch, and the running hash before the first feed row. */
export const genesisHash = '0'.repeat(64);

/** The exact text that is hashed, stored and sent. */
export const eventLine = (event: EventEnvelope): string => canonical(event);

/** SHA-256 of the UTF-8 bytes of `text`, lower-case hexadecimal; given by whoever runs on a platform. */
export type Sha256 = (text: string) => string;

/** A signature over a device's chain up to `seq`: it vouches for everything the hash chains. */
export const signedHead = z.strictObject({
  seq: z.int().min(1),
  hash: sha256Hex,
  /** Ed25519 over `headBytes`, base64url. */
  sig: z.string().max(100),
});
export type SignedHead = z.infer<typeof signedHead>;

/** The text a head's signature covers. */
export const headBytes = (device: string, epoch: number, seq: number, hash: string): string =>
  canonical({ device, epoch, hash, seq });

/** An event that has been read back from its line, and the hash of that line. */
export interface ReadEvent {
  readonly line: string;
  readonly hash: string;
  readonly event: EventEnvelope;
}

export type ChainFault = 'not-canonical' | 'bad-shape' | 'wrong-device' | 'wrong-seq' | 'broken-chain';

/** Reads one line and holds it against what must come next in its chain. */
export function readLink(
  line: string,
  expected: {
    readonly device: string;
    readonly epoch: number;
    readonly seq: number;
    readonly prevHash: string;
  },
  sha256: Sha256,
): { readonly ok: true; readonly read: ReadEvent } | { readonly ok: false; readonly fault: ChainFault } {
  const event = readLine(line);
  if (event === null) return { ok: false, fault: 'bad-shape' };
  if (!isCanonical(event, line)) return { ok: false, fault: 'not-canonical' };
  if (event.device !== expected.device || event.epoch !== expected.epoch)
    return { ok: false, fault: 'wrong-device' };
  if (event.seq !== expected.seq) return { ok: false, fault: 'wrong-seq' };
  if (event.prevHash !== expected.prevHash) return { ok: false, fault: 'broken-chain' };
  return { ok: true, read: { line, hash: sha256(line), event } };
}

/** False also for what canonical text cannot hold: a fraction, half a character, a thousand brackets. */
function isCanonical(event: EventEnvelope, line: string): boolean {
  try {
    return eventLine(event) === line;
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof RangeError) return false;
    throw cause;
  }
}

/** The envelope in `line`, or null when it is none, or longer or deeper than either end may write. */
export const readLine = (line: string): EventEnvelope | null =>
  eventEnvelope.safeParse(readJson(line, maxLineChars)).data ?? null;
