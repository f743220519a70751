import { execFileSync } from 'node:child_process';
import { cpSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk } from '../../../desk/open-desk.ts';
import { realWorld } from '../../../electron/world.ts';
import { filledDraft, signIn } from '../../support/desk-driver.ts';
import { madeUpPerson } from '../../support/people.ts';
import { type FakePrinter, fakePorts } from '../../support/test-desk.ts';

/**
 * A desk on a disk that takes no writing, run in a mount namespace of its own. Prints one JSON line of what an officer
 * could still do.
 */
const [enrolledDir = '', disk = '', how = ''] = process.argv.slice(2);
const dataDir = join(disk, 'desk');
cpSync(enrolledDir, dataDir, { recursive: true });
if (how === 'full') {
  const { bfree, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'ballast'), Buffer.alloc(bfree * bsize));
} else execFileSync('mount', ['-o', 'remount,ro', disk]);

const printer: FakePrinter = { printed: [], drawn: [], fault: null };
const desk = await openDesk({
  ...realWorld({ dataDir, demo: false, ports: fakePorts(printer) }),
  fetch: () => Promise.reject(new TypeError('no line')),
  report: () => {},
});
const officer = await signIn(desk, 'trang', '135790');
const view = await officer.call('desk.view', {});
const found = await officer.call('dossier.list', { filter: 'all', query: '', after: null });
const id = found.rows[0]?.id ?? '';
const reprint = await officer.ask('receipt.reprint', { id, reason: 'lost', paper: 'a5' });
await officer.call('print.retry', {});
const draft = await filledDraft(officer, madeUpPerson(1), '2.000815').catch((cause: Error) => cause.message);
const handOver = await officer.ask('dossier.markReady', { id, note: '' });
await desk.close();
console.log(
  JSON.stringify({
    why: view.readingOnly,
    found: found.counts.all,
    reprint: reprint.ok,
    printed: printer.printed.length,
    draft,
    markReady: handOver.ok ? 'recorded' : handOver.error[0].code,
  }),
);
