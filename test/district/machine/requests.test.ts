import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { describe, expect, test } from 'vitest';
import { buildApp } from '../../../district/app.ts';
import type { Schema } from '../../../district/rows.ts';
import type { LogEntry } from '../../../district/world.ts';
import { problem } from '../../../shared/protocol/bodies.ts';
import { keyIdOf, signatureInput } from '../../../shared/protocol/request-signature.ts';
import { newKey, signedHeaders, TestDevice } from '../device.ts';
import { receive } from '../facts.ts';
import { fetchThrough } from '../fetch-through.ts';
import { districtForFile } from '../support.ts';

const district = districtForFile();

const jsonOf = async (answer: Response) => {
  const body: unknown = await answer.json();
  return () => body;
};

const codeOf = (answer: { json: () => unknown }) => problem.parse(answer.json()).code;

describe('a signed request', () => {
  test('is let in with and without a query', async () => {
    const device = await district.device();
    for (const url of ['/v1/feed', '/v1/feed?after=0', '/v1/feed?after=0&limit=2']) {
      expect((await device.send('GET', url)).statusCode, url).toBe(200);
    }
  });

  test('a known device with another key and an unknown device get nothing', async () => {
    const device = await district.device();
    const thief = new TestDevice(device.app, newKey(), device.enrolled);
    const unknown = { ...device.enrolled, device: '0196eb00-0000-7000-8000-ffffffffffff' };
    const stranger = new TestDevice(device.app, device.key, unknown);
    expect(codeOf(await thief.send('GET', '/v1/feed'))).toBe('bad-signature');
    expect(codeOf(await stranger.send('GET', '/v1/feed'))).toBe('unknown-device');
  });

  const otherInput = signatureInput(keyIdOf('0196eb00-0000-7000-8000-0000000000aa', 1));
  test.each([
    { name: 'no signature', tamper: { signature: undefined }, code: 'bad-signature' },
    { name: 'no input', tamper: { 'signature-input': undefined }, code: 'bad-signature' },
    { name: 'no digest', tamper: { 'content-digest': undefined }, code: 'bad-signature' },
    { name: 'digest of another body', tamper: { 'content-digest': 'sha-256=:AAAA:' }, code: 'bad-signature' },
    { name: 'another profile', tamper: { 'signature-input': 'desk=("@method")' }, code: 'bad-signature' },
    { name: 'another key id', tamper: { 'signature-input': otherInput }, code: 'unknown-device' },
    {
      name: 'a signature of zeros',
      tamper: { signature: `desk=:${'A'.repeat(86)}==:` },
      code: 'bad-signature',
    },
  ])('$name: refused with $code', async ({ tamper, code }) => {
    const device = await district.device();
    const answer = await device.send('GET', '/v1/feed', '', tamper);
    expect([answer.statusCode, codeOf(answer)]).toEqual([401, code]);
  });

  test.each([
    { name: 'another query', url: '/v1/feed?after=1' },
    { name: 'another path', url: '/v1/events' },
  ])('the signature does not carry over to $name', async ({ url }) => {
    const device = await district.device();
    const headers = signedHeaders(device, 'GET', '/v1/feed?after=0', '');
    const method = url === '/v1/events' ? 'POST' : 'GET';
    expect(codeOf(await district.open.app.inject({ method, url, headers }))).toBe('bad-signature');
  });

  test('a body changed on the way is refused', async () => {
    const device = await district.device();
    receive(device, 1);
    const headers = signedHeaders(device, 'POST', '/v1/events', JSON.stringify(device.batch()));
    const payload = { ...device.batch(), fromSeq: 2 };
    const answer = await district.open.app.inject({ method: 'POST', url: '/v1/events', headers, payload });
    expect(codeOf(answer)).toBe('bad-signature');
  });

  test('a device cannot hand in the chain of another one of its commune', async () => {
    const stream = await district.commune();
    const [mine, other] = [await district.device(stream, 1), await district.device(stream, 2)];
    receive(other, 1);
    expect(codeOf(await mine.post(other.batch()))).toBe('bad-signature');
    expect((await mine.feed()).feedHead).toBe(0);
  });

  test('a revoked epoch may neither push nor read', async () => {
    const device = await district.device();
    receive(device, 1);
    await district.open.db.updateTable('device').set({ revoked: true }).where('id', '=', device.id).execute();
    const answers = [await device.post(device.batch()), await device.send('GET', '/v1/feed')];
    expect(answers.map((one) => [one.statusCode, codeOf(one)])).toEqual([
      [403, 'device-revoked'],
      [403, 'device-revoked'],
    ]);
  });
});

describe('what everybody is told', () => {
  test.each([
    { method: 'GET', url: '/', http: 404 },
    { method: 'GET', url: '/v1/nothing', http: 404 },
    { method: 'GET', url: '/v1/events', http: 404 },
    { method: 'GET', url: '/v1/feed', http: 401 },
    { method: 'POST', url: '/v1/events', http: 401 },
    { method: 'GET', url: '/v1/streams/99999/digest', http: 404 },
    { method: 'GET', url: '/v1/streams/x/digest', http: 404 },
  ] as const)('$method $url is a problem of the protocol, never a page', async ({ method, url, http }) => {
    const answer = await district.open.app.inject({ method, url });
    expect(answer.statusCode).toBe(http);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['cache-control']).toBe('no-store');
    problem.parse(answer.json());
  });

  test.each([
    {
      name: 'a form',
      headers: { 'content-type': 'text/html' },
      payload: '<form>',
      http: 415,
      code: 'bad-request',
    },
    {
      name: 'no JSON',
      headers: { 'content-type': 'application/json' },
      payload: '{"protocol":',
      http: 400,
      code: 'bad-request',
    },
    {
      name: 'more than 1 MiB',
      headers: { 'content-type': 'application/json' },
      payload: ' '.repeat(1024 * 1024 + 1),
      http: 413,
      code: 'too-large',
    },
  ])('$name in a body is refused with $code', async ({ headers, payload, http, code }) => {
    const answer = await district.open.app.inject({
      method: 'POST',
      url: '/v1/enrolments',
      headers,
      payload,
    });
    expect([answer.statusCode, codeOf(answer)]).toEqual([http, code]);
  });

  test.each([
    { protocol: 0, code: 'protocol-too-old' },
    { protocol: 2, code: 'protocol-too-new' },
    { protocol: 1, code: 'bad-request' },
  ])('a batch of another shape and protocol $protocol hears $code', async ({ protocol, code }) => {
    const device = await district.device();
    expect(codeOf(await device.post({ protocol, lines: 'other' }))).toBe(code);
  });

  test.each(['?after=-1', '?after=x', '?limit=0', '?limit=501', '?wait=26', '?other=1'])(
    'the feed refuses %s',
    async (query) => {
      const device = await district.device();
      expect(codeOf(await device.send('GET', `/v1/feed${query}`))).toBe('bad-request');
    },
  );

  test('health names the protocol and whether the store keeps its word', async () => {
    const answer = await district.open.app.inject({ url: '/v1/health' });
    const { durable } = district.open.world;
    expect(answer.json()).toEqual({ protocol: 1, status: 'ok', durable });
  });

  test('fetch in process is answered as over the line', async () => {
    const fetch = fetchThrough(district.open.app);
    const answer = await fetch('https://district.test/v1/health?x=1', { headers: { accept: '*/*' } });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await answer.json()).toMatchObject({ status: 'ok' });
    const posted = await fetch('https://district.test/v1/enrolments', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ protocol: 0 }),
    });
    expect(codeOf({ json: await jsonOf(posted) })).toBe('protocol-too-old');
  });

  test('a database that is gone is "busy", and the log does not quote it', async () => {
    const pool = new Pool({ connectionString: 'postgres://nobody:secret-word@127.0.0.1:1/none' });
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
    const log: LogEntry[] = [];
    const app = buildApp({ ...district.open.world, db, log: (entry) => void log.push(entry) });
    const answer = await app.inject({ url: '/v1/health' });
    expect([answer.statusCode, codeOf(answer)]).toEqual([503, 'busy']);
    expect(log.map(({ event }) => event)).toEqual(['fault', 'request']);
    expect(JSON.stringify(log)).toContain('ECONNREFUSED');
    expect(JSON.stringify(log)).not.toMatch(/secret-word|connect ECONNREFUSED/);
    await app.close();
  });

  test('the log names routes and outcomes, never people, bodies or queries', async () => {
    const device = await district.device();
    receive(device, 1);
    await device.push();
    await device.feed('?after=0&limit=7');
    const text = JSON.stringify(district.log);
    expect(district.log.at(-1)).toMatchObject({
      event: 'request',
      method: 'GET',
      route: '/v1/feed',
      http: 200,
    });
    for (const secret of ['Nguyễn', '001189012345', 'limit=7', device.id]) expect(text).not.toContain(secret);
  });
});
