import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { openDatabase } from '../../db/open.ts';
import { composeDesk } from '../../desk/compose-desk.ts';
import type { Desk } from '../../desk/desk.ts';
import { recordingFooting } from '../../desk/footing.ts';
import { databaseFile } from '../../desk/open-desk.ts';
import type { DeskPorts, DeskWorld, Timers } from '../../desk/ports.ts';
import { prepareStores } from '../../desk/prepare-stores.ts';
import { openStores, type Stores } from '../../desk/stores.ts';
import type { Answer, Input, MethodName } from '../../shared/contract/desk-api.ts';
import { atCounter, type Officer } from '../support/desk-driver.ts';
import { countedIds } from '../support/test-desk.ts';
import { type Danger, openDanger, type Tally } from './faults.ts';
import { faultyDatabase } from './faulty-database.ts';
import type { Prng } from './prng.ts';
import { type simOfficers, simPin } from './sim-district.ts';
import type { Line } from './virtual-network.ts';
import type { VirtualTime } from './virtual-time.ts';

/** A mistake put in from outside, to see that it is found: stands between the desk and what it is given. */
export interface Plant {
  readonly stores?: (stores: Stores) => Stores;
  readonly world?: (world: DeskWorld, stores: Stores) => DeskWorld;
}

export type SimOfficer = (typeof simOfficers)[number]['id'];

/** One machine at a counter: its disk outlives it, its memory does not. */
export interface SimDesk {
  readonly name: string;
  readonly line: Line;
  readonly danger: Danger;
  /** Where its disk is now; another place after each death. */
  readonly dataDir: () => string;
  /** Null while it is dead. */
  readonly running: () => boolean;
  /** What the machine's clock is off by, in milliseconds. */
  clockOff: number;
  /** Faults that nobody put in: each is a bug of the desk. */
  readonly surprises: unknown[];
  /** Starts the program on the disk as it is. @returns false when it died or was refused on the way */
  readonly start: () => Promise<boolean>;
  readonly kill: () => void;
  readonly stop: () => Promise<void>;
  /** Null when the desk died, or was dead, before it answered. */
  readonly ask: <M extends MethodName>(
    who: SimOfficer,
    name: M,
    input: Input<M>,
  ) => Promise<Answer<M> | null>;
  readonly enrol: (districtUrl: string, code: string) => Promise<void>;
  readonly networkCame: () => void;
  /** Copies the disk as it is at this instant to `folder`. */
  readonly copyDisk: (folder: string) => void;
  /** The open database past all danger, to look at; null while it is dead. */
  readonly database: () => Database | null;
}

export interface SimDeskGiven {
  readonly name: string;
  readonly root: string;
  readonly time: VirtualTime;
  /** The true hour. */
  readonly clock: () => number;
  readonly chance: Prng;
  readonly line: Line;
  readonly tally: Tally;
  readonly plant: Plant;
  /** First of the series of ids its runs draw from. */
  readonly series: number;
}

/** One run of the program, from its start to its end or its death. */
interface Run {
  readonly desk: Desk;
  readonly raw: Database;
  readonly officers: Map<SimOfficer, Officer>;
  readonly close: () => void;
}

export function openSimDesk(given: SimDeskGiven): SimDesk {
  const { name, root, time, chance, tally } = given;
  let generation = 0;
  let run: Run | null = null;
  const wakers = new Set<() => void>();
  const surprises: unknown[] = [];
  const dirOf = (life: number): string => join(root, `${name}-${life}`);

  /**
   * Death. The disk is taken over as it is at this very instant, in the middle of whatever is under way; what runs
   * on runs on a disk that is nobody's any more, without a line, a timer or anyone who listens.
   */
  const die = (): void => {
    copyDisk(dirOf(generation + 1));
    generation += 1;
    wakers.clear();
    const old = run;
    run = null;
    if (old !== null) time.after(0, old.close);
  };
  const danger = openDanger(tally, die);

  const copyDisk = (folder: string): void => {
    mkdirSync(folder, { recursive: true });
    for (const file of [databaseFile, `${databaseFile}-wal`]) {
      const from = join(dirOf(generation), file);
      if (existsSync(from)) copyFileSync(from, join(folder, file));
    }
  };

  const lifeline = (life: number) => ({
    alive: () => life === generation,
    /** What a dead process waits for never comes. */
    orNever: <T>(value: Promise<T>): Promise<T> =>
      value.then(
        (one) => (life === generation ? one : new Promise<never>(() => {})),
        (cause: unknown) => {
          if (life === generation) throw cause;
          return new Promise<never>(() => {});
        },
      ),
  });

  const worldOf = (life: number): DeskWorld => {
    const { alive, orNever } = lifeline(life);
    const timers: Timers = {
      after: (ms, call) =>
        time.after(ms, () => {
          if (alive()) call();
        }),
    };
    return {
      dataDir: dirOf(life),
      clock: () => given.clock() + desk.clockOff,
      monotonic: given.clock,
      utcOffsetMinutes: () => 420,
      newId: countedIds(given.series + life),
      random: chance.next,
      timers,
      network: {
        onUp(call) {
          wakers.add(call);
          return () => wakers.delete(call);
        },
      },
      fetch: async (...request) => {
        if (alive()) danger.pass('request');
        if (!alive()) return orNever(Promise.reject(new Error('dead')));
        const answer = await orNever(given.line.fetch(...request));
        if (alive()) danger.pass('answer');
        return orNever(Promise.resolve(answer));
      },
      ports: printless,
      demo: false,
      report(cause) {
        if (alive() && !isPlanned(cause)) surprises.push(cause);
      },
    };
  };

  /** @returns null where the disk would not have it */
  const startRun = async (): Promise<Run | null> => {
    const life = generation;
    const raw = openDatabase(join(dirOf(life), databaseFile));
    const close = (): void => {
      if (raw.open) raw.close();
      rmSync(dirOf(life), { recursive: true, force: true });
    };
    const pass: Danger['pass'] = (label) => {
      if (life === generation) danger.pass(label);
    };
    try {
      const stores = openStores(faultyDatabase(raw, pass));
      const planted = given.plant.stores?.(stores) ?? stores;
      const world = given.plant.world?.(worldOf(life), planted) ?? worldOf(life);
      prepareStores(planted);
      const desk = composeDesk(world, planted, await recordingFooting(world, planted), () => raw.close());
      return { desk, raw, officers: new Map(), close };
    } catch (cause) {
      if (!isPlanned(cause)) throw cause;
      raw.close();
      return null;
    }
  };

  const desk: SimDesk = {
    name,
    line: given.line,
    danger,
    clockOff: 0,
    surprises,
    dataDir: () => dirOf(generation),
    running: () => run !== null,
    database: () => run?.raw ?? null,
    async start() {
      mkdirSync(dirOf(generation), { recursive: true });
      const life = generation;
      const started = await startRun();
      if (life !== generation) {
        started?.close();
        return false;
      }
      run = started;
      return run !== null;
    },
    kill: die,
    async stop() {
      const ending = run;
      await ending?.desk.close();
      if (run === ending) run = null;
    },
    async ask(who, method, input) {
      const asked = run;
      if (asked === null) return null;
      /** What a process says, or breaks over, after its death is heard by nobody: its disk is closed under it. */
      const heard = <T>(saying: Promise<T>): Promise<T | null> =>
        saying.then(
          (said) => (run === asked ? said : null),
          (cause: unknown) => {
            if (run === asked) throw cause;
            return null;
          },
        );
      const officer = asked.officers.get(who) ?? atCounter(asked.desk);
      if (!asked.officers.has(who)) {
        const signedIn = await heard(officer.ask('session.signIn', { officer: who, pin: simPin }));
        if (signedIn?.ok !== true) return signedIn;
        asked.officers.set(who, officer);
      }
      return heard(officer.ask(method, input));
    },
    async enrol(districtUrl, code) {
      if (run === null) throw new Error('The desk is not running');
      const stranger = atCounter(run.desk);
      const asked = stranger.call('desk.enrol', { districtUrl, code, deviceName: name });
      await time.pass(5000);
      await asked;
    },
    networkCame: () => {
      for (const call of wakers) call();
    },
    copyDisk,
  };
  return desk;
}

const isPlanned = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && /^SQLITE_(FULL|IOERR)/.test(String(cause.code));

/** A printer that takes everything, and paper that looks the same whatever is on it: printing is another subject. */
const printless: DeskPorts = {
  renderPdf: () => Promise.resolve(new TextEncoder().encode('%PDF')),
  print: () => Promise.resolve({ ok: true }),
  secrets: { seal: (plain) => Promise.resolve(plain), open: (sealed) => Promise.resolve(sealed) },
};
