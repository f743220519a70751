import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { enrolmentRoutes } from './routes/enrolments.ts';
import { eventRoutes } from './routes/events.ts';
import { feedRoutes } from './routes/feed.ts';
import { refuse } from './routes/signed.ts';
import { statusRoutes } from './routes/status.ts';
import { openDoorbell } from './sync/doorbell.ts';
import type { DistrictWorld } from './world.ts';

const maxRequestBytes = 1024 * 1024;

/**
 * The district's API over what `world` gives it. It keeps nothing between requests but the readers who wait:
 * two apps in front of one database give the same answers.
 */
export function buildApp(world: DistrictWorld): FastifyInstance {
  const app = Fastify({ bodyLimit: maxRequestBytes, logger: false, genReqId: () => world.newId() });
  const closing = new AbortController();
  const bell = openDoorbell();

  // Bodies stay bytes: signatures are over bytes, and only a route knows the shape it reads.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.addHook('preClose', async () => closing.abort());
  app.addHook('onSend', async (request, reply) => {
    // Nobody on the way may answer in the district's place, or keep what it said.
    void reply.header('cache-control', 'no-store').header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    world.log({
      event: 'request',
      id: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      http: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
  app.setNotFoundHandler((_request, reply) => refuse(reply, 'bad-request', 404));
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const http = error.statusCode ?? 500;
    if (http === 413) return refuse(reply, 'too-large');
    if (http < 500) return refuse(reply, 'bad-request', http);
    world.log({ event: 'fault', id: request.id, fault: faultOf(error) });
    return refuse(reply, 'busy');
  });

  enrolmentRoutes(app, world);
  eventRoutes(app, world, bell);
  feedRoutes(app, world, bell, closing.signal);
  statusRoutes(app, world);
  return app;
}

/** Name, code and place of an error. Not its message: a database quotes people's data in it. */
function faultOf(error: FastifyError): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name} ${error.code ?? ''}`.trim(), ...frames.slice(0, 8).map((line) => line.trim())].join(
    ' | ',
  );
}
