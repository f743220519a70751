import type { Database } from 'better-sqlite3';
import { openProjections } from '../../db/dossier/projections.ts';
import { readIdentity } from '../../db/machine/identity.ts';
import { sha256 } from '../../desk/machine/keys.ts';
import { demoStream } from '../../district/demo.ts';
import { streamDigest } from '../../district/sync/digest.ts';
import { feedRowBytes } from '../../shared/protocol/bodies.ts';
import { genesisHash } from '../../shared/protocol/event.ts';
import { findDamage, projectionDigest } from '../support/desk-file.ts';
import type { Received } from './acts.ts';
import type { SimDesk } from './sim-desk.ts';
import type { World } from './world.ts';

/** Remembers what every officer was told, and holds the desks to it. */
export interface Witness {
  readonly watch: (desk: SimDesk) => void;
  readonly received: (desk: SimDesk, one: Received) => void;
  /** The officer has an answer: what the ledger holds now must be there for ever. */
  readonly acted: (desk: SimDesk) => void;
  readonly reopened: (desk: SimDesk) => void;
  readonly broken: () => readonly string[];
}

interface Promised {
  readonly desk: SimDesk;
  seq: number;
  hash: string;
  proven: number;
}

export function openWitness(): Witness {
  const promises: Promised[] = [];
  const broken: string[] = [];
  const of = (desk: SimDesk): Promised => {
    const one = promises.find((promise) => promise.desk === desk);
    if (one === undefined) throw new Error(`${desk.name} is not watched`);
    return one;
  };
  const acted = (desk: SimDesk): void => {
    const db = desk.database();
    if (db !== null) Object.assign(of(desk), chainEnd(db), { proven: provenSeq(db) });
  };
  return {
    watch: (desk) => {
      promises.push({ desk, seq: 0, hash: genesisHash, proven: 0 });
      acted(desk);
    },
    acted,
    received(desk, { id, code }) {
      acted(desk);
      const row = desk
        .database()
        ?.prepare<[string], { code: string }>('SELECT code FROM dossier WHERE id = ?')
        .get(id);
      if (row !== undefined && row.code !== code)
        broken.push(`${desk.name} said ${code} and stored ${row.code}`);
    },
    reopened(desk) {
      const db = desk.database();
      if (db === null) return;
      const promise = of(desk);
      if (hashAt(db, promise.seq) !== promise.hash)
        broken.push(`${desk.name} lost event ${promise.seq}, which an officer had an answer for`);
      if (provenSeq(db) < promise.proven)
        broken.push(`${desk.name} lost the proof of ${promise.proven} events`);
    },
    broken() {
      for (const { desk } of promises) {
        const [surprise] = desk.surprises.splice(0);
        if (surprise !== undefined) broken.push(`${desk.name} reports ${textOf(surprise)}`);
      }
      return broken.splice(0);
    },
  };
}

export const textOf = (cause: unknown): string =>
  cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);

function chainEnd(db: Database): { readonly seq: number; readonly hash: string } {
  const { device, epoch } = identityOf(db);
  const row = db
    .prepare<[string, number], { seq: number; hash: string }>(
      'SELECT seq, hash FROM event WHERE device = ? AND epoch = ? ORDER BY seq DESC LIMIT 1',
    )
    .get(device, epoch);
  return row ?? { seq: 0, hash: genesisHash };
}

function hashAt(db: Database, seq: number): string | null {
  if (seq === 0) return genesisHash;
  const { device, epoch } = identityOf(db);
  const row = db
    .prepare<[string, number, number], { hash: string }>(
      'SELECT hash FROM event WHERE device = ? AND epoch = ? AND seq = ?',
    )
    .get(device, epoch, seq);
  return row?.hash ?? null;
}

function ackOf(db: Database): { readonly proven: number; readonly held: number } {
  const { device, epoch } = identityOf(db);
  const row = db
    .prepare<[string, number], { proven: number; held: number }>(
      'SELECT last_seq AS proven, held_seq AS held FROM ack WHERE device = ? AND epoch = ?',
    )
    .get(device, epoch);
  return row ?? { proven: 0, held: 0 };
}

const provenSeq = (db: Database): number => ackOf(db).proven;

function identityOf(db: Database) {
  const identity = readIdentity(db);
  if (identity === null) throw new Error('The desk is not enrolled');
  return identity;
}

const openDatabaseOf = (desk: SimDesk): Database => {
  const db = desk.database();
  if (db === null) throw new Error(`${desk.name} is not running`);
  return db;
};

/** Two machines that both wrote at the same place of one chain. */
function isForked(world: World): boolean {
  if (world.twin === null || world.copied === null) return false;
  const [one, two] = [openDatabaseOf(world.copied.of), openDatabaseOf(world.twin)];
  const last = Math.min(chainEnd(one).seq, chainEnd(two).seq);
  return hashAt(one, last) !== hashAt(two, last);
}

const isFrozen = (world: World, desk: SimDesk): boolean =>
  isForked(world) && (desk === world.twin || desk === world.copied?.of);

/** How many events each desk still has to send. A chain that forked waits for a person and is not counted. */
export function queuesLeft(world: World): ReadonlyMap<string, number> {
  const left = new Map<string, number>();
  for (const desk of world.desks) {
    const db = openDatabaseOf(desk);
    const waiting = chainEnd(db).seq - ackOf(db).held;
    if (waiting !== 0 && !isFrozen(world, desk)) left.set(desk.name, waiting);
  }
  return left;
}

/** True when nothing is left to send or to fetch: more time would change nothing. */
export async function isQuiet(world: World): Promise<boolean> {
  if (isForked(world) || queuesLeft(world).size > 0) return false;
  const { db } = world.district.store;
  const head = await db.selectFrom('stream').select(['feed_seq', 'running_hash']).executeTakeFirstOrThrow();
  const { events } = (await streamDigest(db, demoStream)) ?? { events: 0 };
  const upToDate = world.desks.every((desk) => {
    const cursor = openDatabaseOf(desk)
      .prepare<[], { after: number; running_hash: string }>('SELECT after, running_hash FROM feed_cursor')
      .get();
    const same = cursor?.after === head.feed_seq && cursor.running_hash === head.running_hash;
    return same && countEvents(openDatabaseOf(desk)) === events;
  });
  return upToDate;
}

const countEvents = (db: Database): number =>
  db.prepare<[], { n: number }>('SELECT count(*) AS n FROM event').get()?.n ?? 0;

/** Everything that must hold when everything has been healthy for a while. */
export async function brokenAtEnd(world: World): Promise<readonly string[]> {
  const district = await readDistrict(world);
  const broken = [...world.witness.broken(), ...district.broken];
  for (const [name, waiting] of queuesLeft(world)) broken.push(`${name} still has ${waiting} events to send`);
  for (const desk of world.desks) {
    world.witness.reopened(desk);
    broken.push(...(await brokenAtDesk(world, desk, district)));
  }
  broken.push(...world.witness.broken(), ...(await brokenForks(world)));
  return broken;
}

interface DistrictEvent {
  readonly device: string;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
  readonly line: string;
  readonly feed_seq: number;
  readonly outcome: string;
  readonly code: string;
}

const placeOf = ({ device, epoch, seq }: { device: string; epoch: number; seq: number }): string =>
  `${device}.${epoch}.${seq}`;

async function readDistrict(world: World) {
  const { db } = world.district.store;
  const events = (await db.selectFrom('event').selectAll().orderBy('feed_seq').execute()) as DistrictEvent[];
  const feed = await db.selectFrom('feed').selectAll().orderBy('feed_seq').execute();
  const dossiers = await db.selectFrom('dossier').select(['id', 'code', 'due_at']).orderBy('id').execute();
  const digest = await streamDigest(db, demoStream);
  const broken: string[] = [];
  const inFeed = new Map(events.map((event) => [event.feed_seq, event]));
  let hash = genesisHash;
  for (const [index, row] of feed.entries()) {
    if (row.feed_seq !== index + 1) broken.push(`The feed has a gap before ${row.feed_seq}`);
    const event = inFeed.get(row.feed_seq);
    if ((row.kind === 'event') !== (event !== undefined))
      broken.push(`Feed row ${row.feed_seq} has no event of its own`);
    const verdict = event === undefined ? null : { outcome: event.outcome as 'accepted', code: event.code };
    const body = row.body ?? event?.line ?? '';
    hash = sha256(feedRowBytes(hash, { feedSeq: row.feed_seq, kind: row.kind, body, verdict }));
    if (hash !== row.running_hash) broken.push(`The running hash parts at ${row.feed_seq}`);
  }
  broken.push(...twice('an act', events.map(actOf)));
  broken.push(
    ...twice(
      'a number',
      dossiers.flatMap(({ code }) => code ?? []),
    ),
  );
  return { events, feed, dossiers, digest, broken };
}

type ReadDistrict = Awaited<ReturnType<typeof readDistrict>>;

/** What an officer did once: the event without its place in a chain. */
function actOf({ line }: DistrictEvent): string {
  const { seq: _seq, prevHash: _prevHash, basedOn, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const { dossier } = basedOn as { dossier: string };
  return JSON.stringify({ ...rest, dossier });
}

function twice(what: string, all: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return all.flatMap((one) => {
    if (seen.has(one)) return [`The district holds ${what} twice: ${one.slice(0, 300)}`];
    seen.add(one);
    return [];
  });
}

async function brokenAtDesk(world: World, desk: SimDesk, district: ReadDistrict): Promise<readonly string[]> {
  const db = openDatabaseOf(desk);
  const broken: string[] = [];
  const say = (text: string): void => void broken.push(`${desk.name}: ${text}`);
  const theirs = new Map(district.events.map((event) => [placeOf(event), event]));
  const frozen = isFrozen(world, desk);
  const { device, epoch } = identityOf(db);
  const { held } = ackOf(db);

  const damage = findDamage(db);
  if (damage !== null) say(`event ${damage} no longer has its hash`);
  const mine = db
    .prepare<[], DistrictEvent & { verdict: string | null; verdict_code: string | null }>(
      'SELECT device, epoch, seq, hash, line, feed_seq, verdict, verdict_code FROM event ORDER BY device, epoch, seq',
    )
    .all();
  for (const event of mine) {
    const their = theirs.get(placeOf(event));
    const own = event.device === device && event.epoch === epoch;
    if (own && event.seq <= held && their?.line !== event.line)
      say(`event ${event.seq} counts as sent and is not at the district`);
    if (frozen) continue;
    if (their?.line !== event.line) say(`event ${placeOf(event)} is not what the district holds`);
    else if (event.feed_seq !== their.feed_seq) say(`event ${placeOf(event)} has another place in the feed`);
    else if (event.verdict !== their.outcome || event.verdict_code !== their.code)
      say(`event ${placeOf(event)} has another verdict`);
  }
  if (frozen) return broken;
  if (mine.length !== district.events.length)
    say(`holds ${mine.length} events, the district ${district.events.length}`);

  const others = district.feed.filter(({ kind }) => kind !== 'event' && kind !== 'officer');
  const deferred = db.prepare<[], { body: string }>('SELECT body FROM deferred_row ORDER BY feed_seq').all();
  if (deferred.map(({ body }) => body).join('\n') !== others.map(({ body }) => body).join('\n'))
    say(`kept ${deferred.length} rows for a later version, the feed has ${others.length}`);

  const dues = db
    .prepare<[], { id: string; due: string }>('SELECT id, due_at AS due FROM dossier ORDER BY id')
    .all();
  const theirDues = district.dossiers.flatMap(({ id, due_at }) =>
    due_at === null ? [] : { id, due: due_at },
  );
  if (JSON.stringify(dues) !== JSON.stringify(theirDues)) say('has other due dates than the district');

  const digest = projectionDigest(db);
  if (digest !== district.digest?.digest) say('has another digest than the district');
  if (digest !== rebuiltDigest(db)) say('its projections are not what its events say');
  return broken;
}

/** What the projections would be if they were made again; they are left as they are. */
function rebuiltDigest(db: Database): string {
  db.exec('SAVEPOINT oracle');
  openProjections(db).rebuild();
  const digest = projectionDigest(db);
  db.exec('ROLLBACK TO oracle; RELEASE oracle');
  return digest;
}

/** A fork is found, its epoch frozen, its officers told; where there is none, nobody is accused. */
async function brokenForks(world: World): Promise<readonly string[]> {
  const { db } = world.district.store;
  const incidents = await db
    .selectFrom('incident')
    .select(['kind', 'device'])
    .where('kind', '=', 'fork')
    .execute();
  const frozen = (await db.selectFrom('device').select(['id', 'frozen']).execute()).filter(
    (one) => one.frozen,
  );
  if (!isForked(world)) {
    return incidents.length === 0 && frozen.length === 0 ? [] : ['A fork was found where there is none'];
  }
  const broken: string[] = [];
  if (incidents.length === 0) broken.push('A fork was not found');
  if (frozen.length === 0) broken.push('A forked chain was not frozen');
  const twins = world.desks.filter((desk) => isFrozen(world, desk));
  const views = await Promise.all(twins.map((desk) => desk.ask('trang', 'sync.view', {})));
  // The machine whose chain the district holds hears of it when it next has something to send.
  const told = views.some((view) => view?.ok === true && view.value.incident === 'fork');
  if (!told) broken.push('Nobody at the two machines is told of the fork');
  return broken;
}
