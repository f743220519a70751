import { describe, expect, test } from 'vitest';
import { askToEnrol, pull } from '../../../desk/sync/district-client.ts';
import { genesisHash } from '../../../shared/protocol/event.ts';
import { protocolVersion } from '../../../shared/protocol/version.ts';
import { lone } from '../../support/sync-stores.ts';

const never = new AbortController().signal;
const page = {
  protocol: protocolVersion,
  status: 'page',
  after: 0,
  rows: [],
  runningHash: genesisHash,
  feedHead: 0,
  serverTime: '2026-11-20T02:00:00.000Z',
};
const problem = (code: string) => ({ protocol: protocolVersion, status: 'problem', code, title: 'x' });

type Answering = typeof globalThis.fetch;
const saying =
  (status: number, body: unknown): Answering =>
  () =>
    Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));
const failing =
  (cause: unknown): Answering =>
  () =>
    Promise.reject(cause);
const reset = new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) });

describe('what an answer is', () => {
  test.each([
    { name: 'a page is a page', fetch: saying(200, page), fault: null },
    {
      name: 'a page with another status is none',
      fetch: saying(203, page),
      fault: { kind: 'captive-portal', detail: 'HTTP 203' },
    },
    {
      name: 'a hotel’s page with status 200 is a portal',
      fetch: saying(200, '<html>'),
      fault: { kind: 'captive-portal', detail: 'HTTP 200' },
    },
    {
      name: 'a redirect is a portal',
      fetch: saying(302, ''),
      fault: { kind: 'captive-portal', detail: 'HTTP 302' },
    },
    {
      name: '499 is still somebody on the way',
      fetch: saying(499, ''),
      fault: { kind: 'captive-portal', detail: 'HTTP 499' },
    },
    {
      name: '500 is a server that broke',
      fetch: saying(500, ''),
      fault: { kind: 'server-error', detail: 'HTTP 500' },
    },
    {
      name: 'busy is a server to be asked again',
      fetch: saying(503, problem('busy')),
      fault: { kind: 'server-error', detail: 'busy' },
    },
    {
      name: 'a problem is the district’s own word, whatever the status',
      fetch: saying(500, problem('device-revoked')),
      fault: { kind: 'problem', code: 'device-revoked', detail: 'x' },
    },
    {
      name: 'a line that breaks says how',
      fetch: failing(reset),
      fault: { kind: 'offline', detail: 'ECONNRESET' },
    },
    {
      name: 'a line that breaks otherwise says what it is called',
      fetch: failing(new TypeError('no line')),
      fault: { kind: 'offline', detail: 'TypeError' },
    },
    {
      name: 'whatever else is thrown is a line too',
      fetch: failing('gone'),
      fault: { kind: 'offline', detail: 'unknown' },
    },
  ])('$name', async ({ fetch, fault }) => {
    const answer = await pull(fetch, lone, 0, never);
    expect(answer.ok ? null : answer.error).toEqual(fault);
  });
});

test('a question is signed, follows no redirect and carries no body', async () => {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const fetch: Answering = (url, init) => {
    asked.push({ url: url instanceof URL ? url.href : '', init });
    return Promise.resolve(Response.json(page));
  };
  await pull(fetch, lone, 7, never);
  const [one] = asked;
  expect(one?.url).toMatch(/^http:\/\/district\.test\/v1\/feed\?after=7&limit=\d+$/);
  expect(one?.init).toMatchObject({ method: 'GET', redirect: 'manual', signal: never });
  expect(one?.init?.body).toBeUndefined();
  expect(Object.keys(one?.init?.headers ?? {}).toSorted()).toEqual([
    'content-digest',
    'signature',
    'signature-input',
  ]);
});

describe('enrolling says', () => {
  test.each([
    { fetch: failing(reset), code: 'district-unreachable' },
    { fetch: saying(502, ''), code: 'district-unreachable' },
    { fetch: saying(200, '<html>'), code: 'not-the-district' },
    { fetch: saying(403, problem('code-unknown')), code: 'enrol-code-unknown' },
    { fetch: saying(403, problem('code-used')), code: 'enrol-code-used' },
    { fetch: saying(426, problem('protocol-too-old')), code: 'update-needed' },
    { fetch: saying(503, problem('not-durable')), code: 'district-not-durable' },
    { fetch: saying(403, problem('device-revoked')), code: 'district-refused' },
  ])('$code', async ({ fetch, code }) => {
    const request = { code: '123456789', publicKey: 'x', deviceName: 'Quầy 1' };
    expect(await askToEnrol(fetch, 'http://district.test', request)).toMatchObject({
      ok: false,
      error: { code },
    });
  });
});
