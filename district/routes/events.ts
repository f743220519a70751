import type { FastifyInstance } from 'fastify';
import { pushRequest } from '../../shared/protocol/bodies.ts';
import { readBody } from '../request-body.ts';
import type { Doorbell } from '../sync/doorbell.ts';
import { ingest } from '../sync/ingest.ts';
import type { DistrictWorld } from '../world.ts';
import { bytesOf, refuse, signer } from './signed.ts';

/** `POST /v1/events`: a device hands in a run of its chain. */
export function eventRoutes(app: FastifyInstance, world: DistrictWorld, bell: Doorbell): void {
  app.post('/v1/events', async (request, reply) => {
    const device = await signer(world, request);
    if (!device.ok) return refuse(reply, device.error);
    const bytes = bytesOf(request);
    const push = readBody(bytes, pushRequest);
    if (!push.ok) return refuse(reply, push.error);
    const answer = await ingest(world, device.value, push.value, bytes);
    if (!answer.ok) return refuse(reply, answer.error);
    bell.ring(device.value.stream);
    return answer.value;
  });
}
