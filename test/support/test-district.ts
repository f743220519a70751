import { createDemoCommune, demoStream } from '../../district/demo.ts';
import { type OpenDistrict, openDistrict } from '../../district/open-district.ts';
import type { Figures } from './figures.ts';
import { countedIds, type HandClock } from './test-desk.ts';

type Fetch = typeof globalThis.fetch;

/** What the line between a desk and the district does to the next requests. */
export type LineTrouble =
  | 'none'
  | 'down'
  /** The request arrives, its answer does not. */
  | 'answer-lost'
  /** A hotel's page with status 200 instead of an answer. */
  | 'portal'
  /** Somebody on the way changes what the district said. */
  | 'bent-answer'
  | 'server-error';

export interface TestLine {
  readonly fetch: Fetch;
  trouble: LineTrouble;
  /** Requests that reached the district. */
  readonly arrived: string[];
}

export interface TestDistrict {
  /** The one that runs now; another one after `replace`. */
  readonly district: OpenDistrict;
  readonly codes: readonly string[];
  readonly line: () => TestLine;
  /** Stops the district, lets `change` work on its folder and starts it again. */
  readonly replace: (change: () => void) => Promise<void>;
  readonly figures: () => Promise<Figures>;
}

/** A district in this process with the demo commune. @param dataDir null for one in memory */
export async function openTestDistrict(
  clock: HandClock,
  dataDir: string | null = null,
): Promise<TestDistrict> {
  const open = (): Promise<OpenDistrict> =>
    openDistrict({
      place: { kind: 'pglite', dataDir },
      clock: () => clock.nowMs,
      newId: countedIds(0xdddd),
      training: true,
      log: () => {},
    });
  let district = await open();
  const { codes } = await createDemoCommune(district.db);
  return {
    get district() {
      return district;
    },
    codes,
    line: () => openLine(() => district),
    async replace(change) {
      await district.close();
      change();
      district = await open();
    },
    figures: async () => (await district.app.inject(`/v1/streams/${demoStream}/digest`)).json<Figures>(),
  };
}

export const districtUrl = 'http://district.test';

/** `fetch` over the district's own request handling, without a socket. */
function openLine(district: () => OpenDistrict): TestLine {
  const line: { fetch: Fetch; trouble: LineTrouble; arrived: string[] } = {
    trouble: 'none',
    arrived: [],
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (line.trouble === 'down') throw new TypeError('fetch failed', { cause: lineDown() });
      if (line.trouble === 'portal') return new Response('<html>Đăng nhập Wi-Fi</html>', { status: 200 });
      if (line.trouble === 'server-error') return new Response('Bad gateway', { status: 502 });
      line.arrived.push(`${init?.method ?? 'GET'} ${url.pathname}`);
      const answer = await district().app.inject({
        method: init?.method === 'POST' ? 'POST' : 'GET',
        url: url.pathname + url.search,
        headers: { ...(init?.headers as Record<string, string>) },
        ...(typeof init?.body === 'string' ? { payload: init.body } : {}),
      });
      if (line.trouble === 'answer-lost') throw new TypeError('fetch failed', { cause: lineDown() });
      const bent = line.trouble === 'bent-answer' ? bend(answer.body) : answer.body;
      return new Response(bent, { status: answer.statusCode });
    },
  };
  return line;
}

/** The ack's signature, or the verdict of every row of a feed page. */
const bend = (body: string): string =>
  body
    .replace(/"sig":"(.)/, (_, first: string) => `"sig":"${first === 'A' ? 'B' : 'A'}`)
    .replaceAll('"outcome":"accepted","code":""', '"outcome":"rejected","code":"bent"');

const lineDown = (): Error => Object.assign(new Error('reset'), { code: 'ECONNRESET' });
