import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { cashEvents } from '../shared/domain/cash/cash-events.ts';
import { editionKinds, readEdition } from '../shared/domain/catalogue/edition.ts';
import { dossierEvents } from '../shared/domain/dossier/dossier-events.ts';
import { officeEvents } from '../shared/domain/office/office-events.ts';
import * as bodies from '../shared/protocol/bodies.ts';
import { canonical } from '../shared/protocol/canonical.ts';
import { type EventEnvelope, eventEnvelope, genesisHash, signedHead } from '../shared/protocol/event.ts';
import { readCashFact, readFact } from '../shared/protocol/fact.ts';
import { bodyVersion, broughtUp } from '../shared/protocol/older-bodies.ts';
import { protocolFloor, protocolVersion } from '../shared/protocol/version.ts';
import olderBodies from './protocol/shipped/bodies-v1.json' with { type: 'json' };
import olderEditions from './protocol/shipped/editions-2026-11.json' with { type: 'json' };

/**
 * What each version of the protocol looked like: requests, answers and the envelope of an event. A change of any of
 * them raises `protocolVersion` and adds a line; a line that has shipped is never edited.
 */
const shipped: Readonly<Record<number, string>> = {
  1: '47b1801087d20c58',
};

/**
 * The shape of every kind of fact, and the version of its body. A new kind is a new line here and nothing else: older
 * builds keep what they do not know. A kind that changes gets a step in `shared/protocol/older-bodies.ts`, which raises
 * its version, and the new version here; what was written before is then read by that step, as the samples show.
 */
const kinds: Readonly<Record<string, { readonly version: number; readonly shape: string }>> = {
  'intake.supplementRequested': { version: 2, shape: '614946254601fce6' },
  'intake.refused': { version: 2, shape: 'c0ea75372a473336' },
  'intake.lapsed': { version: 1, shape: '8acae13a830c270d' },
  'dossier.forwarded': { version: 1, shape: '03aa4a8fec4e8254' },
  'dossier.recalled': { version: 1, shape: 'c417d702b6f9d665' },
  'dossier.sentToAgency': { version: 1, shape: 'f804690bd649668f' },
  'dossier.agencyReturned': { version: 2, shape: '244975646ba316b8' },
  'dossier.supplementRequested': { version: 2, shape: 'ee518592439ee8fa' },
  'dossier.supplementReceived': { version: 2, shape: 'b809868035e5eff3' },
  'dossier.paymentRequested': { version: 2, shape: '5a5524cf936f5580' },
  'dossier.paymentReceived': { version: 2, shape: 'd57b7cb65f12d0f8' },
  'dossier.refunded': { version: 1, shape: '03bd5b04751364aa' },
  'dossier.receiptAssigned': { version: 1, shape: 'adb07f5d6db86638' },
  'dossier.suspended': { version: 1, shape: '9395663c3a1e61ab' },
  'dossier.resumed': { version: 2, shape: '0ffa22782bd3d520' },
  'dossier.submittedForApproval': { version: 1, shape: '8e2631dbe230f53c' },
  'dossier.signed': { version: 1, shape: 'f973f9584a10e477' },
  'dossier.resultTakenBack': { version: 1, shape: '9ef9c2cfd08fca34' },
  'dossier.sentBack': { version: 1, shape: '55b7a90f44ad821c' },
  'dossier.returnedWithoutResult': { version: 1, shape: 'c34dda62d960a598' },
  'dossier.withdrawn': { version: 1, shape: '439f60b653af01f1' },
  'dossier.rescheduled': { version: 1, shape: 'c0213b7b646f406e' },
  'dossier.redated': { version: 2, shape: '4e5c0086858fa924' },
  'dossier.corrected': { version: 3, shape: '771dbc273e67a3f2' },
  'dossier.received': { version: 3, shape: 'd8339737a3f36e43' },
  'dossier.resultReady': { version: 1, shape: 'a66117f55fcfdbec' },
  'dossier.delivered': { version: 2, shape: 'bd2f37688d5b4ea4' },
  'dossier.cancelled': { version: 1, shape: '77211bfdf431eb77' },
  'consent.given': { version: 3, shape: '704c1afd55b9b231' },
  'receipt.reprinted': { version: 2, shape: 'f5dda9c994408b69' },
  'cash.shiftOpened': { version: 2, shape: '3cd890c948a221d4' },
  'cash.receiptVoided': { version: 1, shape: '25191dbfd8a2891f' },
  'cash.shiftClosed': { version: 3, shape: 'beb7fa46be0d9650' },
  'clock.confirmed': { version: 1, shape: 'e885759ce93a3466' },
  'register.closed': { version: 1, shape: 'f940f1474fdf22ce' },
  'register.reopened': { version: 1, shape: '7cb2522568d45dff' },
};

const facts: Readonly<Record<string, z.ZodType>> = { ...dossierEvents, ...cashEvents, ...officeEvents };

test('what carries facts cannot change without a new protocol version', () => {
  expect(shipped[protocolVersion]).toBe(hashOf({ eventEnvelope, signedHead, ...onlySchemas(bodies) }));
});

test('the floor does not rise without a decision', () => {
  expect(protocolFloor).toBe(1);
});

test('a kind of fact cannot change without a new version of its body and a step that reads the old ones', () => {
  const now = Object.fromEntries(
    Object.entries(facts).map(([type, schema]) => [
      type,
      { version: bodyVersion(type), shape: hashOf({ [type]: schema }) },
    ]),
  );
  expect(now).toEqual(kinds);
});

test.each(Object.entries(olderBodies))('%s is read as it was written in version 1', (type, body) => {
  const event = { ...anEvent, type, body: { ...body } };
  const read = type.startsWith('cash.') ? readCashFact(event) : readFact(event);
  expect(read).toMatchObject(type.startsWith('cash.') ? { type } : { kind: 'fact', fact: { type } });
});

test('before version 3 a receipt and a correction knew one fee a procedure', () => {
  const receipt = broughtUp('dossier.received', 1, olderBodies['dossier.received']);
  const { feeChoice, ...received } = receipt ?? {};
  expect(feeChoice).toBeNull();
  expect(readFact(inVersion2('dossier.received', received))).toMatchObject({
    kind: 'fact',
    fact: { body: { feeChoice: null } },
  });
  const corrected = broughtUp('dossier.corrected', 1, olderBodies['dossier.corrected']) ?? {};
  const changes = { ...(corrected['changes'] as object), fee: { vnd: 8000 } };
  const fee = { vnd: 8000, choice: null, channel: null };
  expect(readFact(inVersion2('dossier.corrected', { ...corrected, changes }))).toMatchObject({
    kind: 'fact',
    fact: { body: { changes: { fee } } },
  });
  const consent = {
    at: '2025-05-20T09:00',
    to: { act: 'dossier.corrected', body: { ...corrected, changes } },
  };
  expect(readFact(inVersion2('consent.given', consent))).toMatchObject({
    kind: 'fact',
    fact: { body: { to: { body: { changes: { fee } } } } },
  });
});

test('an edition that went down the feed in November 2026 is still read', () => {
  for (const [kind, edition] of Object.entries(olderEditions)) {
    const known = editionKinds.find((one) => one === kind);
    expect(known === undefined ? null : readEdition(known, JSON.stringify(edition)), kind).not.toBeNull();
  }
});

test('a body of a later version waits for a build that can read it, whatever it looks like', () => {
  for (const [type, body] of Object.entries(olderBodies)) {
    const later = { ...anEvent, type, body: { ...body }, v: bodyVersion(type) + 1 };
    if (type.startsWith('cash.')) expect(readCashFact(later)).toBeNull();
    else expect(readFact(later)).toEqual({ kind: 'unknown' });
  }
});

const anEvent: Omit<EventEnvelope, 'type' | 'body'> = {
  stream: '09739',
  prevHash: genesisHash,
  catalogueEdition: '2026-11',
  calendarEdition: '2018-2026',
  attachments: [],
  device: '7d444840-9dc0-41d1-8245-5ffdce74fad2',
  epoch: 1,
  seq: 1,
  v: 1,
  actor: 'trang',
  role: 'reception',
  deviceTime: '2026-11-20T02:00:00.000Z',
  basedOn: { dossier: '019a0000-0000-7000-8000-000000000002', version: 0 },
};

const inVersion2 = (type: string, body: object): EventEnvelope => ({
  ...anEvent,
  type,
  v: 2,
  body: { ...body },
});

function hashOf(schemas: Readonly<Record<string, z.ZodType>>): string {
  const shapes = Object.entries(schemas)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]);
  return createHash('sha256')
    .update(canonical(JSON.parse(JSON.stringify(shapes))))
    .digest('hex')
    .slice(0, 16);
}

const onlySchemas = (module: object): Record<string, z.ZodType> =>
  Object.fromEntries(
    Object.entries(module).filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType),
  );
