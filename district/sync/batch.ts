import type { z } from 'zod';
import type { batchFault, PushRequest } from '../../shared/protocol/bodies.ts';
import { genesisHash, headBytes, type ReadEvent, readLink } from '../../shared/protocol/event.ts';
import type { Device } from '../machine/devices.ts';
import { isSignedBy, sha256 } from './verify.ts';

export type BatchFault = z.infer<typeof batchFault>;

/** What can be believed of a batch: a run of links, and what is wrong with the line that would come next. */
export interface ReadBatch {
  readonly links: readonly ReadEvent[];
  readonly fault: BatchFault | null;
}

/** Reads a batch as far as it holds. Looks at nothing but the batch itself: what is stored comes later. */
export function readBatch(push: PushRequest, device: Device): ReadBatch {
  const chain = readChain(push, device);
  if (chain.fault !== null) return chain;
  return isHeadOf(push, chain.links, device) ? chain : { links: [], fault: 'bad-head' };
}

function readChain(push: PushRequest, device: Device): ReadBatch {
  const links: ReadEvent[] = [];
  let prevHash = push.fromSeq === 1 ? genesisHash : push.prevHash;
  if (prevHash !== push.prevHash) return { links, fault: 'broken-chain' };
  for (const line of push.lines) {
    const seq = push.fromSeq + links.length;
    const link = readLink(line, { device: device.id, epoch: device.epoch, seq, prevHash }, sha256);
    // A broken link does not say which of its two sides is damaged, so the line before it waits as well.
    if (!link.ok && link.fault === 'broken-chain') return { links: links.slice(0, -1), fault: link.fault };
    if (!link.ok) return { links, fault: link.fault };
    if (link.read.event.stream !== device.stream) return { links, fault: 'wrong-device' };
    links.push(link.read);
    prevHash = link.read.hash;
  }
  return { links, fault: null };
}

function isHeadOf({ head }: PushRequest, links: readonly ReadEvent[], device: Device): boolean {
  const last = links.at(-1);
  if (last === undefined || head.seq !== last.event.seq || head.hash !== last.hash) return false;
  return isSignedBy(device.publicKey, headBytes(device.id, device.epoch, head.seq, head.hash), head.sig);
}
