import { contextBridge, ipcRenderer } from 'electron';

type Listener = (value: unknown) => void;

/**
 * All a page gets of Electron: two functions over one channel each way. Names are not looked at here, where a broken
 * page could reach them, but in the main process, and once more in the desk.
 */
contextBridge.exposeInMainWorld('desk', {
  call: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke('desk', name, input),
  listen: (name: unknown, listener: Listener): (() => void) => {
    const heard = (_event: unknown, pushed: unknown, value: unknown): void => {
      if (pushed === name) listener(value);
    };
    ipcRenderer.on('desk:event', heard);
    return () => {
      ipcRenderer.off('desk:event', heard);
    };
  },
});
