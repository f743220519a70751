import { type BrowserWindow, ipcMain } from 'electron';
import {
  type DeskClient,
  type DeskEventName,
  deskEvents,
  isMethodName,
} from '../shared/contract/desk-api.ts';
import { refuse } from '../shared/contract/refusal.ts';
import { err } from '../shared/result.ts';
import { mayCall } from './policy.ts';

/** The Electron side of the contract: one channel, one trusted window, own rows of the table only. */
export function bindDesk(window: BrowserWindow, desk: DeskClient): void {
  ipcMain.handle('desk', (event, name: unknown, input: unknown) => {
    if (event.sender !== window.webContents || !mayCall(event.senderFrame))
      throw new Error('Untrusted sender');
    if (typeof name !== 'string' || !isMethodName(name)) {
      return err([refuse('unknown-method', undefined, { name: String(name) })]);
    }
    // The desk reads the input against the contract; here it is still anything.
    return desk.call(name, input as never);
  });
  for (const name of Object.keys(deskEvents) as DeskEventName[]) {
    desk.listen(name, (value) => {
      if (!window.isDestroyed()) window.webContents.send('desk:event', name, value);
    });
  }
}
