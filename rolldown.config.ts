import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'rolldown';

/** Native modules stay packages of their own; Electron is there already. */
const external = ['electron', 'better-sqlite3', '@node-rs/argon2', /^node:/];

/** The desk reads its migrations from the folder beside its own file. */
const migrations: Plugin = {
  name: 'migrations',
  generateBundle() {
    const folder = new URL('db/migrations/', import.meta.url);
    for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.sql'))) {
      const source = readFileSync(new URL(name, folder), 'utf8');
      this.emitFile({ type: 'asset', fileName: `migrations/${name}`, source });
    }
  },
};

export default defineConfig([
  {
    input: { main: 'electron/main.ts', 'desk-process': 'electron/desk-process.ts' },
    platform: 'node',
    external,
    plugins: [migrations],
    output: {
      dir: 'dist/electron',
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
    },
  },
  {
    // A sandboxed preload cannot be a module.
    input: 'electron/preload.ts',
    platform: 'node',
    external,
    output: { file: 'dist/electron/preload.cjs', format: 'cjs' },
  },
]);
