import { openDesk } from '../../desk/open-desk.ts';
import { realWorld } from '../../electron/world.ts';
import { atCounter, filledDraft } from '../support/desk-driver.ts';
import { madeUpPerson } from '../support/people.ts';
import { fakePorts } from '../support/test-desk.ts';

/**
 * A desk at work, to be killed: prints one line before each save, one after each answer. `first` numbers the
 * people so that every run brings new ones.
 */
const [dataDir = '', first = '0'] = process.argv.slice(2);
const ports = fakePorts({ printed: [], drawn: [], fault: null });
const desk = await openDesk({
  ...realWorld({ dataDir, demo: false, ports }),
  fetch: () => Promise.reject(new TypeError('no line')),
});
const officer = atCounter(desk);
await officer.call('session.signIn', { officer: 'trang', pin: '135790' });
console.log('ready');
for (let index = Number(first); ; index += 1) {
  const draft = await filledDraft(officer, madeUpPerson(index), '1.004873');
  await officer.call('intake.saveDraft', draft);
  console.log(`asked ${draft.id}`);
  const { code } = await officer.call('intake.receive', { draft, paper: 'a5' });
  console.log(`acknowledged ${draft.id} ${code}`);
}
