import { describe, expect, test } from 'vitest';
import { sha256 } from '../../desk/machine/keys.ts';
import { retryDelayMs } from '../../shared/protocol/backoff.ts';
import { type EventEnvelope, eventLine, genesisHash, readLink } from '../../shared/protocol/event.ts';
import {
  keyIdOf,
  readSignature,
  signatureHeader,
  signatureInput,
} from '../../shared/protocol/request-signature.ts';

const device = '019a0000-0000-7000-8000-000000000001';
const event: EventEnvelope = {
  stream: '09739',
  device,
  epoch: 1,
  seq: 1,
  prevHash: genesisHash,
  type: 'dossier.resultReady',
  v: 1,
  actor: 'trang',
  role: 'reception',
  deviceTime: '2026-11-20T02:00:00.000Z',
  catalogueEdition: '2026-11',
  calendarEdition: '2018-2026',
  basedOn: { dossier: '019a0000-0000-7000-8000-000000000002', version: 1 },
  body: { at: '2026-11-20T09:00', note: '', result: { kind: '', number: '', abstract: '' } },
  attachments: [],
};
const expected = { device, epoch: 1, seq: 1, prevHash: genesisHash };

describe('a link of a chain', () => {
  test('is taken when it is what must come next', () => {
    const line = eventLine(event);
    expect(readLink(line, expected, sha256)).toMatchObject({ ok: true, read: { line, hash: sha256(line) } });
  });

  test.each([
    {
      name: 'of another device',
      line: eventLine(event),
      want: { ...expected, device: crypto.randomUUID() },
      fault: 'wrong-device',
    },
    {
      name: 'of another epoch',
      line: eventLine(event),
      want: { ...expected, epoch: 2 },
      fault: 'wrong-device',
    },
    {
      name: 'with a gap before it',
      line: eventLine(event),
      want: { ...expected, seq: 2 },
      fault: 'wrong-seq',
    },
    {
      name: 'after another event',
      line: eventLine(event),
      want: { ...expected, prevHash: sha256('x') },
      fault: 'broken-chain',
    },
    { name: 'printed in another way', line: JSON.stringify(event), want: expected, fault: 'not-canonical' },
    { name: 'cut in the middle', line: eventLine(event).slice(0, 80), want: expected, fault: 'bad-shape' },
    { name: 'that is no event', line: '{"seq":1}', want: expected, fault: 'bad-shape' },
  ])('$name is refused: $fault', ({ line, want, fault }) => {
    expect(readLink(line, want, sha256)).toEqual({ ok: false, fault });
  });

  test('of a kind this version does not know is taken all the same', () => {
    const unknown = eventLine({ ...event, type: 'dossier.fromTheFuture', body: { anything: ['goes'] } });
    expect(readLink(unknown, expected, sha256)).toMatchObject({ ok: true });
  });
});

describe('a request’s signature', () => {
  const keyId = keyIdOf(device, 3);
  const signature = `${'A'.repeat(86)}==`;

  test('names device and epoch', () => {
    expect(readSignature(signatureInput(keyId), signatureHeader(signature))).toEqual({
      device,
      epoch: 3,
      keyId,
      signature,
    });
  });

  test.each([
    { name: 'no header', input: undefined },
    { name: 'fewer things covered', input: signatureInput(keyId).replace(' "content-digest"', '') },
    { name: 'another algorithm', input: signatureInput(keyId).replace('ed25519', 'hmac-sha256') },
    { name: 'a key id that is none', input: signatureInput('somebody') },
  ])('with $name is none', ({ input }) =>
    expect(readSignature(input, signatureHeader(signature))).toBeNull(),
  );
});

describe('waiting before the next try', () => {
  test('doubles from 2 seconds to 5 minutes, with jitter over half of it', () => {
    const most = Array.from({ length: 12 }, (_, index) => retryDelayMs(index + 1, () => 0.999_999));
    const least = Array.from({ length: 12 }, (_, index) => retryDelayMs(index + 1, () => 0));
    expect(most.slice(0, 4)).toEqual([2000, 4000, 8000, 16_000]);
    expect(most.at(-1)).toBe(300_000);
    expect(least).toEqual(most.map((ms) => ms / 2));
  });
});
