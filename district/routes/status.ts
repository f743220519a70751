import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import { streamId } from '../../shared/domain/base/ids.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { streamDigest } from '../sync/digest.ts';
import type { DistrictWorld } from '../world.ts';
import { refuse } from './signed.ts';

const ofStream = z.strictObject({ id: streamId });

/** `GET /v1/health`; in training also `GET /v1/streams/:id/digest`. */
export function statusRoutes(app: FastifyInstance, world: DistrictWorld): void {
  app.get('/v1/health', async () => {
    await sql`SELECT 1`.execute(world.db);
    return { protocol: protocolVersion, status: 'ok', durable: world.durable };
  });
  if (!world.training) return;
  app.get('/v1/streams/:id/digest', async (request, reply) => {
    const params = ofStream.safeParse(request.params);
    const digest = params.success ? await streamDigest(world.db, params.data.id) : null;
    return digest ?? refuse(reply, 'bad-request', 404);
  });
}
