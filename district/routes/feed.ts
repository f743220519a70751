import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { maxFeedRows } from '../../shared/protocol/bodies.ts';
import type { Doorbell } from '../sync/doorbell.ts';
import { feedAfter, feedHead } from '../sync/feed.ts';
import type { DistrictWorld } from '../world.ts';
import { refuse, signer } from './signed.ts';

const digits = z.string().regex(/^\d{1,15}$/);

const feedQuery = z.strictObject({
  after: digits.transform(Number).default(0),
  /** Rows, 1 to `maxFeedRows`. */
  limit: digits.transform(Number).pipe(z.int().min(1).max(maxFeedRows)).default(maxFeedRows),
  /** Seconds to hold the request open while there is nothing new. */
  wait: digits.transform(Number).pipe(z.int().max(25)).default(0),
});

/** `GET /v1/feed?after=N&limit=M&wait=S`: what a commune's desks do not have yet. */
export function feedRoutes(
  app: FastifyInstance,
  world: DistrictWorld,
  bell: Doorbell,
  closing: AbortSignal,
): void {
  app.get('/v1/feed', async (request, reply) => {
    const device = await signer(world, request);
    if (!device.ok) return refuse(reply, device.error);
    const query = feedQuery.safeParse(request.query);
    if (!query.success) return refuse(reply, 'bad-request');
    const { after, limit, wait } = query.data;
    const { stream } = device.value;
    const gone = AbortSignal.any([closing, request.signal]);
    // Rows that another server wrote ring no bell here, so it looks once a second.
    for (let second = 0; second < wait && !gone.aborted; second += 1) {
      if ((await feedHead(world.db, stream)) !== after) break;
      await bell.wait(stream, 1000, gone);
    }
    return feedAfter(world, stream, after, limit);
  });
}
