import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createDemoCommune, demoOfficers } from '../../../district/demo.ts';
import { always, putOfficer } from '../../../district/machine/officers.ts';
import { sha256 } from '../../../district/sync/verify.ts';
import { type FeedRow, feedRowBytes, officerRecord } from '../../../shared/protocol/bodies.ts';
import { canonical } from '../../../shared/protocol/canonical.ts';
import { genesisHash } from '../../../shared/protocol/event.ts';
import { TestDevice } from '../device.ts';
import { deliver, ready, receive } from '../facts.ts';
import { districtForFile } from '../support.ts';

const district = districtForFile();

const runningHash = (rows: readonly FeedRow[], from = genesisHash) =>
  rows.reduce((hash, row) => sha256(feedRowBytes(hash, row)), from);

describe('the feed', () => {
  test('begins with the officers of the commune, PIN verifiers in argon2id', async () => {
    const { codes } = await createDemoCommune(district.open.db);
    const again = await createDemoCommune(district.open.db);
    expect(again.codes).toEqual(codes);
    const device = await TestDevice.enrol(district.open.app, codes[0] ?? '');
    const { rows, feedHead } = await device.feed();
    expect(feedHead).toBe(3);
    expect(rows.map(({ kind, verdict }) => [kind, verdict])).toEqual(rows.map(() => ['officer', null]));
    const officers = rows.map(({ body }) => officerRecord.parse(JSON.parse(body)));
    expect(officers.map(({ id, name, roles }) => ({ id, name, roles }))).toEqual(
      demoOfficers.map(({ id, name, roles }) => ({ id, name, roles })),
    );
    expect(officers[0]?.pinVerifier).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(rows.map(({ body }) => body)).toEqual(officers.map((one) => canonical(one)));
  });

  test('tells of a changed officer at its end', async () => {
    const device = await district.device();
    const officer = {
      id: 'trang',
      name: 'Đỗ Thu Trang',
      roles: ['reception' as const],
      pinVerifier: 'x',
      active: true,
    };
    for (const active of [true, false]) {
      await district.open.db
        .transaction()
        .execute((tx) => putOfficer(tx, device.stream, { ...officer, active }, always));
    }
    const { rows } = await device.feed();
    expect(rows.map(({ body }) => officerRecord.parse(JSON.parse(body)).active)).toEqual([true, false]);
  });

  test('carries everybody’s events with their verdicts, under a running hash anyone can compute', async () => {
    const stream = await district.commune();
    const [one, two] = [await district.device(stream, 1), await district.device(stream, 2)];
    receive(one, 1);
    receive(two, 1);
    await one.push();
    await two.push();
    const page = await two.feed();
    expect(page.rows).toEqual([
      { feedSeq: 1, kind: 'event', body: one.lines[0], verdict: { outcome: 'accepted', code: '' } },
      {
        feedSeq: 2,
        kind: 'event',
        body: two.lines[0],
        verdict: { outcome: 'needsReview', code: 'received-twice' },
      },
    ]);
    expect(page.runningHash).toBe(runningHash(page.rows));
  });

  test('comes in pages that continue each other', async () => {
    const device = await district.device();
    for (let n = 1; n <= 5; n += 1) receive(device, n);
    await device.push();
    let [hash, after] = [genesisHash, 0];
    const sizes = [];
    do {
      const page = await device.feed(`?after=${after}&limit=2`);
      expect(page).toMatchObject({ after, feedHead: 5 });
      hash = runningHash(page.rows, hash);
      expect(page.runningHash).toBe(hash);
      sizes.push(page.rows.length);
      after += page.rows.length;
    } while (sizes.at(-1) !== 0);
    expect(sizes).toEqual([2, 2, 1, 0]);
  });

  test('a page ends at about 512 KiB, so that it gets through a thin line', async () => {
    const device = await district.device();
    const long = Array.from({ length: 60 }, () => ({
      name: 'ệ'.repeat(500),
      originals: 1,
      certifiedCopies: 0,
      copies: 0,
      present: false,
    }));
    for (let n = 1; n <= 8; n += 1) receive(device, n, { papers: long });
    await device.push(device.batch(1, 4));
    await device.push(device.batch(5, 8));
    const page = await device.feed();
    expect(page.rows.length).toBeLessThan(8);
    expect(page.runningHash).toBe(runningHash(page.rows));
    const rest = await device.feed(`?after=${page.rows.length}`);
    expect(page.rows.length + rest.rows.length).toBe(8);
  });

  test('shows a reader who knows more (this district was restored) where it ends itself', async () => {
    const device = await district.device();
    receive(device, 1);
    await device.push();
    for (const after of [2, 999_999_999_999_999]) {
      expect(await device.feed(`?after=${after}`)).toMatchObject({ after, rows: [], feedHead: 1 });
    }
  });

  test('of one commune says nothing of another', async () => {
    const [mine, other] = [await district.device(), await district.device()];
    receive(other, 1);
    await other.push();
    expect(await mine.feed()).toMatchObject({ rows: [], feedHead: 0, runningHash: genesisHash });
  });
});

describe('waiting for rows', () => {
  test('ends as soon as another counter has handed something in', async () => {
    const stream = await district.commune();
    const [one, two] = [await district.device(stream, 1), await district.device(stream, 2)];
    receive(one, 1);
    const waiting = two.feed('?after=0&wait=25');
    await one.push();
    expect((await waiting).rows).toHaveLength(1);
  });

  test('sees rows that another server wrote', async () => {
    const second = await district.second();
    const device = await district.device();
    const reader = device.twin(second.app);
    receive(device, 1);
    const waiting = reader.feed('?wait=25');
    await device.push();
    expect((await waiting).rows).toHaveLength(1);
    await second.close();
  });

  test('ends with an empty page when nothing comes', async () => {
    const device = await district.device();
    expect(await device.feed('?wait=1')).toMatchObject({ rows: [], feedHead: 0 });
  });

  test('does not keep a server from closing', async () => {
    const second = await district.second();
    const device = (await district.device()).twin(second.app);
    const waiting = device.feed('?wait=25');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await second.app.close();
    expect((await waiting).rows).toEqual([]);
    await second.close();
  });
});

describe('the digest of a stream', () => {
  test('covers the folded state of every received dossier in order of id', async () => {
    const stream = await district.commune();
    const [one, two] = [await district.device(stream, 1), await district.device(stream, 2)];
    receive(one, 2);
    ready(one, 2);
    receive(two, 1);
    deliver(two, 9);
    await one.push();
    await two.push();
    const states = await district.open.db
      .selectFrom('dossier')
      .select('state')
      .where('stream', '=', stream)
      .where('status', '<>', 'absent')
      .orderBy('id')
      .execute();
    const digest = createHash('sha256')
      .update(states.map(({ state }) => `${state}\n`).join(''))
      .digest('hex');
    const answer = await district.open.app.inject({ url: `/v1/streams/${stream}/digest` });
    expect(answer.json()).toEqual({ events: 4, dossiers: 2, digest });
    const first = states.map(({ state }) => canonical(JSON.parse(state)));
    expect(first).toEqual(states.map(({ state }) => state));
  });

  test('of an empty stream is the digest of nothing', async () => {
    const stream = await district.commune();
    const answer = await district.open.app.inject({ url: `/v1/streams/${stream}/digest` });
    expect(answer.json()).toEqual({ events: 0, dossiers: 0, digest: sha256('') });
  });
});
