import { createHash } from 'node:crypto';
import type { Migration } from '../../db/migrate.ts';

/** What `migrations.lock.json` must say: a shipped migration that changed would split the field in two. */
export const lockOf = (migrations: readonly Migration[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    migrations.map((step) => [
      step.name,
      createHash('sha256').update(step.sql.replaceAll('\r\n', '\n')).digest('hex'),
    ]),
  );
