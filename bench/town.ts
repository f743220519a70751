import type { Desk } from '../desk/desk.ts';
import { openDesk } from '../desk/open-desk.ts';
import type { DeskWorld } from '../desk/ports.ts';
import { createDemoCommune } from '../district/demo.ts';
import { openDistrict } from '../district/open-district.ts';
import { epochOf, moment } from '../shared/domain/base/local-date.ts';
import { idAt, prng } from './prng.ts';

/** A clock that stands until it is moved. */
export interface BenchClock {
  nowMs: number;
}

export const clockAt = (local: string): BenchClock => ({ nowMs: epochOf(moment(local)) });

const districtUrl = 'http://district.test';

/** A desk whose printer is away until it closes: nothing but what is asked of it runs. */
export async function openBenchDesk(
  dataDir: string,
  clock: BenchClock,
  given: Partial<DeskWorld> = {},
): Promise<Desk> {
  const closing = Promise.withResolvers<Uint8Array>();
  const world = openBenchWorld(dataDir, clock, given);
  const ports = { ...world.ports, renderPdf: () => closing.promise };
  const desk = await openDesk({ ...world, ports });
  return {
    ...desk,
    close: () => {
      closing.resolve(new Uint8Array());
      return desk.close();
    },
  };
}

/** No line, no printer, no timers of its own: what is measured is the desk. */
export function openBenchWorld(
  dataDir: string,
  clock: BenchClock,
  given: Partial<DeskWorld> = {},
): DeskWorld {
  const draw = prng(5);
  return {
    dataDir,
    clock: () => clock.nowMs,
    monotonic: () => performance.now(),
    utcOffsetMinutes: () => 420,
    newId: () => idAt(clock.nowMs, draw),
    random: () => 0.5,
    fetch: () => Promise.reject(new TypeError('no line')),
    timers: { after: () => () => {} },
    network: { onUp: () => () => {} },
    ports: {
      renderPdf: () => Promise.resolve(new Uint8Array()),
      print: () => Promise.resolve({ ok: true }),
      secrets: { seal: async (plain) => plain, open: async (sealed) => sealed },
    },
    demo: false,
    report: (cause) => console.error(cause),
    ...given,
  };
}

/** Enrols a new data folder as counter 1 of the demo commune, with its officers and editions. */
export async function enrolFolder(dataDir: string, clock: BenchClock): Promise<void> {
  const draw = prng(9);
  const district = await openDistrict({
    place: { kind: 'pglite', dataDir: null },
    clock: () => clock.nowMs,
    newId: () => idAt(clock.nowMs, draw),
    training: true,
    log: () => {},
  });
  const { codes } = await createDemoCommune(district.db);
  const desk = await openBenchDesk(dataDir, clock, { fetch: injected(district.app) });
  const connection = desk.connect();
  const answer = await connection.dispatch('desk.enrol', {
    districtUrl,
    code: codes[0],
    deviceName: 'Quầy 1',
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  await desk.close();
  await district.close();
}

type App = Awaited<ReturnType<typeof openDistrict>>['app'];

/** `fetch` over the district's own request handling, without a socket. */
const injected =
  (app: App): DeskWorld['fetch'] =>
  async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const answer = await app.inject({
      method: (init?.method ?? 'GET') as 'GET',
      url: url.pathname + url.search,
      headers: Object.fromEntries(new Headers(init?.headers)),
      ...(init?.body === undefined || init.body === null ? {} : { payload: init.body as string }),
    });
    return new Response(answer.body, {
      status: answer.statusCode,
      headers: answer.headers as HeadersInit,
    });
  };
