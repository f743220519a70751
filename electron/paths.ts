import { join, resolve } from 'node:path';

/** Where the build puts what the shells need; the same in the packaged app. */
export interface Built {
  readonly rendererDir: string;
  readonly preload: string;
  readonly deskProcess: string;
}

/** @param dist the folder `dist`, which holds `electron/` and `renderer/` */
export const builtIn = (dist: string): Built => ({
  rendererDir: join(dist, 'renderer'),
  preload: join(dist, 'electron', 'preload.cjs'),
  deskProcess: join(dist, 'electron', 'desk-process.js'),
});

/** `dist` of the source tree. */
export const sourceDist = resolve(import.meta.dirname, '../dist');

/**
 * Where this account's desk keeps its data, by the custom of the system. Both shells use it, so that a desk is the
 * same whichever of them opens it.
 */
export function defaultDataDir(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'QuayMotCua');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'QuayMotCua');
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'quay-mot-cua');
}
