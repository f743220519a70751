import { describe, expect, test } from 'vitest';
import { signText } from '../../../district/sync/verify.ts';
import { type PushRequest, problem } from '../../../shared/protocol/bodies.ts';
import { headBytes } from '../../../shared/protocol/event.ts';
import type { TestDevice } from '../device.ts';
import { receive } from '../facts.ts';
import { districtForFile } from '../support.ts';

const district = districtForFile();

const kept = async ({ stream }: TestDevice) => {
  const { db } = district.open;
  const quarantine = await db.selectFrom('quarantine').selectAll().where('stream', '=', stream).execute();
  const incidents = await db.selectFrom('incident').selectAll().where('stream', '=', stream).execute();
  return { quarantine, incidents };
};

async function deviceWith(events: number): Promise<TestDevice> {
  const device = await district.device();
  for (let n = 1; n <= events; n += 1) receive(device, n);
  return device;
}

/** The device's log with one line damaged on its disk, sent under the head it signed before. */
function damaged(device: TestDevice, seq: number, damage: (line: string) => string): PushRequest {
  const batch = device.batch();
  return { ...batch, lines: batch.lines.map((line, at) => (at === seq - 1 ? damage(line) : line)) };
}

const changeNote = (line: string) => line.replace('"note":""', '"note":"x"');

describe('a damaged batch', () => {
  test.each([
    { name: 'a changed fact', damage: changeNote, stopped: 'broken-chain', accepted: 3 },
    {
      name: 'cut short',
      damage: (line: string) => line.slice(0, 99),
      stopped: 'bad-shape',
      accepted: 3,
    },
    { name: 'not an event', damage: () => '{}', stopped: 'bad-shape', accepted: 3 },
    {
      name: 'white space',
      damage: (line: string) => `${line} `,
      stopped: 'not-canonical',
      accepted: 3,
    },
    {
      name: 'a fraction',
      damage: (line: string) => line.replace('"feeVnd":20000', '"feeVnd":0.5'),
      stopped: 'not-canonical',
      accepted: 3,
    },
    {
      name: 'half a character',
      damage: (line: string) => line.replace('"note":""', String.raw`"note":"\ud800"`),
      stopped: 'not-canonical',
      accepted: 3,
    },
    {
      name: 'endless brackets',
      damage: (line: string) =>
        line.replace('"note":""', `"note":${'['.repeat(50_000)}${']'.repeat(50_000)}`),
      stopped: 'bad-shape',
      accepted: 3,
    },
    {
      name: 'another place',
      damage: (line: string) => line.replace('"seq":4', '"seq":9'),
      stopped: 'wrong-seq',
      accepted: 3,
    },
    {
      name: 'another epoch',
      damage: (line: string) => line.replace('"epoch":1', '"epoch":2'),
      stopped: 'wrong-device',
      accepted: 3,
    },
    {
      name: 'another commune',
      damage: (line: string) => line.replace(/"stream":"\d{5}"/, '"stream":"99999"'),
      stopped: 'wrong-device',
      accepted: 3,
    },
    {
      name: 'another hash before it',
      damage: (line: string) => line.replace(/"prevHash":"[0-9a-f]{64}"/, `"prevHash":"${'f'.repeat(64)}"`),
      stopped: 'broken-chain',
      accepted: 2,
    },
  ])('$name: the whole part before it is taken, the rest kept aside as $stopped', async (scene) => {
    const device = await deviceWith(6);
    const batch = damaged(device, 4, scene.damage);
    const answer = await device.push(batch);
    expect(answer).toMatchObject({ status: 'ack', stopped: scene.stopped, ack: { lastSeq: scene.accepted } });
    const { quarantine, incidents } = await kept(device);
    expect(quarantine.map(({ why, bytes }) => [why, Buffer.from(bytes).toString()])).toEqual([
      [scene.stopped, JSON.stringify(batch)],
    ]);
    expect(incidents).toMatchObject([{ kind: scene.stopped, seq: scene.accepted + 1 }]);
    expect((await device.feed()).rows).toHaveLength(scene.accepted);
    // The desk has mended its log: the chain goes on where it stopped, and the epoch is not frozen.
    expect(await device.push(device.batch(scene.accepted + 1))).toMatchObject({
      status: 'ack',
      stopped: null,
      ack: { lastSeq: 6 },
    });
  });

  const foreignHash = 'e'.repeat(64);
  test.each([
    { name: 'of another key', head: (d: TestDevice) => ({ ...d.batch().head, sig: 'A'.repeat(86) }) },
    { name: 'of another place', head: (d: TestDevice) => d.batch(1, 1).head },
    {
      name: 'of another chain',
      head: (d: TestDevice) => ({
        seq: 2,
        hash: foreignHash,
        sig: signText(d.key, headBytes(d.id, d.epoch, 2, foreignHash)),
      }),
    },
  ])('under a head $name nothing is taken', async ({ head }) => {
    const device = await deviceWith(2);
    const answer = await device.push({ ...device.batch(), head: head(device) });
    expect(answer).toMatchObject({ status: 'ack', stopped: 'bad-head', ack: { lastSeq: 0, feedHead: 0 } });
    expect((await kept(device)).quarantine).toHaveLength(1);
  });

  test('a first event that claims a past is a broken chain', async () => {
    const device = await deviceWith(1);
    const answer = await device.push({ ...device.batch(), prevHash: foreignHash });
    expect(answer).toMatchObject({ status: 'ack', stopped: 'broken-chain', ack: { lastSeq: 0 } });
  });

  test('the same bytes again are kept once and open one incident', async () => {
    const device = await deviceWith(3);
    const batch = damaged(device, 2, () => '{}');
    for (let i = 0; i < 3; i += 1) await device.push(batch);
    const { quarantine, incidents } = await kept(device);
    expect([quarantine.length, incidents.length]).toEqual([1, 1]);
  });

  test('damage at a place that is known here does not freeze the device', async () => {
    const device = await deviceWith(3);
    await device.push();
    const answer = await device.push(damaged(device, 2, changeNote));
    expect(answer).toMatchObject({ status: 'ack', stopped: 'broken-chain', ack: { lastSeq: 3 } });
    expect(await device.push()).toMatchObject({ status: 'ack', stopped: null });
  });
});

describe('a fork', () => {
  const scenes = [
    { name: 'at the first event', shared: 0, from: 1, seq: 1 },
    { name: 'within an overlap', shared: 2, from: 1, seq: 3 },
    { name: 'at the place sent first', shared: 2, from: 3, seq: 3 },
    { name: 'just before the place sent first', shared: 2, from: 4, seq: 3 },
  ];
  test.each(scenes)('$name freezes the epoch and keeps the bytes', async ({ shared, from, seq }) => {
    const device = await deviceWith(shared);
    const copy = device.twin();
    for (let n = 10; device.lines.length < 4; n += 1) receive(device, n);
    for (let n = 20; copy.lines.length < 4; n += 1) receive(copy, n);
    await device.push();
    const before = await device.feed();
    const batch = copy.batch(from);
    expect(await copy.push(batch)).toEqual({ protocol: 1, status: 'fork', seq });
    const { quarantine, incidents } = await kept(device);
    expect(quarantine.map(({ why, bytes }) => [why, Buffer.from(bytes).toString()])).toEqual([
      ['fork', JSON.stringify(batch)],
    ]);
    expect(incidents).toMatchObject([{ kind: 'fork', seq, device: device.id }]);

    receive(device, 12);
    const refused = await device.post(device.batch());
    expect([refused.statusCode, problem.parse(refused.json()).code]).toEqual([409, 'epoch-frozen']);
    expect(await device.feed()).toEqual(before);
  });
});
