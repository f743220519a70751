import type { CustomScheme, WebPreferences } from 'electron';
import { type PageFile, type PageFiles, pageFile } from '../desk/browser-shell/page-files.ts';

/** What a page may do in the desktop shell. Pure: it is tested without Electron. */

export const APP_ORIGIN = 'app://desk';

/** Standard and secure, so that pages have an origin and relative addresses; no other privilege. */
export const appScheme: CustomScheme = { scheme: 'app', privileges: { standard: true, secure: true } };

/** The page's only powers are the contract; nothing the browser could ask an officer about is ever given. */
export const permissionAnswer = (): false => false;

/** Nothing is loaded but our own files: no `file:`, no `http:`, no `data:` document. */
export function isOurs(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'app:' && url.host === 'desk';
}

/** Our files, the pictures inside them, and the developer tools where they are switched on. */
export const mayLoad = (address: string, kind: string): boolean =>
  isOurs(address) || (kind === 'image' && address.startsWith('data:')) || address.startsWith('devtools://');

/** The built file an `app:` address stands for. */
export function fileFor(files: PageFiles, address: string): PageFile | undefined {
  const url = URL.parse(address);
  return url !== null && isOurs(address) ? pageFile(files, url.pathname) : undefined;
}

/** Only the top frame of our own page may call the desk; `null` is a frame that is already gone. */
export const mayCall = (frame: { readonly url: string; readonly parent: unknown } | null): boolean =>
  frame !== null && frame.parent === null && isOurs(frame.url);

const locked = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} satisfies WebPreferences;

export const screenPreferences = (preload: string, devTools: boolean): WebPreferences => ({
  ...locked,
  preload,
  devTools,
});

/** The hidden page that draws papers calls nobody. */
export const paperPreferences: WebPreferences = { ...locked, devTools: false };
