import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { editionSchemas } from '../shared/domain/catalogue/edition.ts';
import { dossierEvents } from '../shared/domain/dossier/dossier-events.ts';
import * as bodies from '../shared/protocol/bodies.ts';
import { canonical } from '../shared/protocol/canonical.ts';
import { eventEnvelope, signedHead } from '../shared/protocol/event.ts';
import { protocolFloor, protocolVersion } from '../shared/protocol/version.ts';

/**
 * What each version of the protocol looked like. A change of any schema that travels changes the hash: raise
 * `protocolVersion` and add a line; never edit one that has shipped.
 */
const shipped: Readonly<Record<number, string>> = {
  1: '022ea9cef16d98a6',
};

test('what travels cannot change without a new protocol version', () => {
  expect(shipped[protocolVersion]).toBe(schemaHash());
});

test('the floor does not rise without a decision', () => {
  expect(protocolFloor).toBe(1);
});

function schemaHash(): string {
  const schemas = { ...editionSchemas, eventEnvelope, signedHead, ...dossierEvents, ...onlySchemas(bodies) };
  const shapes = Object.entries(schemas).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input' }),
  ]);
  return createHash('sha256')
    .update(canonical(JSON.parse(JSON.stringify(shapes))))
    .digest('hex')
    .slice(0, 16);
}

const onlySchemas = (module: object): Record<string, z.ZodType> =>
  Object.fromEntries(
    Object.entries(module).filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType),
  );
