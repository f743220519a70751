import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { writeEntryPage } from '../desk/browser-shell/entry-page.ts';
import { sandboxFlags } from '../desk/browser-shell/find-browser.ts';

/** Whether a window could be shown at all. */
export const hasScreen = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean =>
  platform === 'win32' || platform === 'darwin' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);

/**
 * Opens `url` in a window of its own, without tabs or address bar, with a profile of its own: so the browser is a
 * process of ours, and its end is the officer closing the window.
 * @param url an invitation; its one-time token does not stand in the browser's arguments
 * @returns when the window is closed
 */
export async function showInWindow(browser: string, url: string, dataDir: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const entry = writeEntryPage(dataDir, url);
  const child = spawn(
    browser,
    [
      `--app=${entry.url}`,
      `--user-data-dir=${join(dataDir, 'browser')}`,
      '--window-size=1280,800',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-extensions',
      '--disable-sync',
      ...sandboxFlags(),
    ],
    { stdio: 'ignore' },
  );
  child.once('error', reject).once('exit', () => resolve());
  await promise.finally(entry.remove);
}
