import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { epochOf, moment } from '../../shared/domain/base/local-date.ts';
import { fillDrafts, receiveAt } from '../simulation/acts.ts';
import { openTally } from '../simulation/faults.ts';
import { prng } from '../simulation/prng.ts';
import { openSimDesk, type SimDesk } from '../simulation/sim-desk.ts';
import { openSimDistrict, type SimDistrict } from '../simulation/sim-district.ts';
import { openSqliteStore } from '../simulation/sim-store.ts';
import { openLine } from '../simulation/virtual-network.ts';
import { type VirtualTime, virtualTime } from '../simulation/virtual-time.ts';
import { countedIds } from '../support/test-desk.ts';
import { districtUrl } from '../support/test-district.ts';

let root: string;
let time: VirtualTime;
let district: SimDistrict;
let desks: readonly SimDesk[];
let desk: SimDesk;
let other: SimDesk;
/** While on, requests of the first desk get no answer and do not hear that they were given up. */
const deaf = { on: false };
const chance = prng(1);
const newId = countedIds(0xaaaa);

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'sync-loop-'));
  time = virtualTime();
  const begin = epochOf(moment('2026-11-20T08:00'));
  const clock = (): number => begin + time.now();
  const tally = openTally();
  const opened = await openSimDistrict(openSqliteStore(), clock, 2, tally);
  district = opened;
  desks = opened.codes.map((_, index) =>
    openSimDesk({
      name: `desk${index + 1}`,
      root,
      time,
      clock,
      chance: chance.fork(),
      line: openLine(time, chance.fork(), opened, tally),
      tally,
      plant: {
        world: (world) => ({
          ...world,
          fetch: (...request) => (deaf.on && index === 0 ? new Promise(() => {}) : world.fetch(...request)),
        }),
      },
      series: index * 0x1000,
    }),
  );
  for (const [index, code] of opened.codes.entries()) {
    await desks[index]?.start();
    await desks[index]?.enrol(districtUrl, code);
  }
  const [first, second] = desks;
  if (first === undefined || second === undefined) throw new Error('Two desks are open');
  [desk, other] = [first, second];
});

afterEach(async () => {
  for (const one of desks) await one.stop();
  await district.close();
  rmSync(root, { recursive: true });
});

const receive = async (at: SimDesk): Promise<void> => {
  expect(await receiveAt(at, chance, await fillDrafts(at), newId)).toBeTypeOf('object');
};

async function view(at: SimDesk) {
  const answer = await at.ask('trang', 'sync.view', {});
  if (answer?.ok !== true) throw new Error('No view');
  return answer.value;
}

const queued = async (): Promise<number> => (await view(desk)).queuedEvents;

/** Long enough without a line that the back-off is at its longest. */
async function backOff(): Promise<void> {
  desk.line.weather = 'down';
  await time.pass(30 * 60_000);
  desk.line.weather = 'good';
}

describe('a desk whose line was away for long', () => {
  test('sends at once when the system says there is a network again', async () => {
    desk.line.weather = 'down';
    await receive(desk);
    await backOff();
    expect(await queued()).toBe(1);
    desk.networkCame();
    await time.pass(1000);
    expect(await queued()).toBe(0);
  });

  test('sends within two minutes when nobody tells it, however long it has backed off', async () => {
    desk.line.weather = 'down';
    await receive(desk);
    await backOff();
    await time.pass(120_000);
    expect(await queued()).toBe(0);
  });

  test('asks for news within the longest wait when nothing waits to be sent', async () => {
    await backOff();
    const before = desk.line.transcript.length;
    await time.pass(303_000);
    expect(desk.line.transcript.length).toBeGreaterThan(before);
  });

  test('gives up a request that does not even hear that it was given up', async () => {
    deaf.on = true;
    await receive(desk);
    await time.pass(30_000);
    deaf.on = false;
    expect(await queued()).toBe(1);
    await time.pass(120_000);
    expect(await queued()).toBe(0);
  });
});

test('a desk that is closed asks for nothing more', async () => {
  await desk.stop();
  const before = desk.line.transcript.length;
  desk.networkCame();
  await time.pass(600_000);
  expect(desk.line.transcript.length).toBe(before);
});

describe('a district restored to an older state', () => {
  test('is noticed by a desk that has nothing to send and had not read its own event back', async () => {
    await district.takeBackup();
    other.line.weather = 'down';
    await receive(desk);
    // Acknowledged, and restored before the next look at the feed.
    await time.settle();
    while ((await queued()) > 0) await time.pass(1);
    await district.restore();
    await time.pass(60_000);
    expect(await view(desk)).toMatchObject({ queuedEvents: 0, districtRestored: false, incident: 'none' });
    expect(await district.store.db.selectFrom('event').select('seq').execute()).toHaveLength(1);
  });

  test('is noticed by a desk that comes after others have filled the gap', async () => {
    await district.takeBackup();
    await receive(other);
    await time.pass(30_000);
    desk.line.weather = 'down';
    await district.restore();
    for (let again = 0; again < 3; again += 1) await receive(other);
    await time.pass(60_000);
    desk.line.weather = 'good';
    await time.pass(310_000);
    const events = await district.store.db.selectFrom('event').select('seq').execute();
    expect(events).toHaveLength(4);
    expect(await view(desk)).toMatchObject({ line: 'online', incident: 'none' });
    const count = desk
      .database()
      ?.prepare('SELECT count(*) AS n FROM event WHERE feed_seq IS NOT NULL')
      .get();
    expect(count).toEqual({ n: 4 });
  });
});

test('a second machine on an old copy of the disk is found behind events that both share', async () => {
  await receive(desk);
  await time.pass(20_000);
  desk.line.weather = 'down';
  await receive(desk);
  const twin = openSimDesk({
    name: 'twin',
    root,
    time,
    clock: () => epochOf(moment('2026-11-20T09:00')),
    chance: chance.fork(),
    line: openLine(time, chance.fork(), district, openTally()),
    tally: openTally(),
    plant: {},
    series: 0x9000,
  });
  desk.copyDisk(join(root, 'twin-0'));
  await twin.start();
  twin.line.weather = 'down';
  await receive(twin);
  desk.line.weather = 'good';
  await receive(desk);
  await time.pass(120_000);
  // The first event the twin sends is the one both have; what the district holds after it is another's.
  twin.line.weather = 'good';
  await time.pass(120_000);
  expect(await view(twin)).toMatchObject({ incident: 'fork' });
  expect(await district.store.db.selectFrom('incident').select('kind').execute()).toEqual([{ kind: 'fork' }]);
  await twin.stop();
});
