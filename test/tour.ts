import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser, thisMachine } from '../desk/browser-shell/find-browser.ts';
import { browserShellPorts } from '../desk/browser-shell/ports.ts';
import { prepareDemo } from '../desk/demo-data.ts';
import type { Desk } from '../desk/desk.ts';
import { openDesk } from '../desk/open-desk.ts';
import { realTimers, realWorld } from '../electron/world.ts';
import { seedCatalogue } from '../shared/seed/editions.ts';
import { type Officer, receive, signIn } from './support/desk-driver.ts';
import { deskFigures } from './support/figures.ts';
import { madeUpPerson } from './support/people.ts';
import { startDistrict } from './support/start-district.ts';

/**
 * The whole loop on a new folder, without a window: a district, two desks of one commune, twenty dossiers taken
 * while the line is down, their receipts on paper, the line back, and a result handed over at the other desk.
 * The last line is one JSON object; exit 1 when the three ends do not say the same.
 */
const dossiers = 20;

const { values } = parseArgs({ options: { 'data-dir': { type: 'string' } } });
const folder = values['data-dir'] ?? mkdtempSync(join(tmpdir(), 'quay-mot-cua-tour-'));
const started = performance.now();
const say = (text: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${text}`);

const district = await startDistrict({ dataDir: join(folder, 'district'), args: ['--demo'] });
say(`District ${district.url} on ${district.store}, data in ${folder}`);
const first = await openTourDesk('desk1');
const second = await openTourDesk('desk2');
await prepareDemo(first.desk, { url: district.url, codes: district.codes.slice(0, 1) });
await prepareDemo(second.desk, { url: district.url, codes: district.codes.slice(1, 2) });
const trang = await signIn(first.desk, 'trang', '135790');
const hanh = await signIn(second.desk, 'hanh', '246810');
say('Two desks enrolled, two officers signed in');

first.line.up = false;
const ids = await receiveDay(trang);
const offline = await trang.call('sync.now', {});
say(`${ids.length} dossiers received without a line: ${offline.line}, ${offline.queuedEvents} events wait`);

await printed(trang);
const receipts = readdirSync(first.spoolDir).filter((name) => name.endsWith('.pdf')).length;
say(`${receipts} receipts printed to ${first.spoolDir}`);

first.line.up = true;
const online = await trang.call('sync.now', {});
say(`The line is back: ${online.line}, ${online.queuedEvents} events wait`);

await hanh.call('sync.now', {});
const handedOver = ids[0] ?? '';
await hanh.call('dossier.markReady', { id: handedOver, note: '' });
const receiver = {
  kind: 'applicant' as const,
  name: madeUpPerson(0).name,
  idNumber: '',
  relation: '',
  authorisation: '',
};
const done = await hanh.call('dossier.handOver', {
  id: handedOver,
  receiver,
  feeCollectedVnd: 22_000,
  receipt: null,
});
await hanh.call('sync.now', {});
await trang.call('sync.now', {});
say(`${done.row.code} handed over at the second desk: ${done.row.status}`);

await first.close();
await second.close();
const [one, two] = [deskFigures(first.dataDir), deskFigures(second.dataDir)];
const theirs = await district.figures();
await district.stop();

const digests = { desk1: one.digest, desk2: two.digest, district: theirs.digest };
const equal = digests.desk1 === digests.desk2 && digests.desk1 === digests.district;
const whole = equal && one.dossiers === dossiers && receipts === dossiers && one.events === theirs.events;
say(whole ? 'All three say the same' : 'THE THREE ENDS DIFFER');
console.log(
  JSON.stringify({
    dossiers: theirs.dossiers,
    events: theirs.events,
    receipts,
    digests,
    ms: Math.round(performance.now() - started),
  }),
);
process.exit(whole ? 0 : 1);

interface TourDesk {
  readonly desk: Desk;
  readonly dataDir: string;
  readonly spoolDir: string;
  readonly line: { up: boolean };
  readonly close: () => Promise<void>;
}

async function openTourDesk(name: string): Promise<TourDesk> {
  const dataDir = join(folder, name);
  const spoolDir = join(folder, `${name}-spool`);
  const line = { up: true };
  const shell = browserShellPorts({
    dataDir,
    rendererDir: join(import.meta.dirname, '../dist/renderer'),
    browser: findBrowser(thisMachine),
    spoolDir,
    machine: thisMachine,
    timers: realTimers,
  });
  const world = realWorld({ dataDir, demo: true, ports: shell.ports });
  const desk = await openDesk({
    ...world,
    fetch: (...request) =>
      line.up
        ? world.fetch(...request)
        : Promise.reject(new TypeError('The line is down', { cause: 'ENETDOWN' })),
  });
  const close = async (): Promise<void> => {
    await desk.close();
    await shell.close();
  };
  return { desk, dataDir, spoolDir, line, close };
}

/** Twenty different procedures of the catalogue, twenty people. */
async function receiveDay(officer: Officer): Promise<readonly string[]> {
  const catalogue = seedCatalogue().procedures;
  const step = Math.floor(catalogue.length / dossiers);
  const taken: string[] = [];
  for (let index = 0; index < dossiers; index += 1) {
    const code = index === 0 ? '2.000815' : (catalogue[index * step]?.code ?? '2.000815');
    const { id } = await receive(officer, madeUpPerson(index), code);
    taken.push(id);
  }
  return taken;
}

/** Waits until every paper has reached the printer, or says why it cannot. */
async function printed(officer: Officer): Promise<void> {
  for (;;) {
    const { unprinted, condition, lastFault } = await officer.call('print.state', {});
    if (unprinted === 0) return;
    if (condition === 'down') throw new Error(`Printing failed: ${lastFault}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
