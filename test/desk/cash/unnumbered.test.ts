import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Officer, receive } from '../../support/desk-driver.ts';
import { madeUpPerson } from '../../support/people.ts';
import { openTown, type Town } from '../../support/town.ts';

let town: Town;
let hanh: Officer;
beforeAll(async () => {
  town = await openTown();
  hanh = await town.join('hanh');
});
afterAll(() => town.close());

const receiver = {
  kind: 'applicant',
  name: 'Nguyễn Văn An',
  idNumber: '',
  relation: '',
  authorisation: '',
} as const;

/** Takes 22.000 đồng for a dossier that is handed over without a finance receipt. */
async function takenBy(officer: Officer, n: number): Promise<string> {
  town.clock.nowMs += 60_000;
  const { id } = await receive(officer, madeUpPerson(n));
  await officer.call('dossier.markReady', { id, note: '' });
  await officer.call('dossier.handOver', { id, receiver, feeCollectedVnd: 22_000, receipt: null });
  return id;
}
const shownTo = async (officer: Officer) =>
  (await officer.call('cash.view', {})).unnumbered.map(({ dossier }) => dossier);

test('money taken without a receipt is shown to whoever took it into a drawer, and to no colleague at the counter', async () => {
  const { officer: trang } = town.counter;
  for (const officer of [trang, hanh]) await officer.call('cash.open', { openingVnd: 0, books: [] });
  const [ours, theirs] = [await takenBy(trang, 1), await takenBy(hanh, 2)];
  expect(await shownTo(trang)).toEqual([ours]);
  expect(await shownTo(hanh)).toEqual([theirs]);
});
