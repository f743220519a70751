// Makes ready what a command needs, then runs it with the project's own Node 24.
// Plain JavaScript without dependencies: it runs before anything is installed, on whatever Node (20 or newer) is there.
// Whatever it says goes to stderr; stdout belongs to the command.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';

const commands = {
  start: { builds: true, run: ['electron/start.ts'] },
  tour: { builds: true, run: ['test/tour.ts'] },
  pictures: { builds: true, run: ['test/pictures.ts'] },
  soak: { builds: false, run: ['test/soak.ts'] },
  bench: { builds: false, run: ['bench/main.ts'] },
  package: { builds: true, run: ['electron/packaging/package.ts'] },
  district: { builds: false, run: ['district/main.ts'] },
  test: { builds: true, run: ['test/run-all.ts'], tools: true },
  check: { builds: true, run: ['test/run-all.ts', '--quick'] },
  build: { builds: true, run: null },
};

/** What the tests call by name, and the Debian package each comes in. */
const tools = [
  { programs: ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'], debian: 'chromium' },
  { programs: ['pdfinfo'], debian: 'poppler-utils' },
  { programs: ['zbarimg'], debian: 'zbar-tools' },
];

/** What the built files are made of. */
const sources = ['shared', 'db', 'desk', 'electron', 'renderer'];
const sourceFiles = ['package-lock.json', 'vite.config.ts', 'rolldown.config.ts'];

const [name, ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;
if (command === undefined)
  stop(`Usage: node .ci/set-up.mjs <${Object.keys(commands).join('|')}> [options]`, 2);

install();
if (command.tools) installTools();
if (command.builds) build();
if (command.run !== null) hand(command.run);

function install() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const wanted = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  say('Installing dependencies (once; about a minute) …');
  // npm passes its own program on; called by hand, npm is looked up, which on Windows takes a shell.
  const npm = process.env.npm_execpath;
  const ended = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, 'ci'], { cwd: root, stdio: ['inherit', 2, 2] })
    : spawnSync('npm', ['ci'], { cwd: root, stdio: ['inherit', 2, 2], shell: windows });
  if (ended.status !== 0)
    stop('The dependencies could not be installed; npm says why above.', ended.status ?? 1);
}

function installTools() {
  const missing = tools.filter(({ programs }) => !programs.some(onPath)).map(({ debian }) => debian);
  if (missing.length === 0) return;
  const list = missing.join(' ');
  const mayInstall = process.getuid?.() === 0 && onPath('apt-get');
  if (!mayInstall) {
    stop(
      `The tests need ${list} on the search path. On Debian: sudo apt-get install --no-install-recommends ${list}`,
      1,
    );
  }
  say(`Installing ${list} …`);
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  const ended = spawnSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...missing],
    options,
  );
  if (ended.status !== 0) stop(`${list} could not be installed; apt-get says why above.`, 1);
}

function build() {
  const stamp = join(root, 'dist', '.stamp');
  const state = stateOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  say('Building the screens and the desktop shell …');
  // Chunks are named by their content: those of an older build would be shipped beside the new ones.
  rmSync(join(root, 'dist', 'electron'), { recursive: true, force: true });
  run(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']);
  run(['node_modules/rolldown/bin/cli.mjs', '-c', 'rolldown.config.ts', '--log-level', 'warn']);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
}

/** Changes with every file that is added, removed or written. */
function stateOfSources() {
  const hash = createHash('sha256');
  const note = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path}\0${mtimeMs}\0${size}\n`);
  };
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else note(path);
    }
  };
  for (const folder of sources) walk(join(root, folder));
  for (const file of sourceFiles) note(join(root, file));
  return hash.digest('hex');
}

/** Runs one step of the build; ends everything when it fails. */
function run(step) {
  const ended = spawnSync(node24(), step, { cwd: root, stdio: ['ignore', 2, 2] });
  if (ended.status !== 0) stop(`Stopped at: node ${step.join(' ')}`, ended.status ?? 1);
}

/** Gives the terminal to the command; its end is ours. */
function hand(target) {
  const child = spawn(node24(), [...target, ...args], { cwd: root, stdio: 'inherit' });
  // A terminal's Ctrl+C reaches the command by itself; twice would cut its orderly end short.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (cause) => stop(cause.message, 1));
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** Older Nodes cannot run TypeScript, and crash on the database's binary. */
function node24() {
  const own = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return stop(
    'Node 24 is missing from node_modules: run "npm ci" with install scripts allowed for "node".',
    1,
  );
}

function onPath(program) {
  const names = windows ? [`${program}.exe`, program] : [program];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => folder !== '' && names.some((candidate) => existsSync(join(folder, candidate))));
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function stop(sentence, code) {
  say(sentence);
  process.exit(code);
}
