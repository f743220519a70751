import { hash } from '@node-rs/argon2';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../district/app.ts';
import { demoAgency, demoStream } from '../../district/demo.ts';
import { districtKeys } from '../../district/keys.ts';
import { putOfficer } from '../../district/machine/officers.ts';
import { appendRows, lockStream } from '../../district/sync/feed-log.ts';
import { addEnrolmentCode, createStream } from '../../district/sync/streams.ts';
import type { DistrictWorld } from '../../district/world.ts';
import { instantFromEpoch } from '../../shared/domain/base/local-date.ts';
import type { OfficerRecord } from '../../shared/protocol/bodies.ts';
import { countedIds } from '../support/test-desk.ts';
import type { Tally } from './faults.ts';
import type { SimStore } from './sim-store.ts';

export interface WireRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface WireAnswer {
  readonly status: number;
  readonly body: string;
}

/** Two servers in front of one store. They die and come back; the store may come back older than it was. */
export interface SimDistrict {
  readonly store: SimStore;
  /** Null when nobody answers any more. @throws Error when the server is down */
  readonly handle: (server: 0 | 1, request: WireRequest) => Promise<WireAnswer | null>;
  readonly setUp: (server: 0 | 1, up: boolean) => void;
  /** At the `nth` statement from now the server dies (no answer) or its disk fails (an answer of no use). */
  readonly arm: (fault: 'crash' | 'disk', nth: number) => void;
  readonly disarm: () => void;
  readonly takeBackup: () => Promise<void>;
  /** @returns false when there is no backup */
  readonly restore: () => Promise<boolean>;
  /** Sends a row down the feed that no desk of this version can read. */
  readonly publishUnknown: (body: string) => Promise<void>;
  readonly changeOfficer: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const simOfficers = [
  { id: 'trang', name: 'Đỗ Thu Trang', roles: ['reception', 'specialist'] },
  { id: 'quy', name: 'Nguyễn Văn Quý', roles: ['leader', 'supervisor'] },
] as const satisfies readonly Pick<OfficerRecord, 'id' | 'name' | 'roles'>[];

export const simPin = '135790';

/** Strong enough for nobody: verifiers name their own cost, and a simulation signs in thousands of times. */
const cheapVerifier = (): Promise<string> => hash(simPin, { memoryCost: 8, timeCost: 1, parallelism: 1 });

const codeOf = (digit: number): string => `10000000${digit}`;

export async function openSimDistrict(
  store: SimStore,
  clock: () => number,
  desks: number,
  tally: Tally,
): Promise<SimDistrict & { readonly codes: readonly string[] }> {
  const { db } = store;
  const pinVerifier = await cheapVerifier();
  const digits = Array.from({ length: desks }, (_, index) => index + 1);
  const put = (officer: (typeof simOfficers)[number], name: string): Promise<void> =>
    db
      .transaction()
      .execute((tx) =>
        putOfficer(
          tx,
          demoStream,
          { ...officer, name, roles: [...officer.roles], pinVerifier, active: true },
          instantFromEpoch(clock()),
        ),
      );
  await createStream(db, demoStream, demoAgency());
  for (const officer of simOfficers) await put(officer, officer.name);
  for (const digit of digits) {
    const desk = { stream: demoStream, deskDigit: digit, deskName: `Quầy ${digit}` };
    await addEnrolmentCode(db, codeOf(digit), desk);
  }

  const newId = countedIds(0xdddd);
  const world: DistrictWorld = {
    db,
    clock,
    keys: await districtKeys(db),
    newId,
    durable: true,
    training: true,
    log: () => {},
  };
  const servers: [FastifyInstance, FastifyInstance] = [buildApp(world), buildApp(world)];
  const up: [boolean, boolean] = [true, true];
  let armed: { readonly fault: 'crash' | 'disk'; left: number } | null = null;
  let died = false;
  let serving = false;
  let backup: (() => Promise<void>) | null = null;

  store.onStatement = (sql) => {
    // A dead process sends nothing more to its database, which rolls back by itself.
    if (died && sql !== 'rollback') throw new Error('This server is dead');
    if (!serving || armed === null || armed.left-- > 0) return;
    const { fault } = armed;
    armed = null;
    tally.count(`district:${fault}`);
    died = fault === 'crash';
    throw new Error(fault === 'crash' ? 'The server dies here' : 'could not write to file: No space left');
  };

  const district: SimDistrict = {
    store,
    async handle(server, { method, target, headers, body }) {
      if (!up[server]) throw new Error('ECONNREFUSED');
      const payload = method === 'POST' ? { payload: body } : {};
      serving = true;
      const answer = await servers[server].inject({
        method,
        url: target,
        headers: { ...headers },
        ...payload,
      });
      serving = false;
      if (!died) return { status: answer.statusCode, body: answer.body };
      died = false;
      servers[server] = buildApp(world);
      return null;
    },
    setUp: (server, isUp) => {
      up[server] = isUp;
    },
    arm: (fault, nth) => {
      armed = { fault, left: nth };
    },
    disarm: () => {
      armed = null;
    },
    async takeBackup() {
      backup = await store.backup();
    },
    async restore() {
      if (backup === null) return false;
      await backup();
      backup = null;
      return true;
    },
    publishUnknown: (body) =>
      db.transaction().execute(async (tx) => {
        const stream = await lockStream(tx, demoStream);
        await appendRows(tx, stream, [{ kind: 'simulated.unknown', body, verdict: null }]);
      }),
    changeOfficer: (name) => put(simOfficers[1], name),
    async close() {
      for (const server of servers) await server.close();
      await store.close();
    },
  };
  return { ...district, codes: digits.map(codeOf) };
}
