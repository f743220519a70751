import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { epochOf, moment } from '../../shared/domain/base/local-date.ts';
import { unreachable } from '../../shared/result.ts';
import { countedIds } from '../support/test-desk.ts';
import { districtUrl } from '../support/test-district.ts';
import { actOn, type DraftBook, fillDrafts, receiveAt } from './acts.ts';
import { crashLabels, openTally, type Tally } from './faults.ts';
import { brokenAtEnd, isQuiet, openWitness, queuesLeft, textOf, type Witness } from './invariants.ts';
import { type Prng, prng } from './prng.ts';
import { openSimDesk, type Plant, type SimDesk } from './sim-desk.ts';
import { openSimDistrict, type SimDistrict } from './sim-district.ts';
import { openSqliteStore, type SimStore } from './sim-store.ts';
import { openLine, weathers } from './virtual-network.ts';
import { type VirtualTime, virtualTime } from './virtual-time.ts';

/** What a life of a commune is made of. Each seed lives with some of the troubles only, so that none hides another. */
interface Troubles {
  readonly weather: boolean;
  readonly crashes: boolean;
  readonly disks: boolean;
  readonly clocks: boolean;
  readonly servers: boolean;
  readonly restoredDistrict: boolean;
  readonly fork: boolean;
}

export interface SimulationGiven {
  readonly seed: number;
  readonly steps: number;
  readonly plant?: Plant;
  readonly store?: SimStore;
  /** False where the store cannot fail at a chosen statement. */
  readonly serverFaults?: boolean;
}

export interface Simulated {
  readonly seed: number;
  /** What was broken, in words; empty when everything held. */
  readonly broken: readonly string[];
  /** What was done, step by step, for whoever has to find out why. */
  readonly log: readonly string[];
  readonly faults: Readonly<Record<string, number>>;
  /** What the district said to every request, in order, and what it holds in the end. */
  readonly transcript: readonly string[];
}

/** Everything that is in one simulated commune. */
export interface World {
  readonly time: VirtualTime;
  readonly clock: () => number;
  readonly chance: Prng;
  readonly troubles: Troubles;
  readonly tally: Tally;
  readonly district: SimDistrict;
  readonly desks: SimDesk[];
  readonly witness: Witness;
  readonly book: DraftBook;
  readonly newId: () => string;
  readonly known: string[];
  /** The desk that was started from an old copy of another one's disk. */
  twin: SimDesk | null;
  copied: { readonly of: SimDesk; readonly folder: string } | null;
  readonly openTwin: (folder: string) => SimDesk;
  readonly root: string;
  readonly serverFaults: boolean;
}

/** Lives one seed from its first step to the end of its healing. */
export async function simulate(given: SimulationGiven): Promise<Simulated> {
  const world = await openWorld(given);
  const log: string[] = [];
  const broken: string[] = [];
  // What nobody waited for and nobody caught would end a real desk.
  const unhandled = (cause: unknown): void => void broken.push(`Nobody caught ${textOf(cause)}`);
  process.on('unhandledRejection', unhandled);
  try {
    for (let step = 0; step < given.steps && broken.length === 0; step += 1) {
      log.push(`${step} ${Math.round(world.time.now() / 1000)}s ${await takeStep(world)}`);
      broken.push(...world.witness.broken());
    }
    if (broken.length === 0) broken.push(...(await heal(world)));
  } catch (cause) {
    broken.push(`An exception went through: ${textOf(cause)}`);
  } finally {
    process.off('unhandledRejection', unhandled);
  }
  if (broken.length > 0) {
    for (const desk of world.desks) {
      const view = await desk.ask('trang', 'sync.view', {});
      log.push(`${desk.name} says ${JSON.stringify(view)}`);
    }
  }
  const transcript = world.desks.flatMap((desk) => desk.line.transcript);
  await closeWorld(world);
  return { seed: given.seed, broken, log, faults: world.tally.counts(), transcript };
}

const fiveMinutes = 5 * 60_000;
const lookEvery = 10_000;

/** Everything works again; nobody at the counters does anything. @returns what is broken all the same */
async function heal(world: World): Promise<readonly string[]> {
  for (const desk of world.desks) {
    desk.danger.disarm();
    if (!desk.running()) await desk.start();
    desk.line.weather = 'good';
    if (world.chance.chance(0.5)) desk.clockOff = 0;
  }
  world.district.disarm();
  for (const server of [0, 1] as const) world.district.setUp(server, true);
  // A desk that has nothing to send may ask for news as late as its back-off lets it, and others answer to that.
  const waitsSince = new Map<string, number>();
  for (let passed = 0; passed < 3 * fiveMinutes && !(await isQuiet(world)); passed += lookEvery) {
    await world.time.pass(lookEvery);
    const left = queuesLeft(world);
    for (const name of waitsSince.keys()) if (!left.has(name)) waitsSince.delete(name);
    for (const name of left.keys()) waitsSince.set(name, waitsSince.get(name) ?? passed);
    const stuck = [...waitsSince].filter(([, since]) => passed + lookEvery - since > fiveMinutes);
    if (stuck.length > 0)
      return stuck.map(([name]) => `${name} has had ${left.get(name)} events to send for 5 minutes`);
  }
  return brokenAtEnd(world);
}

const acts = {
  receive: 11,
  act: 12,
  pass: 30,
  weather: 5,
  crash: 3,
  start: 6,
  disk: 2,
  clock: 1,
  server: 2,
  districtFault: 2,
  publish: 1,
  ask: 2,
  networkCame: 1,
  backup: 3,
  copy: 1,
} as const;

async function takeStep(world: World): Promise<string> {
  const { chance, time, troubles } = world;
  const desk = chance.pick(world.desks as [SimDesk, ...SimDesk[]]);
  const act = chance.weighted(acts);
  // No two things happen in the same millisecond.
  await time.pass(1);
  switch (act) {
    case 'receive': {
      const received = await receiveAt(desk, chance, world.book, world.newId);
      if (typeof received === 'string') return `${desk.name} receives nothing: ${received}`;
      world.known.push(received.id);
      world.witness.received(desk, received);
      return `${desk.name} receives ${received.code}`;
    }
    case 'act': {
      const id = world.known[Math.max(0, world.known.length - 1 - chance.int(30))];
      if (id === undefined) return 'nothing to act on';
      const done = await actOn(desk, chance, id);
      world.witness.acted(desk);
      return `${desk.name} ${done}`;
    }
    case 'pass': {
      const ms = chance.chance(0.05) ? chance.between(60_000, 400_000) : chance.between(10, 4000);
      await time.pass(ms);
      return `${ms} ms pass`;
    }
    case 'weather':
      if (!troubles.weather) return 'fine weather';
      desk.line.weather = chance.weighted(weathers);
      return `${desk.name} has a line that is ${desk.line.weather}`;
    case 'networkCame':
      desk.networkCame();
      return `${desk.name} hears of a network`;
    case 'crash':
      return crash(world, desk);
    case 'start':
      return start(world, desk);
    case 'disk': {
      if (!troubles.disks) return 'a whole disk';
      const fault = chance.pick(['SQLITE_FULL', 'SQLITE_IOERR']);
      desk.danger.armDisk(fault, chance.int(40), chance.between(1, 30));
      return `${desk.name} will meet ${fault}`;
    }
    case 'clock':
      return moveClock(world, desk);
    case 'server': {
      if (!troubles.servers) return 'a good server';
      const server = chance.pick([0, 1]);
      const up = chance.chance(0.6);
      world.district.setUp(server, up);
      world.tally.count(`server:${up ? 'up' : 'down'}`);
      return `server ${server} is ${up ? 'up' : 'down'}`;
    }
    case 'districtFault': {
      if (!troubles.servers || !world.serverFaults) return 'no fault at the district';
      const fault = chance.pick(['crash', 'disk']);
      world.district.arm(fault, chance.int(12));
      return `the district will meet a ${fault}`;
    }
    case 'publish':
      if (chance.chance(0.5)) await world.district.publishUnknown(`{"n":${time.now()}}`);
      else await world.district.changeOfficer(`Nguyễn Văn Quý ${time.now()}`);
      return 'the district publishes a row';
    case 'ask':
      // Signing in takes real time, which must be over before virtual time goes on; the round itself is not waited for.
      await desk.ask('trang', 'sync.view', {});
      void desk.ask('trang', 'sync.now', {});
      return `${desk.name} is asked to sync`;
    case 'backup':
      return backUp(world);
    case 'copy':
      return copyDisk(world);
    default:
      return unreachable(act);
  }
}

function crash(world: World, desk: SimDesk): string {
  if (!world.troubles.crashes || !desk.running()) return 'no crash';
  if (world.chance.chance(0.1)) {
    world.tally.count('crash:idle');
    desk.kill();
    return `${desk.name} dies where it stands`;
  }
  const label = world.chance.pick(crashLabels);
  desk.danger.armCrash(label, world.chance.int(label === 'read' || label === 'write' ? 30 : 3));
  return `${desk.name} will die at ${label}`;
}

async function start(world: World, desk: SimDesk): Promise<string> {
  if (desk.running()) return `${desk.name} is on`;
  const started = await desk.start();
  if (started) world.witness.reopened(desk);
  return `${desk.name} ${started ? 'starts' : 'dies while it starts'}`;
}

function moveClock(world: World, desk: SimDesk): string {
  if (!world.troubles.clocks) return 'a good clock';
  const year = 365 * 86_400_000;
  const { chance } = world;
  const off = chance.weighted({ right: 3, minutes: 4, hours: 2, years: 1 });
  const spans = { right: 0, minutes: 600_000, hours: 20 * 3_600_000, years: 3 * year } as const;
  desk.clockOff = Math.round((chance.next() * 2 - 1) * spans[off]);
  world.tally.count(`clock:${off}`);
  return `${desk.name} has a clock off by ${desk.clockOff} ms`;
}

async function backUp(world: World): Promise<string> {
  if (!world.troubles.restoredDistrict) return 'no backup';
  if (world.chance.chance(0.5)) {
    await world.district.takeBackup();
    return 'the district is backed up';
  }
  if (!(await world.district.restore())) return 'nothing to restore';
  world.tally.count('district:restored');
  return 'the district is restored';
}

/** First the disk of a desk is copied; later a second machine is started from the copy, and both work on. */
async function copyDisk(world: World): Promise<string> {
  if (!world.troubles.fork || world.twin !== null) return 'no copy';
  if (world.copied === null) {
    const of = world.chance.pick(world.desks as [SimDesk, ...SimDesk[]]);
    const folder = join(world.root, 'twin-0');
    of.copyDisk(folder);
    world.copied = { of, folder };
    return `${of.name}'s disk is copied`;
  }
  world.twin = world.openTwin(world.copied.folder);
  await world.twin.start();
  world.desks.push(world.twin);
  world.witness.watch(world.twin);
  world.tally.count('fork:copy-used');
  return `a second machine is started from ${world.copied.of.name}'s disk`;
}

async function openWorld(given: SimulationGiven): Promise<World> {
  const chance = prng(given.seed);
  const time = virtualTime();
  const begin = epochOf(moment('2026-11-20T07:30'));
  const clock = (): number => begin + time.now();
  const tally = openTally();
  const restoredDistrict = chance.chance(0.25);
  const troubles: Troubles = {
    weather: chance.chance(0.9),
    crashes: chance.chance(0.7),
    disks: chance.chance(0.4),
    clocks: chance.chance(0.25),
    servers: chance.chance(0.5),
    restoredDistrict,
    fork: !restoredDistrict && chance.chance(0.15),
  };
  const count = chance.between(2, 5);
  const district = await openSimDistrict(given.store ?? openSqliteStore(), clock, count, tally);
  const root = mkdtempSync(join(memoryFolder(), 'sim-'));
  const openOne = (name: string, series: number): SimDesk =>
    openSimDesk({
      name,
      root,
      time,
      clock,
      chance: chance.fork(),
      line: openLine(time, chance.fork(), district, tally),
      tally,
      plant: given.plant ?? {},
      series,
    });
  const desks: SimDesk[] = [];
  for (const [index, code] of district.codes.entries()) {
    const desk = openOne(`desk${index + 1}`, (index + 1) * 0x1000);
    await desk.start();
    await desk.enrol(districtUrl, code);
    desks.push(desk);
  }
  const witness = openWitness();
  for (const desk of desks) witness.watch(desk);
  const [first] = desks;
  if (first === undefined) throw new Error('A commune has a desk');
  return {
    time,
    clock,
    chance,
    troubles,
    tally,
    district,
    desks,
    witness,
    book: await fillDrafts(first),
    newId: countedIds(0xaaaa),
    known: [],
    twin: null,
    copied: null,
    openTwin: () => openOne('twin', 0x9000),
    root,
    serverFaults: given.serverFaults ?? true,
  };
}

async function closeWorld(world: World): Promise<void> {
  for (const desk of world.desks) desk.kill();
  await world.time.pass(1);
  await world.district.close();
  rmSync(world.root, { recursive: true, force: true });
}

/** Memory where the system has a folder of it: `fsync` there costs nothing, and a kill loses nothing either. */
function memoryFolder(): string {
  const folder = '/dev/shm';
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? folder : tmpdir();
}
