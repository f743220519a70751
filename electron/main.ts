import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { app, dialog, Menu, protocol, session } from 'electron';
import { readPageFiles } from '../desk/browser-shell/page-files.ts';
import { printToFolder } from '../desk/browser-shell/print-file.ts';
import { bindDesk } from './bind-desk.ts';
import { startDesk } from './desk-child.ts';
import { type Launch, landing, readLaunch } from './launch.ts';
import { builtIn, defaultDataDir } from './paths.ts';
import { APP_ORIGIN, appScheme } from './policy.ts';
import { startPrinting } from './printing.ts';
import { systemSecrets } from './secrets.ts';
import { bringForward, lockDown, officerWindow } from './window.ts';

/** Only starts and stops: what the desk does is in `desk/`, what a page may do is in `policy.ts`. */
const given: Launch = readLaunch(process.argv) ?? {
  dataDir: defaultDataDir(process.platform, process.env, homedir()),
  demo: false,
  demoDistrict: null,
  districtUrl: null,
};

process.umask(0o077);
app.setPath('userData', join(given.dataDir, 'window'));
protocol.registerSchemesAsPrivileged([appScheme]);
if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(giveUp);
else app.quit();

async function start(): Promise<void> {
  const built = builtIn(resolve(import.meta.dirname, '..'));
  Menu.setApplicationMenu(null);
  lockDown(session.defaultSession, readPageFiles(built.rendererDir));

  const printing = startPrinting(given.dataDir);
  const desk = await startDesk(built.deskProcess, given, {
    ...printing,
    ...(given.demo ? { print: printToFolder(join(given.dataDir, 'printed')) } : {}),
    ...systemSecrets(given.dataDir),
  });
  const window = officerWindow(built.preload);
  bindDesk(window, desk.client);

  app.on('second-instance', () => bringForward(window));
  // The hidden window that draws papers must not keep the app alive.
  window.once('closed', () => app.quit());
  desk.gone
    .then(({ expected }) => (expected ? undefined : giveUp(new Error('The desk process ended by itself'))))
    .catch(giveUp);
  app.once('will-quit', (event) => {
    event.preventDefault();
    desk.close().then(() => app.quit(), giveUp);
  });
  await window.loadURL(APP_ORIGIN + landing(given));
}

function giveUp(cause: unknown): void {
  console.error(cause);
  dialog.showErrorBox(app.name, cause instanceof Error ? cause.message : String(cause));
  app.exit(1);
}
