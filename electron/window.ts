import { readFile } from 'node:fs/promises';
import { app, BrowserWindow, type Session } from 'electron';
import type { PageFiles } from '../desk/browser-shell/page-files.ts';
import { pageHeaders } from '../desk/browser-shell/page-policy.ts';
import { fileFor, isOurs, mayLoad, permissionAnswer, screenPreferences } from './policy.ts';

/** Serves the built screens at `app://desk/` and closes every other way in or out for all pages of the session. */
export function lockDown(session: Session, files: PageFiles): void {
  session.protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? fileFor(files, request.url) : undefined;
    if (file === undefined) return new Response(null, { status: 404 });
    const headers = { ...pageHeaders('none'), 'content-type': file.contentType };
    return new Response(await readFile(file.path), { headers });
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(permissionAnswer()));
  session.setPermissionCheckHandler(permissionAnswer);
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !mayLoad(request.url, request.resourceType) });
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** The officer's window, still empty. It shows itself once something is painted. */
export function officerWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: app.name,
    webPreferences: screenPreferences(preload, !app.isPackaged),
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
