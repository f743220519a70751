import { cpSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk } from '../../../desk/open-desk.ts';
import { realWorld } from '../../../electron/world.ts';
import { filledDraft, signIn } from '../../support/desk-driver.ts';
import { madeUpPerson } from '../../support/people.ts';
import { fakePorts } from '../../support/test-desk.ts';

/**
 * A desk on a disk of 4 MB, run in a mount namespace of its own: fills the disk, goes on asking until it is
 * refused, makes room again. Prints one JSON line of what the officer was told.
 */
const [enrolledDir = '', disk = ''] = process.argv.slice(2);
const dataDir = join(disk, 'desk');
cpSync(enrolledDir, dataDir, { recursive: true });
const ballast = join(disk, 'ballast');
const desk = await openDesk({
  ...realWorld({ dataDir, demo: false, ports: fakePorts({ printed: [], drawn: [], fault: null }) }),
  fetch: () => Promise.reject(new TypeError('no line')),
  report: () => {},
});
const officer = await signIn(desk);
const { bavail, bsize } = statfsSync(disk);
writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 160 * 1024)));

const saved: string[] = [];
let refusal = '';
let refusedDraft = await filledDraft(officer, madeUpPerson(0), '1.004873');
for (let index = 0; refusal === '' && index < 2000; index += 1) {
  refusedDraft = await filledDraft(officer, madeUpPerson(index), '1.004873');
  const answer = await officer.ask('intake.receive', { draft: refusedDraft, paper: 'a5' });
  if (answer.ok) saved.push(answer.value.code);
  else refusal = answer.error[0].code;
}
// Whoever comes to look something up must still get in.
const colleague = await signIn(desk);
const found = await colleague.call('dossier.list', { filter: 'all', query: '', after: null });
rmSync(ballast);
const again = await officer.ask('intake.receive', { draft: refusedDraft, paper: 'a5' });
const kept = await officer.call('dossier.list', { filter: 'all', query: '', after: null });
await officer.call('print.retry', {});
const { unprinted } = await officer.call('print.state', {});
await desk.close();
console.log(
  JSON.stringify({
    saved: saved.length,
    refusal,
    readableWhileFull: found.counts.all,
    againAfterRoom: again.ok,
    kept: kept.counts.all,
    unprinted,
  }),
);
