import { expect, test } from 'vitest';
import { filledDraft } from '../../support/desk-driver.ts';
import { madeUpPerson } from '../../support/people.ts';
import { openTown } from '../../support/town.ts';

/** Machines are shared: this says that it happens, not how fast. */
const patience = { timeout: 60_000 };

test('what is saved wakes the printer, the line and the screens by itself, once each', async () => {
  const town = await openTown();
  const { counter } = town;
  const draft = await filledDraft(counter.officer, madeUpPerson(1), '1.004873');
  const told: unknown[] = [];
  counter.desk.listen((name, value) => {
    if (name === 'dossiers.changed') told.push(value);
  });
  told.length = 0;
  counter.line.arrived.length = 0;
  const { id } = await counter.officer.call('intake.receive', { draft, paper: 'a5' });
  expect(told[0]).toEqual({ ids: [id] });
  await expect.poll(() => counter.printer.printed.length, patience).toBe(1);
  const pushes = () => counter.line.arrived.filter((request) => request.includes('/events')).length;
  await expect.poll(pushes, patience).toBe(1);
  await town.close();
});
