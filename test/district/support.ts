import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { buildApp } from '../../district/app.ts';
import { demoAgency } from '../../district/demo.ts';
import { always } from '../../district/machine/officers.ts';
import { type OpenDistrict, openDistrict } from '../../district/open-district.ts';
import type { StorePlace } from '../../district/store.ts';
import { addEnrolmentCode, createStream } from '../../district/sync/streams.ts';
import type { LogEntry } from '../../district/world.ts';
import type { OfficerRecord } from '../../shared/protocol/bodies.ts';
import { canonical } from '../../shared/protocol/canonical.ts';
import { TestDevice } from './device.ts';

/** 2025-05-20 09:00 in Vietnam; the clock of every test. */
export const now = Date.parse('2025-05-20T02:00:00.000Z');

export interface TestDistrict {
  readonly open: OpenDistrict;
  readonly log: readonly LogEntry[];
  /** Another server in front of the same database. */
  readonly second: () => Promise<OpenDistrict>;
  /** A fresh commune, so that tests of one file do not meet. @returns its stream */
  readonly commune: () => Promise<string>;
  /** A one-time code for a counter. */
  readonly code: (stream: string, deskDigit?: number) => Promise<string>;
  /** An enrolled device with an empty chain. */
  readonly device: (stream?: string, deskDigit?: number) => Promise<TestDevice>;
}

/**
 * One district for a test file: PGlite in memory, or a database of its own on the PostgreSQL of `DATABASE_URL`,
 * dropped at the end.
 */
export function districtForFile(): TestDistrict {
  const log: LogEntry[] = [];
  const newId = idsFrom(1);
  const nextStream = counter(10_001);
  const nextCode = counter(200_000_001);
  const held: { open?: OpenDistrict; database?: OwnDatabase | null } = {};
  const options = {
    clock: () => now,
    newId,
    training: true,
    log: (entry: LogEntry) => void log.push(entry),
  };

  beforeAll(async () => {
    held.database = await ownDatabase(process.env['DATABASE_URL']);
    const place: StorePlace = held.database?.place ?? { kind: 'pglite', dataDir: null };
    held.open = await openDistrict({ place, ...options });
  }, 60_000);
  afterAll(async () => {
    await held.open?.close();
    await held.database?.drop();
  });

  const test: TestDistrict = {
    get open() {
      if (held.open === undefined) throw new Error('Not open yet');
      return held.open;
    },
    log,
    async second() {
      if (held.database) return openDistrict({ place: held.database.place, ...options });
      // The embedded engine has one connection: the second server shares it.
      const app = buildApp(test.open.world);
      return { ...test.open, app, close: () => app.close() };
    },
    async commune() {
      const id = String(nextStream());
      await createStream(test.open.db, id, demoAgency());
      // Known to the district without a row of the feed: most tests count those.
      await test.open.db
        .insertInto('officer_history')
        .values({ stream: id, id: 'trang', since: always, record: canonical(trang) })
        .execute();
      return id;
    },
    async code(stream, deskDigit = 1) {
      const code = String(nextCode());
      await addEnrolmentCode(test.open.db, code, { stream, deskDigit, deskName: `Quầy ${deskDigit}` });
      return code;
    },
    async device(stream, deskDigit = 1) {
      const code = await test.code(stream ?? (await test.commune()), deskDigit);
      return TestDevice.enrol(test.open.app, code);
    },
  };
  return test;
}

const trang: OfficerRecord = {
  id: 'trang',
  name: 'Đỗ Thu Trang',
  roles: ['reception'],
  pinVerifier: 'x',
  active: true,
};

/** UUIDv7 in order, the same in every run. */
export function idsFrom(first: number): () => string {
  const next = counter(first);
  return () => `0196eb00-0000-7000-8000-${next().toString(16).padStart(12, '0')}`;
}

function counter(first: number): () => number {
  let next = first;
  return () => next++;
}

interface OwnDatabase {
  readonly place: StorePlace;
  readonly drop: () => Promise<void>;
}

async function ownDatabase(serverUrl: string | undefined): Promise<OwnDatabase | null> {
  if (serverUrl === undefined || serverUrl === '') return null;
  const name = `district_test_${randomUUID().replaceAll('-', '')}`;
  const asAdmin = async (statement: string) => {
    const client = new Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await asAdmin(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    place: { kind: 'postgres', url: url.href },
    drop: () => asAdmin(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}
