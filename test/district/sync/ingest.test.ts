import { describe, expect, test } from 'vitest';
import { isSignedBy } from '../../../district/sync/verify.ts';
import { type Ack, ackBytes, type PushAnswer } from '../../../shared/protocol/bodies.ts';
import { genesisHash } from '../../../shared/protocol/event.ts';
import type { TestDevice } from '../device.ts';
import { deliver, dossierId, ready, receive } from '../facts.ts';
import { districtForFile } from '../support.ts';

const district = districtForFile();

const acked = (answer: PushAnswer): Ack => {
  if (answer.status !== 'ack') throw new Error(`Not acknowledged: ${JSON.stringify(answer)}`);
  return answer.ack;
};

const rows = (table: 'event' | 'feed' | 'dossier', { stream }: TestDevice) =>
  district.open.db.selectFrom(table).selectAll().where('stream', '=', stream).execute();

describe('push', () => {
  test('an accepted batch is acknowledged under the signature of the district', async () => {
    const device = await district.device();
    receive(device, 1);
    ready(device, 1);
    const ack = acked(await device.push());
    expect(ack).toMatchObject({
      device: device.id,
      epoch: 1,
      lastSeq: 2,
      lastHash: device.hashAt(2),
      feedHead: 2,
      serverTime: '2025-05-20T02:00:00.000Z',
      verdicts: [
        { seq: 1, outcome: 'accepted', code: '' },
        { seq: 2, outcome: 'accepted', code: '' },
      ],
    });
    expect(isSignedBy(device.districtKey, ackBytes(ack), ack.sig)).toBe(true);
    expect(isSignedBy(device.districtKey, ackBytes({ ...ack, lastSeq: 3 }), ack.sig)).toBe(false);
  });

  test('the line is stored byte for byte', async () => {
    const device = await district.device();
    receive(device, 1, { note: 'Tờ "khai"\u2028\u0000 \u{1F4C4} ệ' });
    await device.push();
    const [stored] = await district.open.db
      .selectFrom('event')
      .select(['line', 'hash'])
      .where('stream', '=', device.stream)
      .execute();
    expect(stored).toEqual({ line: device.lines[0], hash: device.hashAt(1) });
  });

  test('a repeated batch is acknowledged again with its verdicts and adds nothing', async () => {
    const device = await district.device();
    receive(device, 1);
    receive(device, 1);
    const first = await device.push();
    expect(acked(first).verdicts[1]).toEqual({ seq: 2, outcome: 'needsReview', code: 'received-twice' });
    expect(await device.push()).toEqual(first);
    expect(await rows('feed', device)).toHaveLength(2);
  });

  test('a batch that overlaps what is known adds only its new end', async () => {
    const device = await district.device();
    receive(device, 1);
    receive(device, 2);
    await device.push();
    receive(device, 3);
    const ack = acked(await device.push(device.batch(2, 3)));
    expect(ack.lastSeq).toBe(3);
    expect(ack.verdicts.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(await rows('event', device)).toHaveLength(3);
  });

  test('an old part of the chain alone is acknowledged at the end of what is known', async () => {
    const device = await district.device();
    for (const n of [1, 2, 3]) receive(device, n);
    await device.push();
    expect(acked(await device.push(device.batch(1, 2)))).toMatchObject({
      lastSeq: 3,
      lastHash: device.hashAt(3),
    });
  });

  test('a gap is answered with the place that is expected and the hash before it', async () => {
    const device = await district.device();
    for (const n of [1, 2, 3, 4]) receive(device, n);
    const early = await device.push(device.batch(2, 3));
    expect(early).toEqual({ protocol: 1, status: 'expected', expected: 1, lastHash: genesisHash });
    await device.push(device.batch(1, 2));
    const late = await device.push(device.batch(4, 4));
    expect(late).toEqual({ protocol: 1, status: 'expected', expected: 3, lastHash: device.hashAt(2) });
  });

  test('a thousand events travel in one batch', async () => {
    const device = await district.device();
    for (let n = 1; n <= 1000; n += 1) ready(device, n);
    const ack = acked(await device.push());
    expect([ack.lastSeq, ack.feedHead, ack.verdicts.length]).toEqual([1000, 1000, 1000]);
    expect(await rows('dossier', device)).toHaveLength(1000);
  });
});

describe('verdicts', () => {
  test('a dossier that two counters return is returned once; the second fact waits for a person', async () => {
    const stream = await district.commune();
    const [one, two] = [await district.device(stream, 1), await district.device(stream, 2)];
    receive(one, 1);
    ready(one, 1);
    deliver(one, 1);
    deliver(two, 1);
    await one.push();
    const ack = acked(await two.push());
    expect(ack.verdicts).toEqual([{ seq: 1, outcome: 'needsReview', code: 'delivered-twice' }]);
    const [dossier] = await district.open.db
      .selectFrom('dossier')
      .selectAll()
      .where('stream', '=', stream)
      .execute();
    expect(dossier).toMatchObject({
      id: dossierId(1),
      status: 'delivered',
      code: 'H26.25.39-250520-1001',
      applicant_name: 'Nguyễn Thị Hoa',
      received_at: '2025-05-20T09:00',
      due_at: '2025-05-20T17:30',
      version: 4,
      needs_review: true,
    });
  });

  test('a fact that arrives before its dossier waits for it and is not lost', async () => {
    const stream = await district.commune();
    const [one, two] = [await district.device(stream, 1), await district.device(stream, 2)];
    receive(one, 1);
    ready(two, 1);
    const early = acked(await two.push());
    expect(early.verdicts).toEqual([{ seq: 1, outcome: 'needsReview', code: 'unknown-dossier' }]);
    await one.push();
    const [dossier] = await rows('dossier', one);
    expect(dossier).toMatchObject({ status: 'received', version: 2, needs_review: true });
  });

  const about = { dossier: dossierId(1), version: 0 };
  test.each([
    {
      name: 'a body of another shape',
      fact: { type: 'dossier.received', basedOn: about, body: { code: 'x' } },
    },
    {
      name: 'no dossier',
      fact: { type: 'dossier.cancelled', body: { at: '2025-05-20T09:00', reason: 'x' } },
    },
  ])('$name: rejected as bad-body, kept in the log and in the feed', async ({ fact }) => {
    const device = await district.device();
    device.write({ basedOn: null, ...fact });
    receive(device, 1);
    const ack = acked(await device.push());
    expect(ack.verdicts.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['rejected', 'bad-body'],
      ['accepted', ''],
    ]);
    const { rows: feed } = await device.feed();
    expect(feed.map(({ body }) => body)).toEqual(device.lines);
    expect(feed[0]?.verdict).toEqual({ outcome: 'rejected', code: 'bad-body' });
  });

  test.each([
    { name: 'a type this server does not know', fact: { type: 'dossier.teleported', body: { any: 1 } } },
    { name: 'a type with half a text', fact: { type: 'a\0b', body: {} } },
    {
      name: 'a newer body of a known type',
      fact: { type: 'dossier.received', v: 99, basedOn: about, body: {} },
    },
  ])('$name is accepted and passed on as it is', async ({ fact }) => {
    const device = await district.device();
    device.write(fact);
    expect(acked(await device.push()).verdicts).toEqual([{ seq: 1, outcome: 'accepted', code: '' }]);
    expect((await device.feed()).rows.map(({ body }) => body)).toEqual(device.lines);
  });

  test('a name that the database cannot hold does not stop the desk', async () => {
    const device = await district.device();
    receive(device, 1, { applicant: { ...nobody, name: 'A\0B' } });
    expect(acked(await device.push()).lastSeq).toBe(1);
    expect((await rows('dossier', device))[0]).toMatchObject({ applicant_name: 'A\uFFFDB' });
  });
});

const nobody = {
  name: '',
  idNumber: '',
  idKind: null,
  otherNumbers: [],
  birthDate: null,
  sex: 'unknown',
  phone: '',
  address: '',
} as const;
