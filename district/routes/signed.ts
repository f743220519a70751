import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemCode } from '../../shared/protocol/bodies.ts';
import type { Result } from '../../shared/result.ts';
import { authenticate } from '../machine/authenticate.ts';
import type { Device } from '../machine/devices.ts';
import { problemOf } from '../problems.ts';
import type { DistrictWorld } from '../world.ts';

/** The body's bytes as they came; none for a GET. */
export const bytesOf = ({ body }: FastifyRequest): Uint8Array =>
  body instanceof Uint8Array ? body : new Uint8Array();

/** The device that signed the request, or why nobody is believed to have. */
export const signer = (world: DistrictWorld, request: FastifyRequest): Promise<Result<Device, ProblemCode>> =>
  authenticate(world.db, {
    method: request.method,
    target: request.raw.url ?? '',
    contentDigest: one(request.headers['content-digest']),
    signatureInput: one(request.headers['signature-input']),
    signature: one(request.headers['signature']),
    body: bytesOf(request),
  });

const one = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : undefined;

export function refuse(reply: FastifyReply, code: ProblemCode, http = problemOf(code).http): FastifyReply {
  return reply.code(http).type('application/problem+json').send(problemOf(code).body);
}
