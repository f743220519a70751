import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { sandboxFlags } from '../desk/browser-shell/find-browser.ts';
import { startDemoDistrict } from './demo-district.ts';
import { findElectron, installElectron } from './electron-binary.ts';
import { type Launch, launchArgument } from './launch.ts';
import { help, readOptions, type StartOptions } from './options.ts';
import { defaultDataDir } from './paths.ts';

/** `npm start`: the desktop shell where Electron is there or can be fetched, the browser shell where not. */
const root = resolve(import.meta.dirname, '..');
const WRONG_OPTION = 2;
const NO_ELECTRON = 69;

// What this process and its children make is for this account only.
process.umask(0o077);
const asked = readOptions(process.argv.slice(2));
switch (asked.kind) {
  case 'help':
    process.stdout.write(help);
    break;
  case 'wrong':
    console.error(asked.sentence);
    process.exitCode = WRONG_OPTION;
    break;
  case 'start':
    process.exitCode = await start(asked.options).catch(explain);
    break;
}

async function start(options: StartOptions): Promise<number> {
  const interrupted = interruption();
  const electron = await electronFor(options);
  if (electron === null && options.shell === 'electron') return NO_ELECTRON;

  const usual = defaultDataDir(process.platform, process.env, homedir());
  const dataDir = resolve(options.dataDir ?? (options.demo ? join(usual, 'demo') : usual));
  const district =
    options.demo && options.districtUrl === null ? await startDemoDistrict(root, dataDir) : null;
  const given: Launch = {
    dataDir,
    demo: options.demo,
    demoDistrict: district === null ? null : { url: district.url, codes: district.codes },
    districtUrl: options.districtUrl,
  };
  try {
    if (electron !== null) return await runElectron(electron, given);
    // Only now: the desktop shell opens its desk in another process.
    const { runBrowserShell } = await import('./browser-shell.ts');
    await runBrowserShell({ given, port: options.port, printUrl: options.printUrl, interrupted });
    return 0;
  } finally {
    await district?.close();
  }
}

/** Says in two lines what happens instead, where Electron is wanted and cannot be had. */
async function electronFor({ shell, printUrl }: StartOptions): Promise<string | null> {
  if (shell === 'browser' || printUrl) return null;
  const there = findElectron(root, process.env);
  if (there !== null) return there;
  await installElectron(root);
  const fetched = findElectron(root, process.env);
  if (fetched !== null) return fetched;
  console.error(
    'Electron is not on this machine and could not be fetched; with a network: npx install-electron',
  );
  if (shell === 'auto') console.error('The same desk opens in a browser window instead.');
  return null;
}

function runElectron(program: string, given: Launch): Promise<number> {
  const { promise, resolve: ended, reject } = Promise.withResolvers<number>();
  const child = spawn(program, [root, launchArgument(given), ...sandboxFlags()], { stdio: 'inherit' });
  child.once('error', reject).once('exit', (code) => ended(code ?? 1));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return promise;
}

/** From the first moment on, an interrupt is a wish to close in order; repeating it changes nothing. */
function interruption(): Promise<void> {
  const { promise, resolve: come } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, come);
  return promise;
}

function explain(cause: unknown): number {
  const known = cause instanceof Error && 'code' in cause && cause.code === 'DESK_CLOSED';
  console.error(known ? cause.message : cause);
  return 1;
}
