import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Desk, DeskConnection } from '../desk.ts';
import { type PageFiles, pageFile, readPageFiles } from './page-files.ts';
import { pageHeaders } from './page-policy.ts';
import { readForm, readJson } from './read-body.ts';
import { sessionsOf } from './sessions.ts';

export interface DeskHostOptions {
  readonly desk: Desk;
  /** The built screens: `dist/renderer`. */
  readonly rendererDir: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Where a browser goes once it is in; `/` unless given. */
  readonly landing?: string;
  /** Milliseconds a request may take to arrive; cut off within a second after. */
  readonly arrivalLimitMs?: number;
}

export interface DeskHost {
  /** Lets one browser in, once; `invite` makes another. */
  readonly url: string;
  readonly origin: string;
  readonly invite: () => string;
  readonly close: () => Promise<void>;
}

const BODY_LIMIT_BYTES = 1024 * 1024;
const FORM_LIMIT_BYTES = 1024;
const ARRIVAL_LIMIT_MS = 10_000;
const call = z.strictObject({ name: z.string().max(100), input: z.unknown() });

/**
 * Serves the desk to a browser on this machine: the same screens and the same contract as in the desktop shell.
 * Only 127.0.0.1; every request must name that host (a name rebound to it gets 421) and carry the cookie that a
 * one-time token was exchanged for; calls must come from our own pages. Not part of the packaged app.
 * @throws Error when the port is taken or the screens have not been built
 */
export async function serveDesk(options: DeskHostOptions): Promise<DeskHost> {
  const { desk } = options;
  const files = readPageFiles(options.rendererDir);
  const sessions = sessionsOf(desk);
  const arrivalLimitMs = options.arrivalLimitMs ?? ARRIVAL_LIMIT_MS;
  const server = createServer({
    requestTimeout: arrivalLimitMs,
    headersTimeout: arrivalLimitMs,
    connectionsCheckingInterval: 1000,
  });
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(options.port, '127.0.0.1', resolve);
  await listening;

  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const origin = `http://${host}`;
  // Cookies do not know ports: two desks on one machine must not take each other's.
  const cookie = `desk-${(server.address() as AddressInfo).port}`;

  server.on('request', (request, response) => {
    answer(request, response).catch((cause: unknown) => {
      const fault = cause instanceof Error ? cause.message : 'fault';
      if (response.headersSent) response.destroy();
      else send(response, 500, { fault });
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.host !== host) return refuse(response, 421);
    const url = URL.parse(request.url ?? '/', origin);
    if (url === null) return refuse(response, 400);
    if (url.pathname === '/enter') {
      if (request.method !== 'POST') return enter(url.searchParams.get('token') ?? '', response, 'link');
      const form = await readForm(request, FORM_LIMIT_BYTES);
      return form === null ? refuse(response, 413) : enter(form.get('token') ?? '', response, 'form');
    }
    const connection = sessions.of(cookieOf(request, cookie));
    if (connection === null) return refuse(response, 403);
    if (url.pathname === '/call') return answerCall(request, response, connection, origin);
    if (request.method !== 'GET') return refuse(response, 405);
    if (url.pathname === '/events') return pushEvents(response, desk, connection);
    return sendFile(response, files, url.pathname);
  }

  function enter(token: string, response: ServerResponse, by: 'link' | 'form'): void {
    const session = sessions.enter(token);
    if (session === null) return refuse(response, 403);
    const landing = options.landing ?? '/';
    const kept = { 'set-cookie': `${cookie}=${session}; HttpOnly; SameSite=Strict; Path=/` };
    if (by === 'link') {
      response.writeHead(303, { ...pageHeaders('none'), ...kept, location: landing });
      response.end();
      return;
    }
    // A form of a local file is another site: only a page of our own may go on with a cookie that is strict.
    response.writeHead(200, { ...pageHeaders('none'), ...kept, 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><meta http-equiv="refresh" content="0;url=${attribute(landing)}">`);
  }

  const invite = (): string => `${origin}/enter?token=${sessions.invite()}`;
  return {
    url: invite(),
    origin,
    invite,
    async close() {
      sessions.close();
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      await closed.promise;
    },
  };
}

/** Replies are data: what the desk declined is an answer like any other; only a bug is a `fault`. */
async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  connection: DeskConnection,
  origin: string,
): Promise<void> {
  if (request.method !== 'POST') return refuse(response, 405);
  if (request.headers.origin !== origin) return refuse(response, 403);
  if (!/^application\/json(;|$)/.test(request.headers['content-type'] ?? '')) return refuse(response, 415);
  const body = await readJson(request, BODY_LIMIT_BYTES);
  if (body.kind === 'too-large') return refuse(response, 413);
  if (body.kind === 'not-json') return refuse(response, 400);
  const said = call.safeParse(body.value);
  if (!said.success) return refuse(response, 400);
  send(response, 200, { answer: await connection.dispatch(said.data.name, said.data.input) });
}

function pushEvents(response: ServerResponse, desk: Desk, connection: DeskConnection): void {
  response.writeHead(200, { ...pageHeaders('none'), 'content-type': 'text/event-stream' });
  // A browser takes the stream for open when the first bytes are there.
  response.write(': open\n\n');
  const end = desk.listen((name, value) => {
    response.write(`data: ${JSON.stringify({ name, value })}\n\n`);
  });
  response.once('close', () => {
    end();
    connection.release();
  });
}

function sendFile(response: ServerResponse, files: PageFiles, pathname: string): void {
  const file = pageFile(files, pathname);
  if (file === undefined) return refuse(response, 404);
  response.writeHead(200, { ...pageHeaders('self'), 'content-type': file.contentType });
  createReadStream(file.path)
    .once('error', () => response.destroy())
    .pipe(response);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { ...pageHeaders('none'), 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The connection ends as well: whatever else is on its way is not read. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...pageHeaders('none'), connection: 'close' });
  response.end();
}

const cookieOf = (request: IncomingMessage, name: string): string =>
  (request.headers.cookie ?? '')
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? '';
