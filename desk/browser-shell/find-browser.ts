import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
}

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  exists: existsSync,
};

/**
 * A Chromium, Chrome or Edge on this machine; `DESK_BROWSER` names another one.
 * @returns its path, or null
 */
export function findBrowser(machine: Machine): string | null {
  const named = machine.env['DESK_BROWSER'];
  return [...(named === undefined ? [] : [named]), ...usualPlaces(machine)].find(machine.exists) ?? null;
}

/** The path of a program on the search path, or null. */
export function findProgram(machine: Machine, name: string): string | null {
  const separator = machine.platform === 'win32' ? ';' : ':';
  const folders = (machine.env['PATH'] ?? '').split(separator).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(machine.exists) ?? null;
}

function usualPlaces({ platform, env }: Machine): string[] {
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    const programs = ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe'];
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => programs.map((program) => `${root}\\${program}`));
  }
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return names.flatMap((name) => [`/usr/bin/${name}`, `/snap/bin/${name}`]);
}

/** Chromium cannot set up its sandbox for root (containers, build machines); officers are never root. */
export const sandboxFlags = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);
