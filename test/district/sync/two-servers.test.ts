import { describe, expect, test } from 'vitest';
import { districtKeys } from '../../../district/keys.ts';
import { rawPublicOf, sha256 } from '../../../district/sync/verify.ts';
import { feedRowBytes } from '../../../shared/protocol/bodies.ts';
import { genesisHash } from '../../../shared/protocol/event.ts';
import { receive } from '../facts.ts';
import { districtForFile } from '../support.ts';

const district = districtForFile();

describe('two servers in front of one database', () => {
  test('sign with the same key', async () => {
    const keys = await Promise.all([districtKeys(district.open.db), districtKeys(district.open.db)]);
    const known = district.open.world.keys.publicKey;
    expect(keys.map(({ publicKey }) => publicKey)).toEqual([known, known]);
    for (const { privateKey } of keys) expect(rawPublicOf(privateKey)).toBe(known);
  });

  test('give the same answers', async () => {
    const second = await district.second();
    const device = await district.device();
    const there = device.twin(second.app);
    receive(device, 1);
    there.lines.push(...device.lines);
    const first = await device.push();
    expect(await there.push()).toEqual(first);
    expect(await there.feed()).toEqual(await device.feed());
    const url = `/v1/streams/${device.stream}/digest`;
    const digests = await Promise.all([second.app, district.open.app].map((app) => app.inject({ url })));
    expect(digests[0]?.body).toBe(digests[1]?.body);
    await second.close();
  });

  test('counters that push at once get one order without gaps, each event once', async () => {
    const second = await district.second();
    const stream = await district.commune();
    const devices = [];
    for (const digit of [1, 2, 3, 4]) devices.push(await district.device(stream, digit));
    const perDevice = 20;
    devices.forEach((device, index) => {
      for (let n = 1; n <= perDevice; n += 1) receive(device, 100 * index + n);
    });
    // Every batch goes to both servers at once, as a desk does whose first try got no answer.
    await Promise.all(
      devices.map(async (device) => {
        const there = device.twin(second.app);
        for (let from = 1; from <= perDevice; from += 5) {
          const batch = device.batch(from, from + 4);
          const answers = await Promise.all([device.push(batch), there.push(batch)]);
          for (const answer of answers)
            expect(answer).toMatchObject({ status: 'ack', ack: { lastSeq: from + 4 } });
        }
      }),
    );
    const page = await devices[0]?.feed();
    const rows = page?.rows ?? [];
    expect(rows.map(({ feedSeq }) => feedSeq)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
    expect(new Set(rows.map(({ body }) => body))).toEqual(new Set(devices.flatMap(({ lines }) => lines)));
    expect(page?.runningHash).toBe(rows.reduce((hash, row) => sha256(feedRowBytes(hash, row)), genesisHash));
    await second.close();
  });
});
