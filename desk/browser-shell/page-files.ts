import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface PageFile {
  readonly path: string;
  readonly contentType: string;
}

/** Every file a page may ask for, by its URL path (`/index.html`). What is not a key here does not exist. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.woff', 'font/woff'],
  ['.wasm', 'application/wasm'],
]);

/**
 * Lists the built screens once. Requests are then looked up, never joined to a folder, so that no spelling of a
 * path can leave it. Links and unknown kinds of file are left out.
 * @throws Error when the screens have not been built
 */
export function readPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const contentType = contentTypes.get(extname(entry.name));
    if (!entry.isFile() || contentType === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { path, contentType });
  }
  if (!files.has('/index.html')) throw new Error(`No screens in ${folder}: run "npm run build"`);
  return files;
}

/** The file for a URL path; `/` is the first screen. */
export const pageFile = (files: PageFiles, pathname: string): PageFile | undefined =>
  files.get(pathname === '/' ? '/index.html' : pathname);
