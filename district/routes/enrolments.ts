import type { FastifyInstance } from 'fastify';
import { enrolRequest } from '../../shared/protocol/bodies.ts';
import { enrol } from '../machine/enrolment.ts';
import { readBody } from '../request-body.ts';
import type { DistrictWorld } from '../world.ts';
import { bytesOf, refuse } from './signed.ts';

/** `POST /v1/enrolments`: the one request that needs no device, only a code. */
export function enrolmentRoutes(app: FastifyInstance, world: DistrictWorld): void {
  app.post('/v1/enrolments', async (request, reply) => {
    const body = readBody(bytesOf(request), enrolRequest);
    const answer = body.ok ? await enrol(world, body.value) : body;
    return answer.ok ? answer.value : refuse(reply, answer.error);
  });
}
