import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findElectron, installElectron } from '../electron-binary.ts';
import { stage } from './stage.ts';
import { type Platform, writeStub } from './stub.ts';

/**
 * `npm run package -- --dir [--linux] [--win] [--stub] [--out DIR]`
 *
 * Packs the built desk for Linux and Windows x64, or for the ones that are named. Where Electron's program cannot be
 * had, or with `--stub`, one that does nothing stands in its place and the folder says so. Prints one JSON line a
 * platform on stdout; everything else is for people and goes to stderr.
 */
const usage = 'npm run package -- --dir [--linux] [--win] [--stub] [--out DIR]';

const root = resolve(import.meta.dirname, '../..');

interface Asked {
  readonly out: string;
  readonly platforms: readonly Platform[];
  readonly stub: boolean;
}

function asked(): Asked | null {
  const { values } = parseArgs({
    options: {
      dir: { type: 'boolean', default: false },
      linux: { type: 'boolean', default: false },
      win: { type: 'boolean', default: false },
      stub: { type: 'boolean', default: false },
      out: { type: 'string', default: join(root, 'release') },
    },
  });
  if (!values.dir) return null;
  const named: Platform[] = [
    ...(values.linux ? ['linux' as const] : []),
    ...(values.win ? ['win32' as const] : []),
  ];
  return {
    out: resolve(values.out),
    stub: values.stub,
    platforms: named.length > 0 ? named : ['linux', 'win32'],
  };
}

async function main(): Promise<void> {
  const request = asked();
  if (request === null) {
    say(`Installers are made where they can be signed. To lay out the package: ${usage}`);
    process.exitCode = 2;
    return;
  }
  const isStub = request.stub || !(await hasElectron());
  if (isStub) say('Packing around a stub: Electron itself is not in these folders.');
  const work = mkdtempSync(join(tmpdir(), 'quay-mot-cua-package-'));
  try {
    for (const platform of request.platforms) pack(request.out, work, platform, isStub);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function hasElectron(): Promise<boolean> {
  if (findElectron(root, process.env) === null) await installElectron(root);
  return findElectron(root, process.env) !== null;
}

function pack(out: string, work: string, platform: Platform, isStub: boolean): void {
  const app = join(work, 'app', platform);
  stage(root, app, platform);
  const version = electronVersion();
  const stub = join(work, 'stub', platform);
  if (isStub) writeStub(stub, platform, version);
  const folder = join(out, platform === 'linux' ? 'linux-unpacked' : 'win-unpacked');
  rmSync(folder, { recursive: true, force: true });
  const ended = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      platform === 'linux' ? '--linux' : '--win',
      'dir',
      '--x64',
      '--publish=never',
      `--config=${join(root, 'electron-builder.yml')}`,
      `-c.directories.app=${app}`,
      `-c.directories.output=${out}`,
      `-c.electronVersion=${version}`,
      ...(isStub ? [`-c.electronDist=${stub}`] : []),
    ],
    { cwd: root, stdio: ['ignore', 2, 2] },
  );
  if (ended.status !== 0) throw new Error(`Not packed for ${platform}`);
  process.stdout.write(`${JSON.stringify({ platform, arch: 'x64', folder, stub: isStub })}\n`);
}

const electronVersion = (): string =>
  (JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as { version: string })
    .version;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

main().catch((cause: unknown) => {
  say(cause instanceof Error ? cause.message : String(cause));
  process.exitCode = 1;
});
