import { unreachable } from '../../shared/result.ts';
import type { Tally } from './faults.ts';
import type { Prng } from './prng.ts';
import type { SimDistrict, WireAnswer, WireRequest } from './sim-district.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What a line is like for a while. */
export const weathers = {
  good: 35,
  poor: 35,
  down: 12,
  'half-open': 6,
  portal: 6,
  'server-error': 6,
} as const;
export type Weather = keyof typeof weathers;

/** What becomes of one request on a poor line. */
const fates = {
  through: 40,
  dropped: 8,
  'answer-lost': 10,
  'cut-request': 6,
  'cut-answer': 8,
  'short-answer': 4,
  repeated: 8,
  slow: 6,
  silent: 2,
  bent: 3,
  stale: 3,
} as const;

export interface Line {
  readonly fetch: typeof globalThis.fetch;
  weather: Weather;
  /** Answers of this line so far; for the report and for whoever compares two worlds. */
  readonly transcript: string[];
}

const portals = [
  '<html>Đăng nhập Wi-Fi</html>',
  '{"protocol":1,"status":"ack"}',
  '{"success":true}',
  '',
] as const;

/** One desk's way to the district. */
export function openLine(time: VirtualTime, chance: Prng, district: SimDistrict, tally: Tally): Line {
  const answered = new Map<string, WireAnswer>();
  const transcript: string[] = [];

  const later = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      time.after(ms, resolve);
    });

  /** The request arrives at one of the two servers and is worked off before anything else happens. */
  const arrive = (request: WireRequest, ms: number): Promise<WireAnswer> =>
    new Promise((resolve, reject) => {
      time.after(ms, async () => {
        const server = chance.chance(0.5) ? 0 : 1;
        try {
          const answer = await district.handle(server, request);
          transcript.push(`${request.target} ${answer?.status ?? 'died'}`);
          if (answer === null) return reject(lineError('ECONNRESET'));
          if (answer.status === 200 && request.method === 'GET') answered.set(request.target, answer);
          resolve(answer);
        } catch {
          reject(lineError('ECONNREFUSED'));
        }
      });
    });

  const latency = (): number => chance.between(15, 120);

  const poor = async (request: WireRequest): Promise<Response> => {
    const fate = chance.weighted(fates);
    tally.count(`line:${fate}`);
    switch (fate) {
      case 'through':
        return answerOf(await arrive(request, latency()));
      case 'dropped':
        await later(latency());
        throw lineError('ECONNRESET');
      case 'answer-lost':
        await arrive(request, latency());
        throw lineError('ECONNRESET');
      case 'cut-request': {
        const body = request.body.slice(0, chance.int(request.body.length + 1));
        await arrive({ ...request, body }, latency());
        throw lineError('ECONNRESET');
      }
      case 'cut-answer':
        return cutAnswer(await arrive(request, latency()));
      case 'short-answer': {
        const answer = await arrive(request, latency());
        return answerOf({ ...answer, body: answer.body.slice(0, chance.int(answer.body.length)) });
      }
      case 'repeated': {
        // The line brings it once more, at any time: after newer ones, after a restart, after the answer.
        void arrive(request, chance.between(0, 90_000)).catch(() => {});
        return answerOf(await arrive(request, latency()));
      }
      case 'slow': {
        const answer = await arrive(request, chance.between(500, 50_000));
        await later(chance.between(0, 50_000));
        return answerOf(answer);
      }
      case 'silent':
        return await new Promise(() => {});
      case 'bent':
        return answerOf(bent(await arrive(request, latency())));
      case 'stale':
        return answerOf(answered.get(request.target) ?? (await arrive(request, latency())));
      default:
        return unreachable(fate);
    }
  };

  const send = async (request: WireRequest): Promise<Response> => {
    if (line.weather !== 'good' && line.weather !== 'poor') tally.count(`line:${line.weather}`);
    switch (line.weather) {
      case 'good':
        return answerOf(await arrive(request, latency()));
      case 'poor':
        return poor(request);
      case 'down':
        await later(chance.between(1, 3000));
        throw lineError('ENETUNREACH');
      case 'half-open':
        if (chance.chance(0.5)) void arrive(request, latency()).catch(() => {});
        return await new Promise(() => {});
      case 'portal':
        await later(latency());
        return answerOf({ status: chance.chance(0.8) ? 200 : 302, body: chance.pick(portals) });
      case 'server-error':
        await later(latency());
        return answerOf({ status: chance.pick([500, 502, 503]), body: 'Bad gateway' });
      default:
        return unreachable(line.weather);
    }
  };

  /** A connection that does not even hear that it was given up; its answer comes when nobody waits for it. */
  const deaf = async (request: WireRequest): Promise<Response> => {
    tally.count('line:deaf');
    const answer = await arrive(request, latency());
    await later(chance.between(61_000, 200_000));
    return answerOf(answer);
  };

  const line: Line = {
    weather: 'good',
    transcript,
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const request: WireRequest = {
        method: init?.method === 'POST' ? 'POST' : 'GET',
        target: url.pathname + url.search,
        headers: init?.headers as Record<string, string>,
        body: typeof init?.body === 'string' ? init.body : '',
      };
      const { signal } = init ?? {};
      if (line.weather === 'poor' && chance.chance(0.02)) return deaf(request);
      const answer = send(request);
      // Someone who has gone away hears of the end, and the answer goes nowhere.
      const gone = new Promise<never>((_, reject) => {
        signal?.addEventListener('abort', () => reject(lineError('ABORT_ERR')), { once: true });
      });
      return Promise.race([answer, gone]);
    },
  };
  return line;
}

const lineError = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

const answerOf = ({ status, body }: WireAnswer): Response =>
  ({ status, text: () => Promise.resolve(body) }) as Response;

const cutAnswer = ({ status }: WireAnswer): Response =>
  ({ status, text: () => Promise.reject(lineError('UND_ERR_SOCKET')) }) as Response;

/** Somebody on the way changes what the district said: a signature, a verdict, or a row that is not there. */
const bent = ({ status, body }: WireAnswer): WireAnswer => ({
  status,
  body: body
    .replace(/"sig":"(.)/, (_, first: string) => `"sig":"${first === 'A' ? 'B' : 'A'}`)
    .replace('"outcome":"accepted","code":""', '"outcome":"rejected","code":"bent"')
    .replace(/"rows":\[\{[^}]*\},/, '"rows":['),
});
