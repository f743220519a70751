import { describe, expect, test } from 'vitest';
import { refoldAll } from '../../../district/dossier/refold.ts';
import { streamDigest } from '../../../district/sync/digest.ts';
import { foldVersion } from '../../../shared/domain/dossier/fold-version.ts';
import { deliver, dossierId, ready, receive } from '../facts.ts';
import { districtForFile } from '../support.ts';

const district = districtForFile();

/** What a build that knew fewer fields has left behind. */
async function foldedByAnOlderBuild(stream: string, ids: readonly string[]): Promise<void> {
  const rows = await district.open.db
    .selectFrom('dossier')
    .select(['id', 'state'])
    .where('stream', '=', stream)
    .where('id', 'in', ids)
    .execute();
  for (const { id, state } of rows) {
    const { reprints: _, version: __, takings: ___, ...older } = JSON.parse(state) as Record<string, unknown>;
    await district.open.db
      .updateTable('dossier')
      .set({ state: JSON.stringify(older), fold_version: foldVersion - 1 })
      .where('stream', '=', stream)
      .where('id', '=', id)
      .execute();
  }
}

describe('states that another build has folded', () => {
  test('are folded anew from the log, so that both ends say the same', async () => {
    const stream = await district.commune();
    const device = await district.device(stream);
    for (let n = 1; n <= 5; n += 1) receive(device, n);
    ready(device, 1);
    await device.push();
    const before = await streamDigest(district.open.db, stream);
    await foldedByAnOlderBuild(stream, [1, 2, 3].map(dossierId));
    expect(await streamDigest(district.open.db, stream)).not.toEqual(before);
    expect(await refoldAll(district.open.db)).toBe(3);
    expect(await streamDigest(district.open.db, stream)).toEqual(before);
    expect(await refoldAll(district.open.db)).toBe(0);
  });

  test('are never built upon: the next fact finds the dossier as its log tells it, and nobody waits behind it', async () => {
    const stream = await district.commune();
    const device = await district.device(stream);
    receive(device, 1);
    receive(device, 2);
    ready(device, 1);
    await device.push();
    await foldedByAnOlderBuild(stream, [dossierId(1)]);
    deliver(device, 1);
    ready(device, 2);
    const answer = await device.push();
    expect(answer).toMatchObject({ status: 'ack', ack: { lastSeq: 5 } });
    const rows = await district.open.db
      .selectFrom('dossier')
      .select(['id', 'status', 'version', 'fold_version'])
      .where('stream', '=', stream)
      .orderBy('id')
      .execute();
    expect(rows).toEqual([
      { id: dossierId(1), status: 'delivered', version: 3, fold_version: foldVersion },
      { id: dossierId(2), status: 'resultReady', version: 2, fold_version: foldVersion },
    ]);
  });
});
