import { writeFileSync } from 'node:fs';
import { readMigrations } from '../db/migrate.ts';
import { lockOf } from './support/migration-lock.ts';

/** `node test/lock-migrations.ts` writes the lock files of both ends anew: run once for a migration that is added, never for one that changed. */
for (const room of ['db', 'district']) {
  const migrations = readMigrations(new URL(`../${room}/migrations/`, import.meta.url));
  const text = `${JSON.stringify(lockOf(migrations), null, 2)}\n`;
  writeFileSync(new URL(`../${room}/migrations.lock.json`, import.meta.url), text);
}
