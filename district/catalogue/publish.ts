import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { editionKinds, isEditionKind } from '../../shared/domain/catalogue/edition.ts';
import { openStore } from '../store.ts';
import { publishEdition } from './editions.ts';

/**
 * `node district/catalogue/publish.ts KIND FILE (--data-dir DIR | DATABASE_URL=postgres://…)` puts an edition on the feed of
 * every commune and prints those that did not have it.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'data-dir': { type: 'string' } },
  });
  const [kind = '', file = ''] = positionals;
  const url = process.env['DATABASE_URL'] ?? '';
  const dataDir = values['data-dir'];
  if (!isEditionKind(kind) || file === '' || (url === '' && dataDir === undefined))
    throw new Error(`district/catalogue/publish.ts ${editionKinds.join('|')} FILE [--data-dir DIR]`);
  const place =
    url === ''
      ? ({ kind: 'pglite', dataDir: dataDir ?? null } as const)
      : ({ kind: 'postgres', url } as const);
  const { db } = await openStore(place, (cause) => process.stderr.write(`${cause.message}\n`));
  try {
    const communes = await publishEdition(db, kind, readFileSync(file, 'utf8'));
    process.stdout.write(`${JSON.stringify({ kind, communes })}\n`);
  } finally {
    await db.destroy();
  }
}

main().catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
});
