import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { refuse } from '../../shared/contract/refusal.ts';
import { DeskClosedError } from '../machine/start-fault.ts';
import type { DeskPorts } from '../ports.ts';

/** Tells how a secret was sealed, so that another shell knows whether it can open it. */
export const FILE_SEAL = 'file1:';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals small secrets (AES-256-GCM) with a key kept in a file beside the data, readable only to the account that runs
 * the desk. That keeps a secret out of a copied database, and is **no protection against whoever holds the disk**: the
 * desktop shell asks the system's own store instead.
 * @param keyFile made with the first secret that is sealed, never by opening one: another key opens nothing
 */
export function fileSecrets(keyFile: string): DeskPorts['secrets'] {
  return {
    seal: async (plain) => {
      makeKey(keyFile);
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', readFileSync(keyFile), iv);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return FILE_SEAL + Buffer.concat([iv, body, cipher.getAuthTag()]).toString('base64');
    },
    open: async (sealed) => {
      if (!sealed.startsWith(FILE_SEAL)) {
        throw new Error('This data folder was sealed by the desktop shell and opens only there');
      }
      if (!existsSync(keyFile)) throw new DeskClosedError(refuse('key-missing'));
      const bytes = Buffer.from(sealed.slice(FILE_SEAL.length), 'base64');
      const decipher = createDecipheriv('aes-256-gcm', readFileSync(keyFile), bytes.subarray(0, IV_BYTES));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      return (
        decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      );
    },
  };
}

function makeKey(keyFile: string): void {
  if (existsSync(keyFile)) return;
  mkdirSync(dirname(keyFile), { recursive: true });
  writeFileSync(keyFile, randomBytes(32), { mode: 0o600, flag: 'wx' });
}
