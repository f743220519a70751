import Sqlite from 'better-sqlite3';

/** How often each kind of fault struck; a kind that never struck was never tested. */
export interface Tally {
  readonly count: (kind: string) => void;
  readonly counts: () => Readonly<Record<string, number>>;
}

export function openTally(): Tally {
  const counts: Record<string, number> = {};
  return {
    count: (kind) => {
      counts[kind] = (counts[kind] ?? 0) + 1;
    },
    counts: () => counts,
  };
}

/** The places at which a process can die, by what has just been done and what has not. */
export const crashLabels = ['begin', 'read', 'write', 'commit', 'committed', 'request', 'answer'] as const;
export type CrashLabel = (typeof crashLabels)[number];

export type DiskFault = 'SQLITE_FULL' | 'SQLITE_IOERR';

/** What will befall one process: armed by the world, met on the way through its statements and requests. */
export interface Danger {
  /** Dies when it comes to `label` for the `nth` time from now, 0 for the next. */
  readonly armCrash: (label: CrashLabel, nth: number) => void;
  /** The disk fails from the `nth` statement on, for `times` statements. */
  readonly armDisk: (fault: DiskFault, nth: number, times: number) => void;
  readonly disarm: () => void;
  /** @throws SqliteError when the disk fails here */
  readonly pass: (label: CrashLabel) => void;
}

export function openDanger(tally: Tally, die: () => void): Danger {
  let crash: { readonly label: CrashLabel; left: number } | null = null;
  let disk: { readonly fault: DiskFault; left: number; times: number } | null = null;

  const passDisk = (label: CrashLabel): void => {
    // A full disk is still a disk that can be read.
    const harmless = disk?.fault === 'SQLITE_FULL' ? ['read', 'request', 'answer'] : ['request', 'answer'];
    if (disk === null || harmless.includes(label)) return;
    if (disk.left > 0) {
      disk.left -= 1;
      return;
    }
    const { fault } = disk;
    disk.times -= 1;
    if (disk.times <= 0) disk = null;
    tally.count(`disk:${fault}`);
    throw new Sqlite.SqliteError(
      fault === 'SQLITE_FULL' ? 'database or disk is full' : 'disk I/O error',
      fault,
    );
  };

  return {
    armCrash: (label, nth) => {
      crash = { label, left: nth };
    },
    armDisk: (fault, nth, times) => {
      disk = { fault, left: nth, times };
    },
    disarm() {
      crash = null;
      disk = null;
    },
    pass(label) {
      if (crash?.label === label && crash.left-- <= 0) {
        crash = null;
        tally.count(`crash:${label}`);
        die();
      }
      passDisk(label);
    },
  };
}
