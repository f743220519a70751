import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DeskHost, serveDesk } from '../../../desk/browser-shell/http-host.ts';
import { openFakeDesk } from '../../support/fake-desk.ts';

const rendererDir = join(import.meta.dirname, '../../electron-host/fixture/page');

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

let fake: ReturnType<typeof openFakeDesk>;
let host: DeskHost;

beforeEach(async () => {
  fake = openFakeDesk();
  host = await serveDesk({ desk: fake.desk, rendererDir, port: 0 });
});
afterEach(() => host.close());

/** As written: no client tidies the path or sets a header of its own. */
function send(path: string, { method = 'GET', headers = {}, body = '' }: Sent = {}): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const sent = request({ host: '127.0.0.1', port: new URL(host.origin).port, path, method, headers });
  sent.once('error', reject).once('response', (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    response.once('error', reject);
    response.once('end', () =>
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
    );
  });
  sent.end(body);
  return promise;
}

const enter = (url: string): Promise<Reply> => send(url.slice(host.origin.length));

async function comeIn(url = host.url): Promise<string> {
  const reply = await enter(url);
  return reply.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

const callAs = (
  cookie: string,
  name: string,
  input: unknown,
  over: Record<string, string> = {},
): Promise<Reply> =>
  send('/call', {
    method: 'POST',
    headers: { cookie, origin: host.origin, 'content-type': 'application/json', ...over },
    body: JSON.stringify({ name, input }),
  });

test('a token is exchanged for a cookie that no script and no other site can use', async () => {
  const reply = await enter(host.url);
  expect(reply.status).toBe(303);
  expect(reply.headers.location).toBe('/');
  expect(reply.headers['set-cookie']?.[0]).toMatch(
    /^desk-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
  );
});

test('a token lets in once; an invitation makes another', async () => {
  await comeIn();
  expect((await enter(host.url)).status).toBe(403);
  expect((await enter(host.invite())).status).toBe(303);
});

test('each session is a connection of its own: officers do not share a sign-in', async () => {
  const [first, second] = [await comeIn(), await comeIn(host.invite())];
  await callAs(first, 'session.signIn', { officer: 'trang' });
  expect(JSON.parse((await callAs(first, 'desk.view', {})).body)).toEqual({
    answer: { ok: true, value: { officer: 'trang' } },
  });
  expect(JSON.parse((await callAs(second, 'desk.view', {})).body)).toEqual({
    answer: { ok: true, value: { officer: null } },
  });
});

test('what the desk declines is an answer, a bug is a fault', async () => {
  const cookie = await comeIn();
  const declined = await callAs(cookie, 'dossier.get', { id: 'x' });
  expect(declined.status).toBe(200);
  expect(JSON.parse(declined.body)).toEqual({
    answer: { ok: false, error: [{ code: 'dossier-unknown', field: 'id' }] },
  });
  const fault = await callAs(cookie, 'print.retry', {});
  expect(fault.status).toBe(500);
  expect(JSON.parse(fault.body)).toEqual({ fault: 'a bug in the desk' });
});

const signed = { cookie: true, origin: true, json: true };
test.each([
  { name: 'a name rebound to 127.0.0.1', status: 421, headers: { host: 'evil.example' }, ...signed },
  { name: 'localhost instead of the address', status: 421, headers: { host: 'localhost' }, ...signed },
  { name: 'no cookie', status: 403, ...signed, cookie: false },
  { name: 'a made-up cookie', status: 403, headers: { cookie: 'desk=AAAA' }, ...signed, cookie: false },
  { name: 'a foreign origin', status: 403, headers: { origin: 'https://evil.example' }, ...signed },
  { name: 'the origin of another port', status: 403, headers: { origin: 'http://127.0.0.1:1' }, ...signed },
  { name: 'no origin at all', status: 403, ...signed, origin: false },
  { name: 'a form instead of JSON', status: 415, headers: { 'content-type': 'text/plain' }, ...signed },
  { name: 'no content type', status: 415, ...signed, json: false },
  { name: 'another method', status: 405, method: 'PUT', ...signed },
  { name: 'what is not JSON', status: 400, body: '{"name":', ...signed },
  { name: 'what is not a call', status: 400, body: '["desk.view"]', ...signed },
  { name: 'a field too many', status: 400, body: '{"name":"desk.view","input":{},"as":"admin"}', ...signed },
])('refuses $name with $status', async (attack: Sent & typeof signed & { status: number }) => {
  const cookie = await comeIn();
  const reply = await send('/call', {
    method: attack.method ?? 'POST',
    headers: {
      ...(attack.cookie ? { cookie } : {}),
      ...(attack.origin ? { origin: host.origin } : {}),
      ...(attack.json ? { 'content-type': 'application/json' } : {}),
      ...attack.headers,
    },
    body: attack.body ?? '{"name":"desk.view","input":{}}',
  });
  expect(reply.status).toBe(attack.status);
  expect(reply.body).not.toContain('officer');
});

test('a rebound name gets nothing even at the door', async () => {
  const reply = await send(host.url.slice(host.origin.length), { headers: { host: 'evil.example' } });
  expect(reply.status).toBe(421);
  expect((await enter(host.url)).status, 'the token is still good').toBe(303);
});

test.each([
  '/../http-host.test.ts',
  '/..%2fhttp-host.test.ts',
  '/%2e%2e/%2e%2e/package.json',
  '/..\\..\\package.json',
  '//etc/passwd',
  '/./index.html/../../shell.test.ts',
  '/index.html%00.js',
  '/INDEX.HTML',
  '/missing.js',
])('a path that is not in the manifest does not exist: %s', async (path) => {
  const reply = await send(path, { headers: { cookie: await comeIn() } });
  expect([400, 404]).toContain(reply.status);
  expect(reply.body).toBe('');
});

test('screens are served only to those who are in, under a policy that keeps them to this host', async () => {
  expect((await send('/index.html')).status).toBe(403);
  const reply = await send('/', { headers: { cookie: await comeIn() } });
  expect(reply.status).toBe(200);
  expect(reply.body).toContain('<title>Trang thử</title>');
  expect(reply.headers['content-security-policy']).toContain("connect-src 'self'");
  expect(reply.headers['content-security-policy']).not.toMatch(/unsafe|https?:/);
  expect(reply.headers['x-content-type-options']).toBe('nosniff');
});

test.each([
  { name: 'says so beforehand', headers: {} },
  { name: 'does not say so', headers: { 'transfer-encoding': 'chunked' } },
])('a body over 1 MiB is not read to its end when it $name', async ({ headers }) => {
  const cookie = await comeIn();
  const reply = await callAs(cookie, 'desk.view', 'x'.repeat(1024 * 1024), headers);
  expect(reply.status).toBe(413);
});

test('a body that trickles in is cut off', async () => {
  await host.close();
  host = await serveDesk({ desk: fake.desk, rendererDir, port: 0, arrivalLimitMs: 300 });
  const cookie = await comeIn();
  const socket = connect(Number(new URL(host.origin).port), '127.0.0.1');
  socket.write(
    `POST /call HTTP/1.1\r\nHost: ${host.origin.slice(7)}\r\nOrigin: ${host.origin}\r\nCookie: ${cookie}\r\n` +
      'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
  );
  const trickle = setInterval(() => socket.write(' '), 50);
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const closed = Promise.withResolvers<void>();
  socket.on('error', () => undefined).once('close', () => closed.resolve());
  await closed.promise;
  clearInterval(trickle);
  expect(said).toMatch(/^HTTP\/1.1 408/);
});

test('events reach every open stream, and a stream that ends is forgotten', async () => {
  const cookie = await comeIn();
  const stream = request({
    host: '127.0.0.1',
    port: new URL(host.origin).port,
    path: '/events',
    headers: { cookie },
  });
  const heard = Promise.withResolvers<string>();
  stream.once('response', (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (part: string) => {
      if (text === '') fake.emit('dossiers.changed', { ids: ['d-1'] });
      text += part;
      if (text.includes('data:')) heard.resolve(text);
    });
    response.once('error', () => undefined);
  });
  stream.end();
  expect(await heard.promise).toContain('data: {"name":"dossiers.changed","value":{"ids":["d-1"]}}\n\n');
  stream.once('error', () => undefined).destroy();
  await expect.poll(fake.listening).toBe(0);
});

test('closing lets every connection go', async () => {
  await comeIn();
  await comeIn(host.invite());
  expect(fake.connections()).toBe(2);
  await host.close();
  expect(fake.connections()).toBe(0);
});
