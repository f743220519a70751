import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ack, ackBytes, batchFault, feedRow, feedRowBytes, problem } from '../../shared/protocol/bodies.ts';
import { eventLine, genesisHash, headBytes, readLine } from '../../shared/protocol/event.ts';
import {
  contentDigest,
  readSignature,
  signatureBase,
  signatureHeader,
  signatureInput,
} from '../../shared/protocol/request-signature.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';

/** What another team would write the other end by: held against the code that is the other end today. */
const page = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');
const vectors = z
  .strictObject({
    deskSeed: z.string(),
    deskPublicKey: z.string(),
    districtSeed: z.string(),
    districtPublicKey: z.string(),
    line: z.string(),
    hash: z.string(),
    headBytes: z.string(),
    headSignature: z.string(),
    ack,
    ackBytes: z.string(),
    feedRow,
    feedRowBytes: z.string(),
    runningHash: z.string(),
    request: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(/```json\n([\s\S]+?)\n```/.exec(page)?.[1] ?? ''));

/** PKCS #8 of an Ed25519 seed: RFC 8410 puts these bytes before it. */
const keyOf = (seed: string) =>
  createPrivateKey({
    key: Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'),
    format: 'der',
    type: 'pkcs8',
  });
const desk = keyOf(vectors.deskSeed);
const district = keyOf(vectors.districtSeed);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const signed = (key: typeof desk, text: string, encoding: 'base64' | 'base64url' = 'base64url'): string =>
  sign(null, Buffer.from(text), key).toString(encoding);

describe('the vectors of docs/protocol.md', () => {
  test('keys', () => {
    expect(createPublicKey(desk).export({ format: 'jwk' }).x).toBe(vectors.deskPublicKey);
    expect(createPublicKey(district).export({ format: 'jwk' }).x).toBe(vectors.districtPublicKey);
  });

  test('an event is its line, and its hash the line’s', () => {
    const event = readLine(vectors.line);
    if (event === null) throw new Error('No event');
    expect(eventLine(event)).toBe(vectors.line);
    expect(event.prevHash).toBe(genesisHash);
    expect(sha256(vectors.line)).toBe(vectors.hash);
  });

  test('a head', () => {
    const { device, epoch, seq } = readLine(vectors.line) ?? { device: '', epoch: 0, seq: 0 };
    expect(headBytes(device, epoch, seq, vectors.hash)).toBe(vectors.headBytes);
    expect(signed(desk, vectors.headBytes)).toBe(vectors.headSignature);
  });

  test('an ack', () => {
    expect(ackBytes(vectors.ack)).toBe(vectors.ackBytes);
    expect(signed(district, vectors.ackBytes)).toBe(vectors.ack.sig);
  });

  test('a row of the feed and the running hash', () => {
    expect(feedRowBytes(genesisHash, vectors.feedRow)).toBe(vectors.feedRowBytes);
    expect(sha256(vectors.feedRowBytes)).toBe(vectors.runningHash);
  });

  test('a signed request', () => {
    const { method = '', path = '', query = '', bodyDigest = '', base = '' } = vectors.request;
    const read = readSignature(vectors.request['signatureInput'], vectors.request['signature']);
    if (read === null) throw new Error('No signature');
    expect(signatureBase({ method, path, query, bodyDigest }, read.keyId)).toBe(base);
    expect(contentDigest(bodyDigest)).toBe(vectors.request['contentDigest']);
    expect(signatureInput(read.keyId)).toBe(vectors.request['signatureInput']);
    expect(signatureHeader(signed(desk, base, 'base64'))).toBe(vectors.request['signature']);
  });
});

test('the page names the version, every refusal and every fault of a batch', () => {
  expect(page).toContain(`Version ${protocolVersion}.`);
  for (const code of [...problem.shape.code.options, ...batchFault.options])
    expect(page).toContain(`\`${code}\``);
});
