import { join } from 'node:path';
import { fileSecrets } from '../../desk/browser-shell/file-secrets.ts';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { answerTests } from './control.ts';
import { ipcMain } from './ipc-main.ts';
import { modelled } from './modelled.ts';
import { protocol } from './schemes.ts';
import { defaultSession } from './session.ts';
import { utilityProcess } from './utility-process.ts';

/**
 * Stands in for the module `electron` of a main process. Real: the browser, its pages, worlds, permissions, policies
 * and PDFs, and the second process. Played: everything of the operating system. Not here: what throws by name.
 */
console.log('test double, not Electron');

export { app, BrowserWindow, ipcMain, protocol, utilityProcess };

export const session = modelled('session', { defaultSession });

export const Menu = modelled('Menu', { setApplicationMenu: (_menu: null): void => undefined });

export const dialog = modelled('dialog', {
  showErrorBox: (title: string, content: string): void => console.log(`error box: ${title}: ${content}`),
});

const keyRing = () => fileSecrets(join(app.getPath('userData'), 'double-keyring'));

/** Says nothing about how safe the system's store is. */
export const safeStorage = modelled('safeStorage', {
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  encryptStringAsync: async (plain: string) => Buffer.from(await keyRing().seal(plain)),
  decryptStringAsync: async (sealed: Buffer) => ({
    result: await keyRing().open(sealed.toString()),
    shouldReEncrypt: false,
  }),
});

answerTests({ app, BrowserWindow, Menu, dialog, ipcMain, protocol, safeStorage, session, utilityProcess });
setTimeout(() => {
  app.launch().catch((cause: unknown) => {
    console.error(cause);
    process.exit(70);
  });
});
