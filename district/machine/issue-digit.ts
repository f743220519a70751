import { parseArgs } from 'node:util';
import { openStore } from '../store.ts';
import { issueDigit } from './counter-digits.ts';

/**
 * `node district/machine/issue-digit.ts STREAM COUNTER DIGIT (--data-dir DIR | DATABASE_URL=postgres://…)` lets the codes of a
 * counter begin with a further digit, from its desks' next pull on.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'data-dir': { type: 'string' } },
  });
  const [stream = '', counter = '', digit = ''] = positionals;
  const url = process.env['DATABASE_URL'] ?? '';
  const dataDir = values['data-dir'];
  if (digit === '' || (url === '' && dataDir === undefined))
    throw new Error('district/machine/issue-digit.ts STREAM COUNTER DIGIT [--data-dir DIR]');
  const place =
    url === ''
      ? ({ kind: 'pglite', dataDir: dataDir ?? null } as const)
      : ({ kind: 'postgres', url } as const);
  const { db } = await openStore(place, (cause) => process.stderr.write(`${cause.message}\n`));
  try {
    const asked = { deskDigit: Number(counter), digit: Number(digit) };
    const issued = await db.transaction().execute((tx) => issueDigit(tx, stream, asked));
    process.stdout.write(`${JSON.stringify({ stream, ...asked, issued })}\n`);
  } finally {
    await db.destroy();
  }
}

main().catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
});
