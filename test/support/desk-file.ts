import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { sha256 } from '../../desk/machine/keys.ts';

/**
 * SHA-256 over the states of all dossiers in the order of their ids: equal on two machines exactly when they
 * say the same; the district computes the same over its own.
 */
export function projectionDigest(db: Database): string {
  const hasher = createHash('sha256');
  const states = db.prepare<[], { state: string }>(
    'SELECT state FROM (SELECT id, state FROM dossier UNION ALL SELECT id, state FROM petition) ORDER BY id',
  );
  for (const { state } of states.iterate()) hasher.update(`${state}\n`);
  return hasher.digest('hex');
}

/** Checks that every line of the ledger still has its hash and every chain is whole; returns the first fault. */
export function findDamage(db: Database): string | null {
  const rows = db.prepare<[], { device: string; epoch: number; seq: number; line: string; hash: string }>(
    'SELECT device, epoch, seq, line, hash FROM event ORDER BY device, epoch, seq',
  );
  for (const row of rows.iterate()) {
    if (sha256(row.line) !== row.hash) return `${row.device}.${row.epoch}.${row.seq}`;
  }
  return null;
}
