import type { CdpSession } from './cdp.ts';
import { modelled } from './modelled.ts';
import { protocol, toBrowser } from './schemes.ts';

type RequestHandler = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void;
type CheckHandler = (contents: unknown, permission: string, origin: string) => boolean;
type RequestListener = (
  details: { readonly url: string; readonly resourceType: string },
  answer: (response: { cancel?: boolean }) => void,
) => void;

/** Electron's name of a permission, and the browser's. */
const permissions = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'camera'],
  ['clipboard-read', 'clipboard-read'],
] as const;

const asked: { request: RequestHandler | null; check: CheckHandler | null; before: RequestListener | null } =
  {
    request: null,
    check: null,
    before: null,
  };

export const defaultSession = modelled('session', {
  protocol,
  setPermissionRequestHandler(handler: RequestHandler): void {
    asked.request = handler;
  },
  setPermissionCheckHandler(handler: CheckHandler): void {
    asked.check = handler;
  },
  webRequest: modelled('webRequest', {
    onBeforeRequest(listener: RequestListener): void {
      asked.before = listener;
    },
  }),
});

/**
 * The browser decides about permissions by itself, so the app is asked beforehand and the browser told the answers.
 * As in Electron, an app without handlers grants everything.
 */
export async function settlePermissions(
  browser: CdpSession,
  contents: unknown,
  origin: string,
): Promise<void> {
  for (const [name, browserName] of permissions) {
    const checked = asked.check?.(contents, name, origin) ?? true;
    const { promise: requested, resolve } = Promise.withResolvers<boolean>();
    if (asked.request === null) resolve(true);
    else asked.request(contents, name, resolve);
    const granted = checked && (await requested);
    await browser.send('Browser.setPermission', {
      origin: new URL(toBrowser(origin)).origin,
      permission: { name: browserName },
      setting: granted ? 'granted' : 'denied',
    });
  }
}

export function isCancelled(url: string, resourceType: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  if (asked.before === null) resolve(false);
  else asked.before({ url, resourceType }, ({ cancel }) => resolve(cancel === true));
  return promise;
}
