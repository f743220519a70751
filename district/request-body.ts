import { z } from 'zod';
import type { ProblemCode } from '../shared/protocol/bodies.ts';
import { readJson } from '../shared/protocol/limits.ts';
import { protocolFloor, protocolVersion } from '../shared/protocol/version.ts';
import { err, ok, type Result } from '../shared/result.ts';

const versioned = z.looseObject({ protocol: z.int() });

/**
 * Reads a body of the protocol. The version is looked at first: a body of another version has another shape,
 * and its sender must hear "update", not "nonsense".
 */
export function readBody<T extends z.ZodType>(bytes: Uint8Array, shape: T): Result<z.infer<T>, ProblemCode> {
  const json = readJson(Buffer.from(bytes).toString('utf8'));
  const version = versioned.safeParse(json);
  if (!version.success) return err('bad-request');
  if (version.data.protocol < protocolFloor) return err('protocol-too-old');
  if (version.data.protocol > protocolVersion) return err('protocol-too-new');
  const body = shape.safeParse(json);
  return body.success ? ok(body.data) : err('bad-request');
}
