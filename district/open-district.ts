import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { refoldAll } from './dossier/refold.ts';
import { districtKeys } from './keys.ts';
import type { Db } from './rows.ts';
import { openStore, type StorePlace } from './store.ts';
import type { DistrictWorld } from './world.ts';

export interface OpenDistrict {
  readonly app: FastifyInstance;
  readonly db: Db;
  readonly world: DistrictWorld;
  readonly store: StorePlace['kind'];
  /** Lets running requests end, then leaves the database. */
  readonly close: () => Promise<void>;
}

/**
 * A district ready to listen or to be asked in process with `app.inject`.
 * @throws Error when the database cannot be opened
 */
export async function openDistrict(options: {
  readonly place: StorePlace;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly training: boolean;
  readonly log: DistrictWorld['log'];
}): Promise<OpenDistrict> {
  const { clock, newId, training, log } = options;
  const store = await openStore(options.place, (error) => {
    log({ event: 'fault', id: '', fault: `${error.name} on an idle connection` });
  });
  const { db, durable } = store;
  const refolded = await refoldAll(db);
  if (refolded > 0) log({ event: 'refolded', dossiers: refolded });
  const world: DistrictWorld = { db, clock, keys: await districtKeys(db), newId, durable, training, log };
  const app = buildApp(world);
  return {
    app,
    db,
    world,
    store: store.kind,
    async close() {
      await app.close();
      await db.destroy();
    },
  };
}
