import { modelled } from './modelled.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const privileged = new Set<string>();
const handlers = new Map<string, Handler>();

/**
 * Chromium without Electron aborts schemes it does not know before anyone can answer. `app://desk/x` therefore travels
 * as `http://desk.app.localhost/x`, is answered before it reaches a socket, and counts as a secure place all the same.
 */
export function toBrowser(address: string): string {
  const url = new URL(address);
  const scheme = url.protocol.slice(0, -1);
  if (!privileged.has(scheme)) return address;
  return `http://${url.host}.${scheme}.localhost${url.pathname}${url.search}${url.hash}`;
}

const CARRIED = /^http:\/\/([^/]*)\.([a-z]+)\.localhost(\/.*)?$/;

export function fromBrowser(address: string): string {
  const [, host, scheme, rest] = CARRIED.exec(address) ?? [];
  return scheme !== undefined && privileged.has(scheme) ? `${scheme}://${host}${rest ?? '/'}` : address;
}

export const handlerFor = (address: string): Handler | undefined =>
  handlers.get(new URL(address).protocol.slice(0, -1));

export const protocol = modelled('protocol', {
  registerSchemesAsPrivileged(
    schemes: readonly {
      readonly scheme: string;
      readonly privileges?: { standard?: boolean; secure?: boolean };
    }[],
  ): void {
    for (const { scheme, privileges } of schemes) {
      if (privileges?.standard !== true || privileges.secure !== true) {
        throw new Error(
          `test double, not Electron: only standard, secure schemes are modelled, not ${scheme}`,
        );
      }
      privileged.add(scheme);
    }
  },
  handle(scheme: string, handler: Handler): void {
    if (handlers.has(scheme)) throw new Error(`The scheme '${scheme}' has been registered`);
    handlers.set(scheme, handler);
  },
});
