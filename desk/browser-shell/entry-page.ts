import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A page that hands the one-time token to the desk by itself. It stands in a file that only this account can read: the
 * arguments of a program are read by every account of a machine.
 * @param url of an invitation, with its token
 * @returns the page's own address, and what takes it away again
 */
export function writeEntryPage(
  dataDir: string,
  url: string,
): { readonly url: string; readonly remove: () => void } {
  const { origin, pathname, searchParams } = new URL(url);
  const file = join(dataDir, 'enter.html');
  rmSync(file, { force: true });
  // The token is base64url: nothing in it needs to be escaped.
  const page = `<!doctype html><form method="post" action="${origin}${pathname}"><input type="hidden" name="token" value="${searchParams.get('token') ?? ''}"></form><script>document.forms[0].submit()</script>`;
  writeFileSync(file, page, { mode: 0o600, flag: 'wx' });
  return { url: pathToFileURL(file).href, remove: () => rmSync(file, { force: true }) };
}
