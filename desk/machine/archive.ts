import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

export interface Archive {
  /** Keeps bytes under their hash; the same bytes are kept once. @returns SHA-256, hexadecimal */
  readonly keep: (bytes: Uint8Array) => string;
  /** @throws Error if nothing is kept under `hash`, or it is no longer what was kept */
  readonly read: (hash: string) => Uint8Array;
}

/** Printed papers, as files under `folder`, readable by this account alone. */
export function openArchive(folder: string): Archive {
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), `${hash}.pdf`);
  return {
    keep(bytes) {
      const hash = paperHash(bytes);
      const path = pathOf(hash);
      if (existsSync(path)) return hash;
      mkdirSync(join(folder, hash.slice(0, 2)), { recursive: true, mode: 0o700 });
      writeDurably(`${path}.part`, bytes);
      renameSync(`${path}.part`, path);
      return hash;
    },
    read(hash) {
      const bytes = readFileSync(pathOf(hash));
      if (paperHash(bytes) !== hash) throw new Error(`The archived paper ${hash} was changed`);
      return bytes;
    },
  };
}

/** The name a paper is kept under: SHA-256, hexadecimal. */
export const paperHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function writeDurably(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w', 0o600);
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
