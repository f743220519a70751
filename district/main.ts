import { randomUUIDv7 } from 'node:crypto';
import { parseArgs } from 'node:util';
import { createDemoCommune } from './demo.ts';
import { type OpenDistrict, openDistrict } from './open-district.ts';
import type { StorePlace } from './store.ts';

/**
 * `node district/main.ts --port N [--host H] (--data-dir DIR | DATABASE_URL=postgres://…) [--training] [--demo]`
 *
 * Prints one JSON line on stdout when it listens; everything else is for people and goes to stderr.
 */
const usage = 'district/main.ts --port N [--host 127.0.0.1] [--data-dir DIR] [--training] [--demo]';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8460' },
      host: { type: 'string', default: '127.0.0.1' },
      'data-dir': { type: 'string' },
      training: { type: 'boolean', default: false },
      demo: { type: 'boolean', default: false },
    },
  });
  const training = values.training || values.demo;
  const district = await openDistrict({
    place: placeOf(process.env['DATABASE_URL'], values['data-dir'], training),
    clock: Date.now,
    newId: randomUUIDv7,
    training,
    log: (entry) => say(JSON.stringify(entry)),
  });
  try {
    await start(district, { demo: values.demo, port: Number(values.port), host: values.host });
  } catch (cause) {
    await district.close();
    throw cause;
  }
  stopOnSignal(district.close);
}

async function start(
  { app, db, world, store }: OpenDistrict,
  { demo, port, host }: { readonly demo: boolean; readonly port: number; readonly host: string },
): Promise<void> {
  const { durable, training } = world;
  if (!durable) say('This store may lose what it acknowledged in a power cut. It is for training only.');
  if (!durable && !training) say('It enrols no desk. Set DATABASE_URL, or add --training to try things out.');
  const codes = demo ? { codes: (await createDemoCommune(db)).codes } : {};
  const url = await app.listen({ port, host });
  process.stdout.write(`${JSON.stringify({ url, store, durable, ...codes })}\n`);
}

function placeOf(
  databaseUrl: string | undefined,
  dataDir: string | undefined,
  training: boolean,
): StorePlace {
  if (databaseUrl !== undefined && databaseUrl !== '') return { kind: 'postgres', url: databaseUrl };
  if (dataDir === undefined && !training) throw new Error(`Where to keep the data? ${usage}`);
  return { kind: 'pglite', dataDir: dataDir ?? null };
}

function stopOnSignal(close: () => Promise<void>): void {
  const stop = (signal: NodeJS.Signals) => {
    say(`${signal}: finishing what is under way`);
    process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
    close().catch(fail);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

function fail(cause: unknown): void {
  for (let one = cause; one instanceof Error; one = one.cause) say(one.message);
  process.exitCode = 1;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

main().catch(fail);
